import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectBigTargets, expectToFit, open, test, touch } from './kiosk'

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
  const start = page.getByRole('button', { name: 'Tập thử trên máy mẫu' })
  const next = page.getByRole('button', { name: 'Trang sau' })
  const answer = page.locator('.answers button').first()
  const heading = page.getByRole('heading', { level: 1 })
  for (;;) {
    await expect(start.or(next).or(answer).first()).toBeVisible()
    if (await start.isVisible()) break
    if (await next.isVisible()) {
      await next.click()
      await page.waitForTimeout(30)
      continue
    }
    const asked = (await heading.textContent()) ?? ''
    await answer.click()
    await expect(heading).not.toHaveText(asked)
  }
  await start.click()
}

/** Touches what is ringed, on every step, and calls look at each. */
async function play(page: Page, look: (step: string) => Promise<void> = async () => undefined): Promise<number> {
  const done = page.getByRole('heading', { name: 'Ông bà đã tập xong' })
  const progress = page.getByText(/^Tập thử, bước \d+ trên \d+$/)
  let touches = 0
  for (;;) {
    await expect(done.or(progress).first()).toBeVisible()
    if (await done.isVisible()) return touches
    const step = (await progress.textContent()) ?? ''
    await look(step)
    const wanted = page.locator('.spot.wanted')
    if ((await wanted.count()) === 0) {
      await touch(page, 'Tiếp tục')
    } else {
      // A finger on the middle of what is ringed, whatever may lie there.
      const box = await wanted.boundingBox()
      if (!box) throw new Error(`${step}: the place to touch has no size`)
      // What comes right after a change is no touch: the clock goes on until the glass takes one.
      await page.clock.runFor(500)
      await expect(page.locator('.rest')).toHaveCount(0)
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      touches++
      // Fields fill themselves; the clock need not be waited for.
      await page.clock.runFor(1500)
    }
    if (touches > 80) throw new Error(`${step}: it does not go on`)
  }
}

test('there are twelve rehearsals or more', () => {
  expect(rehearsals().length).toBeGreaterThanOrEqual(12)
})

for (const title of rehearsals()) {
  test(`"${title}" can be touched to its last screen, and fits with the largest text`, async ({ page }) => {
    await page.clock.install()
    await open(page)
    await touch(page, /Chữ to hơn/)
    await touch(page, /Chữ to hơn/)
    await rehearse(page, title)
    await touch(page, 'Đi hai người')
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
    await expect(page.getByText('Mới tập thử. Chưa nộp gì cả.')).toBeVisible()
  })
}

test('a rehearsal with a helper fits a large screen with the largest text', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.clock.install()
  await open(page)
  await touch(page, /Chữ to hơn/)
  await touch(page, /Chữ to hơn/)
  await rehearse(page, 'Đăng ký tạm trú')
  await touch(page, 'Đi hai người')
  await play(page, async (step) => {
    await test.step(step, async () => {
      await expectToFit(page)
      await expectBigTargets(page)
      // A touch beside the place is answered, and fits, too.
      const phone = page.locator('.phone .picture')
      if (await phone.isVisible()) {
        await phone.click({ position: { x: 30, y: 12 } })
        await expectToFit(page)
      }
    })
  })
})

test('a rehearsal is free of accessibility faults', async ({ page }) => {
  await open(page)
  await rehearse(page, 'Đăng ký tạm trú')
  await touch(page, 'Đi hai người')
  await page.locator('.phone .picture').click({ position: { x: 30, y: 12 } })
  await expectAccessible(page)
  // By keys alone: what is ringed is a button with a name.
  await page.locator('.spot.wanted').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Đúng rồi|bước 2 trên/).first()).toBeVisible()
})
