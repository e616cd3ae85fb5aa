import type { Page } from '@playwright/test'
import { furnished } from '../playwright.config'
import { expectToFit, setText, settled } from './glass'
import { expect, idleTimes, open, openTimed, pass, readCodes, rested, test, touch } from './kiosk'
import { toOverview } from './walk'

const tools = ['Chữ trắng nền đen', 'Đưa nút xuống thấp'] as const

/** Touches what may stand on a further page of the screen. */
async function find(page: Page, name: string | RegExp): Promise<void> {
  // What was touched before has led somewhere.
  await rested(page)
  await settled(page)
  const on = page.locator('.sheets .turn button:last-child:not([aria-disabled=true])')
  while (!(await page.getByRole('button', { name }).first().isVisible()) && (await on.isVisible())) {
    await on.click()
    await rested(page)
    await settled(page)
  }
  await touch(page, name)
}

test('white on black and low buttons are one touch away, stay from screen to screen, and go with the visit', async ({ page }) => {
  await openTimed(page)
  for (const tool of tools) await touch(page, tool)
  await expect(page.locator('html')).toHaveClass(/contrast.*lowered|lowered.*contrast/)
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(0, 0, 0)')
  await touch(page, 'Sinh con')
  for (const tool of tools) await expect(page.getByRole('button', { name: tool })).toHaveAttribute('aria-pressed', 'true')
  // Staff have their own eyes.
  await page.keyboard.press('Escape')
  await touch(page, 'Dành cho cán bộ')
  await expect(page.locator('html')).not.toHaveClass(/contrast|lowered/)
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await expect(page.locator('html')).toHaveClass(/contrast/)
  await touch(page, 'Sinh con')
  const { quiet, warning } = await idleTimes(page)
  await pass(page, quiet)
  await pass(page, warning)
  await expect(page.locator('[data-screen=home]')).toBeVisible()
  await expect(page.locator('html')).not.toHaveClass(/contrast|lowered/)
})

test('a code stays black on white, and is read by a phone', async ({ page }) => {
  await open(page)
  await touch(page, 'Chữ trắng nền đen')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  const colours = () => page.locator('svg.code').first().evaluate((svg) => [...svg.children].map((part) => getComputedStyle(part).fill))
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  expect(await readCodes(page, test.info().outputPath('service.png'))).toHaveLength(1)
  await touch(page, /Quét là mở/)
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  expect(await readCodes(page, test.info().outputPath('handoff.png'))).toHaveLength(1)
})

/** What is touched above the middle of the glass; of all buttons, or of the frame's. */
const above = (page: Page, which: string) =>
  page.evaluate(
    (which) =>
      [...document.querySelectorAll<HTMLElement>(which)]
        .filter((button) => button.getClientRects().length > 0 && getComputedStyle(button).visibility !== 'hidden' && button.getBoundingClientRect().top < innerHeight / 2 - 1)
        .map((button) => button.getAttribute('aria-label') ?? button.innerText),
    which,
  )

for (const { width, height, which } of [
  // Of a glass on a table: where one is, the tools, the ways on.
  { width: 1366, height: 768, which: 'header button, footer button' },
  { width: 1920, height: 1080, which: 'header button, footer button' },
  // Of one that stands upright: everything.
  { width: 1080, height: 1920, which: '.resident button' },
]) {
  for (const letters of [0, 3]) {
    test(`one touch brings the controls into the lower half at ${width}×${height}, letters ${letters + 1}`, async ({ page }) => {
      test.setTimeout(300_000)
      await page.setViewportSize({ width, height })
      await open(page, furnished)
      await touch(page, 'Đưa nút xuống thấp')
      await setText(page, letters)
      const look = async (name: string) => {
        await test.step(name, async () => {
          await rested(page)
          await expectToFit(page)
          expect(await above(page, which)).toEqual([])
          if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/low-${width}-${letters}-${name}.png` })
        })
      }
      await look('home')
      await find(page, 'Sinh con')
      await look('topic')
      await find(page, /Làm giấy khai sinh cho con/)
      await look('service')
      await find(page, /Học từng bước/)
      await look('fact')
      for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại']) await find(page, answer)
      await look('ready')
      await find(page, 'Có đủ cả')
      await look('checklist')
      while (await page.getByRole('button', { name: 'Trang sau' }).isVisible()) await touch(page, 'Trang sau')
      await find(page, 'Xem từng bước')
      await look('overview')
      await find(page, 'Học từ đầu')
      await look('step')
      await find(page, 'Tập thử bước này')
      await look('rehearsal')
      // And up again.
      await touch(page, 'Đưa nút xuống thấp')
      expect(await above(page, 'header button')).not.toEqual([])
    })
  }
}

test('who wants it still sees nothing move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  const still = async (name: string) => {
    const moving = await page.evaluate(() => [
      ...document.getAnimations().map((animation) => (animation as CSSAnimation).animationName ?? 'a transition'),
      ...[...document.querySelectorAll('*')].filter((element) => getComputedStyle(element).transitionProperty !== 'none' && getComputedStyle(element).transitionDuration !== '0s').map((element) => element.className.toString()),
    ])
    expect(moving, name).toEqual([])
  }
  await still('home')
  await toOverview(page, still)
  await touch(page, 'Học từ đầu')
  await still('step')
  await touch(page, 'Tập thử bước này')
  await still('rehearsal')
  await touch(page, 'Gọi cán bộ')
  await still('call')
})

test('what is heard can be louder or softer, in the visit only', async ({ page }) => {
  await open(page)
  await touch(page, 'Nghe')
  await touch(page, 'Tiếng to hơn')
  await expect(page.getByRole('button', { name: 'Tiếng to hơn' })).toHaveAttribute('aria-disabled', 'true')
  for (let i = 0; i < 3; i++) await touch(page, 'Tiếng nhỏ hơn')
  await expect(page.getByRole('button', { name: 'Tiếng nhỏ hơn' })).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('button', { name: 'Dừng' })).toBeVisible() // it reads on
})
