import type { Page } from '@playwright/test'
import { expect, open, readCodes, test, touch } from './kiosk'

// The phone that is drawn beside each step: large enough to be read at arm's
// length, on every glass, and never over the words.

const glasses = [
  { width: 1024, height: 600 },
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
]

/** Pixels that the letters on the drawn phone are high at least, on an ordinary glass. */
const readable = 24

async function openBirth(page: Page): Promise<void> {
  await open(page)
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill('Làm giấy khai sinh cho con')
  await touch(page, 'Làm giấy khai sinh cho con')
  await touch(page, /Học từng bước/)
  const answer = page.locator('.answers button').first()
  const steps = page.getByRole('button', { name: 'Xem từng bước' })
  const start = page.getByRole('button', { name: 'Học từ đầu' })
  const ready = page.getByRole('button', { name: 'Có đủ cả' })
  const next = page.getByRole('button', { name: /^Trang sau/ })
  await expect(async () => {
    for (const way of [answer, ready, start, steps, next]) if (await way.isVisible()) await way.click({ timeout: 500 })
    await expect(page.locator('.drawing svg')).toBeVisible({ timeout: 500 })
  }).toPass()
}

interface Drawn {
  faults: string[]
  /** Height of the smallest letters in pixels. */
  smallest: number
}

/** Looks at the drawn phone as it stands on the glass. */
function drawn(page: Page): Promise<Drawn> {
  return page.evaluate(() => {
    const faults: string[] = []
    const svg = document.querySelector<SVGSVGElement>('.drawing svg')
    const column = svg?.closest('.drawing')?.getBoundingClientRect()
    if (!svg || !column) return { faults: ['nothing is drawn'], smallest: 0 }
    const scale = svg.getScreenCTM()?.a ?? 0
    const box = svg.getBoundingClientRect()
    if (box.width > column.width + 1 || 360 * scale > column.width + 1) faults.push(`the phone is ${360 * scale} wide in ${column.width}`)
    const foot = document.querySelector('footer')?.getBoundingClientRect().top ?? innerHeight
    const rings = [...svg.querySelectorAll('rect[fill=none]')].filter((r) => r.getAttribute('stroke') === '#c27f00')
    if (rings.length !== 1) faults.push(`${rings.length} rings`)
    for (const ring of rings) {
      const r = ring.getBoundingClientRect()
      const inside = r.left >= column.left && r.right <= column.right && r.top >= column.top && r.bottom <= Math.min(column.bottom, foot, innerHeight)
      if (!inside || r.height < 40) faults.push(`the ring lies at ${r.left}, ${r.top}, ${r.right}, ${r.bottom}`)
      const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2)
      if (!top || !svg.contains(top)) faults.push('something lies over what is ringed')
    }
    for (const words of document.querySelectorAll('.side h1, .side p, .side nav, .side svg[role=img]')) {
      const w = words.getBoundingClientRect()
      const across = Math.min(w.right, box.right) - Math.max(w.left, box.left)
      const down = Math.min(w.bottom, box.bottom) - Math.max(w.top, box.top)
      if (w.width > 2 && across > 1 && down > 1) faults.push(`the phone covers "${words.textContent?.slice(0, 40)}"`)
    }
    const sizes = [...svg.querySelectorAll('text')].map((text) => Number(text.getAttribute('font-size')) * scale)
    return { faults, smallest: Math.min(...sizes) }
  })
}

test('on every glass and with every size of letters the phone shows what to touch, and covers nothing', async ({ page }) => {
  test.setTimeout(400_000)
  await openBirth(page)
  const last = page.getByRole('button', { name: 'Mở trên điện thoại' })
  const heading = page.getByRole('heading', { level: 1 })
  let steps = 0
  for (;;) {
    steps++
    const step = (await heading.textContent()) ?? ''
    for (let size = 0; size < 4; size++) {
      await page.evaluate((n) => {
        const larger = document.querySelector<HTMLButtonElement>('.tools .sizes button:last-child')
        if (n > 0) larger?.click()
      }, size)
      await expect(page.locator('html')).toHaveClass(new RegExp(`text-${size}`))
      for (const glass of glasses) {
        await page.setViewportSize(glass)
        const where = `${step}, letters ${size + 1}, ${glass.width} × ${glass.height}`
        await expect(async () => {
          const { faults, smallest } = await drawn(page)
          expect(faults, where).toEqual([])
          if (glass.width === 1366) expect(smallest, where).toBeGreaterThanOrEqual(readable)
        }).toPass({ timeout: 7_000 })
      }
    }
    await page.evaluate(() => {
      const smaller = document.querySelector<HTMLButtonElement>('.tools .sizes button:first-child')
      for (let i = 0; i < 3; i++) smaller?.click()
    })
    await page.setViewportSize({ width: 1366, height: 768 })
    if (await last.isVisible()) break
    await expect(async () => {
      await touch(page, 'Tiếp tục')
      await expect(heading).not.toHaveText(step, { timeout: 1_000 })
    }).toPass()
  }
  expect(steps).toBeGreaterThan(8)
})

test('the step that opens the page shows the code it asks for, and the drawn one is read as none', async ({ page }, info) => {
  await openBirth(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mở trang dichvucong.gov.vn')
  await expect(page.locator('.code svg')).toBeVisible()
  const codes = await readCodes(page, info.outputPath('step.png'))
  expect(codes).toHaveLength(1)
  expect(codes[0]).toMatch(/^https:\/\/dichvucong\.gov\.vn\//)
})
