import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { everywhere, expectToFit, glasses, setText, textSizes } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

/** The lessons that promise to be rehearsals from the first to the last touch, by title. */
function rehearsals(): string[] {
  const folder = '../backend/content/pack/services'
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  return files.filter((text) => /^rehearse: true$/m.test(text)).map((text) => /^title: "?(.*?)"?$/m.exec(text)?.[1] ?? '')
}

/** Finds a lesson by its name and opens its rehearsal, taking the first answer to every question. */
async function rehearse(page: Page, title: string): Promise<void> {
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill(title)
  await page.getByRole('button', { name: title }).first().click()
  await touch(page, /Học từng bước/)
  // The service has further pages, too: its button is not to be taken for the question's.
  await expect(page.locator('[data-screen=service]')).toBeHidden()
  const start = page.getByRole('button', { name: 'Tập thử trên máy mẫu' })
  const whole = page.getByRole('button', { name: 'Xem từng bước' })
  const ready = page.getByRole('button', { name: 'Có đủ cả' })
  const next = page.getByRole('button', { name: /^Trang sau$/, disabled: false })
  const answer = page.locator('.answers button').first()
  const heading = page.getByRole('heading', { level: 1 })
  for (;;) {
    await expect(start.or(whole).or(ready).or(next).or(answer).first()).toBeVisible()
    if (await start.isVisible()) break
    if (await whole.isVisible()) {
      await whole.click()
    } else if (await ready.isVisible()) {
      await ready.click()
    } else if (await answer.isVisible()) {
      const asked = (await heading.textContent()) ?? ''
      await answer.click()
      await expect(heading).not.toHaveText(asked)
    } else {
      await next.click()
      await page.waitForTimeout(30)
    }
  }
  await start.click()
}

const progress = (page: Page) => page.getByText(/^Tập thử, bước \d+ trên \d+$/)
const ended = (page: Page) => page.locator('[data-screen=rehearsed]')
const ring = (page: Page) => page.locator('.phone .ring:not([visibility=hidden])')

/** Lets the clock go on until the glass takes a touch: what comes right after a change is none. */
async function rested(page: Page): Promise<void> {
  await page.clock.runFor(500)
  await expect(page.locator('.rest')).toHaveCount(0)
}

/** A finger on the middle of the place to touch, whatever may lie there. */
async function finger(page: Page): Promise<void> {
  const box = await page.locator('.spot.wanted').boundingBox()
  if (!box) throw new Error('the place to touch has no size')
  await rested(page)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  // Fields fill themselves and what is right is praised; the clock need not be waited for.
  await page.clock.runFor(1500)
}

/** Touches what is wanted, on every step, and calls look at each. */
async function play(page: Page, look: (step: string) => Promise<void> = async () => undefined): Promise<number> {
  let touches = 0
  for (;;) {
    await expect(ended(page).or(progress(page)).first()).toBeVisible()
    if (await ended(page).isVisible()) return touches
    const step = (await progress(page).textContent()) ?? ''
    await look(step)
    if ((await page.locator('.spot.wanted').count()) === 0) {
      await touch(page, 'Tiếp tục')
    } else {
      await finger(page)
      touches++
    }
    if (touches > 80) throw new Error(`${step}: it does not go on`)
  }
}

test('there are twelve rehearsals or more', () => {
  expect(rehearsals().length).toBeGreaterThanOrEqual(12)
})

for (const title of rehearsals()) {
  test(`"${title}" can be touched to its last screen, and fits with the largest text`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.clock.install()
    await open(page)
    await rehearse(page, title)
    await touch(page, 'Có người đi cùng')
    await setText(page, 3)
    const touches = await play(page, async (step) => {
      await test.step(step, async () => {
        await expectToFit(page)
        // What explains a wrong touch is the longest there is to say.
        const other = page.locator('.spot:not(.wanted)').first()
        if (!(await other.isVisible())) return
        await other.dispatchEvent('click')
        await expectToFit(page)
      })
    })
    expect(touches).toBeGreaterThanOrEqual(6)
    await setText(page, 0)
    // Nothing is filed, or nothing was to be.
    await expect(page.locator('.not-filed')).toHaveText(/^(Mới tập thử\. Chưa nộp gì cả\.|Đã tập xong, giờ làm trên máy của mình\.|Giờ làm trên máy của mình\.)$/)
  })
}

test('a rehearsal with a helper fits a large screen with the largest text', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.clock.install()
  await open(page)
  await rehearse(page, 'Đăng ký tạm trú')
  await touch(page, 'Có người đi cùng')
  await setText(page, 3)
  await play(page, async (step) => {
    await test.step(step, async () => {
      await expectToFit(page)
      // A touch beside the place is answered, and fits, too.
      const phone = page.locator('.phone .picture')
      if (await phone.isVisible()) {
        await rested(page)
        await phone.click({ position: { x: 3, y: 3 } })
        await expectToFit(page)
      }
    })
  })
})

test('asks first, shows the ring after four seconds or a miss, and praises what is right', async ({ page }) => {
  await page.clock.install()
  await open(page)
  await rehearse(page, 'Đăng ký tạm trú')
  const status = page.getByRole('status').filter({ hasText: /\S/ })
  await expect(status).toHaveText('Ông bà chạm vào đâu?')
  await expect(ring(page)).toHaveCount(0)
  await page.clock.runFor(4100)
  await expect(ring(page)).toHaveCount(1)
  await expect(status).toHaveText('Mời ông bà chạm vào chỗ có vòng.')
  // Touched, it turns green and says so; the next step is asked for without a ring.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 100)
  const now = (await progress(page).textContent()) ?? ''
  await page.locator('.spot.wanted').dispatchEvent('click')
  await page.clock.runFor(1000)
  if (await page.getByText(/^Bây giờ mời chạm/).first().isVisible()) await page.locator('.spot.wanted').dispatchEvent('click')
  await expect(page.locator('.praise')).toBeVisible()
  await expect(status).toHaveText('Đúng rồi')
  await expect(ring(page)).toHaveCount(0)
  const green = await page.locator('.praise').evaluate((e) => getComputedStyle(e).outlineColor)
  expect(green).toBe('rgb(42, 122, 69)')
  await page.clock.runFor(700)
  await expect(page.locator('.praise')).toHaveCount(0)
  await page.clock.resume()
  await rested(page)
  // One miss is enough to be shown the place.
  while (await ring(page).count()) await page.locator('.spot.wanted').dispatchEvent('click')
  expect(now).toMatch(/bước 1 trên/)
  await page.locator('.phone .picture').click({ position: { x: 3, y: 3 } })
  await expect(ring(page)).toHaveCount(1)
  await expect(status).toHaveText(/^Chưa đúng chỗ/)
})

test('the end says how many were tried and right, and offers the rest again, one by one', async ({ page }) => {
  await page.clock.install()
  await open(page)
  await rehearse(page, 'Đăng ký tạm trú')
  while (!(await ended(page).isVisible())) {
    const step = (await progress(page).textContent()) ?? ''
    await touch(page, /^(Bỏ qua bước này|Tiếp tục)$/)
    await expect(progress(page).filter({ hasText: step })).toHaveCount(0)
    await page.clock.runFor(500)
  }
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^Ông bà mới tập 0 trên (\d+) bước$/)
  const all = Number(/0 trên (\d+)/.exec((await heading.textContent()) ?? '')?.[1])
  expect(all).toBeGreaterThanOrEqual(6)
  await expect(page.getByRole('button', { name: /^Bước \d+: chưa tập$/ })).toHaveCount(all)
  await expectAccessible(page)
  // The first of them with a miss, the others right at once.
  await touch(page, `Tập lại ${all} bước này`)
  await rested(page)
  await page.locator('.phone .picture').click({ position: { x: 3, y: 3 } })
  await play(page)
  await expect(heading).toHaveText(`Ông bà làm đúng ${all - 1} trên ${all} bước`)
  await touch(page, /^Bước \d+: chưa đúng ngay$/)
  await play(page)
  await expect(heading).toHaveText(`Ông bà làm đúng cả ${all} bước`)
})

test('places on the drawn phone are 64 px or reach half-way to their neighbours', async ({ page }) => {
  await page.clock.install()
  await open(page)
  await rehearse(page, 'Làm giấy khai sinh cho con')
  let places = 0
  await play(page, async (step) => {
    const phone = await page.locator('.phone').boundingBox()
    const spots = await page.locator('.spot').evaluateAll((all) => all.map((e) => e.getBoundingClientRect().toJSON() as DOMRect))
    for (const [i, one] of spots.entries()) {
      places++
      for (const [j, other] of spots.entries()) {
        const apart = one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1
        expect(i === j || apart, `${step}: places ${i} and ${j} lie over each other`).toBe(true)
      }
      if (one.height >= 63.5 || !phone) continue
      // Low, because there is no more room: above and below is another place, or the phone ends.
      // A neighbour that is high enough leaves its half of what lies between to nobody.
      for (const [what, edge, end] of [['above', one.top, phone.y], ['below', one.bottom, phone.y + phone.height]] as const) {
        const touches = spots.some((other) => other !== one && Math.min(Math.abs(other.bottom - edge), Math.abs(other.top - edge)) < 10)
        expect(touches || Math.abs(end - edge) < 2, `${step}: place ${i} is ${one.height} px high and has room ${what}`).toBe(true)
      }
    }
  })
  expect(places).toBeGreaterThan(20)
})

test('a rehearsal with a miss, and a step away from the phone, hold on every glass, in all sizes of letters', async ({ page }) => {
  test.setTimeout(600_000)
  await open(page)
  await rehearse(page, 'Đăng ký tạm trú')
  await touch(page, 'Có người đi cùng')
  const found: string[] = []
  const look = async (name: string) => void found.push(...(await everywhere(page, glasses, textSizes, name)).found)
  await page.locator('.phone .picture').dispatchEvent('click')
  await look('missed')
  for (;;) {
    await touch(page, /^(Bỏ qua bước này|Tiếp tục)$/)
    await expect(page.locator('.rest')).toHaveCount(0)
    if (await ended(page).isVisible()) break
    if (!(await page.locator('.phone').isVisible())) await look('away')
  }
  expect(found).toEqual([])
})

test('a rehearsal is free of accessibility faults', async ({ page }) => {
  await open(page)
  await rehearse(page, 'Đăng ký tạm trú')
  await touch(page, 'Có người đi cùng')
  await page.locator('.phone .picture').click({ position: { x: 30, y: 12 } })
  await expectAccessible(page)
  // By keys alone: what is ringed is a button with a name.
  await page.locator('.spot.wanted').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Đúng rồi|bước 2 trên/).first()).toBeVisible()
})
