import type { Page } from '@playwright/test'
import { furnished, patient } from '../playwright.config'
import { openOffice, printers, title, toDesk, withPrinters } from './desk'
import { settled } from './glass'
import { each, expect, idleTimes, open, openAsleep, openTimed, pass, test, touch } from './kiosk'
import { toOverview } from './walk'

// What docs/promises.md promises and no other test holds.

interface Boot {
  idle: { quiet: number; quietBusy: number }
  common: { key: string; title: string }[]
  topics: { key: string; title: string }[]
  office: { title: string }
}

const boot = async (page: Page, address: string): Promise<Boot> => (await (await page.request.post(`${address}/call/Resident/Boot`, { data: ['vi'] })).json()) as Boot

/** How fast somebody reads who reads slowly, in words a minute. */
const slowly = 100

/** From the first screen to the thanks, every screen once. */
async function everyScreen(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const see = async (name: string) => {
    await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', name)
    await settled(page)
    await look(name)
  }
  await see('home')
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill('cap phep bay')
  const entry = page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button').first()
  await expect(entry).toContainText('bay')
  await see('search')
  await entry.click()
  await see('entry')
  await touch(page, 'Trang đầu')
  await toOverview(page, see)
  await touch(page, 'Học từ đầu')
  for (let step = 1; step < 9; step++) {
    await expect(page.getByText(`Bước ${step} trên 9`)).toBeVisible()
    await see('step')
    await touch(page, 'Tiếp tục')
  }
  await touch(page, 'Mở trên điện thoại')
  await see('handoff')
  await touch(page, 'Đã mở được trang')
  await see('after')
  const next = page.getByRole('button', { name: 'Trang sau' })
  while (await next.isVisible()) await next.click()
  await touch(page, 'Tôi rõ rồi')
  await see('helpful')
  await touch(page, 'Chưa giúp được')
  await see('unhelped')
  await expect(page.locator('footer .main')).toContainText('Gọi cán bộ')
  await touch(page, 'Trang đầu')
  await touch(page, /Vừa bị lừa/)
  await see('service')
}

/** What a screen reader would say wrongly: lines of a button glued together, lists that are none. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...[...document.querySelectorAll('button')]
      .filter((button) => button.checkVisibility() && !button.getAttribute('aria-label'))
      .map((button) => (button.textContent ?? '').match(/[\p{Ll}\d.?!)][\p{Lu}][\p{Ll}]+/gu)?.join(' ') ?? '')
      .filter((glued) => glued !== ''),
    // WebKit takes a list without dots for a group, unless it is told.
    ...[...document.querySelectorAll('ul, ol')].filter((list) => list.getAttribute('role') !== 'list').map((list) => `a list without its role: ${list.className}`),
  ])

test('every screen can be read slowly to its end before the machine asks, and can be heard', async ({ page }) => {
  test.setTimeout(180_000)
  const { idle } = await boot(page, furnished)
  await open(page, furnished)
  let screens = 0
  await everyScreen(page, async (name) => {
    screens++
    const words = (await page.locator('main').innerText()).trim().split(/\s+/).length
    expect((words * 60) / slowly, `${name}: ${words} words`).toBeLessThan(idle.quiet)
    await expect(page.getByRole('button', { name: 'Nghe', exact: true }), name).toBeVisible()
    await expect(page.getByRole('button', { name: 'Gọi cán bộ', exact: true }).first(), name).toBeVisible()
    // One heading that says what it is; at the foot the way back, at most one other, and the way on. How a keyboard
    // writes is a setting, not a way.
    await expect(page.getByRole('heading', { level: 1 }), name).toHaveCount(1)
    await expect.poll(() => page.locator('footer button:visible:not(.method *, .staff)').count(), { message: name }).toBeLessThanOrEqual(3)
    await expect.poll(() => page.locator('footer .main:visible').count(), { message: name }).toBeLessThanOrEqual(1)
    expect(await said(page), name).toEqual([])
  })
  expect(screens).toBeGreaterThan(22)
  // Who follows a lesson on a phone of their own looks away from the glass for longer.
  expect(idle.quietBusy).toBeGreaterThanOrEqual(2 * idle.quiet)
})

test('the warning says what comes in how many seconds, and threatens nothing', async ({ page }) => {
  const { quiet } = await idleTimes(page)
  await openTimed(page)
  await touch(page, 'Sinh con')
  await expect(page.locator('[data-screen=topic]')).toBeVisible()
  await pass(page, quiet)
  const warning = page.getByRole('alertdialog')
  await expect(warning).toContainText(/\d+ giây/)
  await expect(warning).toContainText('Máy không giữ gì của ông bà')
  await expect(warning).not.toContainText(/xóa|xoá/i)
})

test('the first screen asks its question in its largest letters, and says whose it is', async ({ page }) => {
  const { office } = await boot(page, furnished)
  await open(page, furnished)
  const sizes = await page.locator('main :is(h1, h2, p, span, button)').evaluateAll((all) =>
    all.filter((e) => e.tagName !== 'H1' && e.textContent?.trim() && e.checkVisibility()).map((e) => parseFloat(getComputedStyle(e).fontSize)),
  )
  const question = await page.getByRole('heading', { level: 1 }).evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize))
  expect(question).toBeGreaterThan(Math.max(...sizes))
  expect(office.title).toContain('Thượng Lâm')
  await expect(page.getByText(office.title)).toBeVisible()
})

test('what is done most is on the first page of its topic, before the rest', async ({ page }) => {
  test.setTimeout(120_000)
  const { common, topics } = await boot(page, patient)
  expect(common.length).toBeGreaterThan(3)
  const firsts = new Map<string, string>()
  await open(page)
  for (const [i, topic] of topics.entries()) {
    await page.locator('.tile:not(.alarm)').nth(i).click()
    await expect(page.locator('[data-screen=topic]')).toBeVisible()
    await settled(page)
    const cards = await page.locator('.card').allInnerTexts()
    firsts.set(topic.key, cards.join('\n'))
    await touch(page, 'Trang đầu')
    await expect(page.locator('[data-screen=home]')).toBeVisible()
  }
  const all = [...firsts.values()].join('\n')
  for (const title of ['Làm giấy khai sinh cho con', 'Đăng ký tạm trú', 'Quên mật khẩu', 'lý lịch tư pháp', 'Trả tiền điện']) expect(all).toContain(title)
  expect((firsts.get('dien-nuoc') ?? '').split('\n')[0]).toContain('tiền điện')
})

test('how to scan is true for every make of phone', async ({ page }) => {
  await open(page)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Quét là mở/)
  await expect(page.locator('[data-screen=handoff]')).toBeVisible()
  const words = await page.getByRole('main').innerText()
  expect(words).toContain('chữ hiện ra')
  expect(words).not.toMatch(/màu|vàng|xanh|trắng/)
})

test('the desk has a name, and a picture of every layout', async ({ page }) => {
  const office = await openOffice(13)
  try {
    await withPrinters(page, printers(2))
    await toDesk(page, office.address)
    await expect(title(page)).toHaveCount(1)
    const layouts = page.getByRole('radio')
    await expect.poll(() => layouts.count()).toBeGreaterThan(6)
    for (const layout of await each(layouts)) await expect(layout.locator('svg')).toBeVisible()
  } finally {
    await office.close()
  }
})

test('the focus is never lost to the page: at the last page, at the door, after a dialog', async ({ page }) => {
  await open(page)
  const focused = () => page.evaluate(() => document.activeElement?.tagName ?? '')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Xem kỹ/)
  const next = page.getByRole('button', { name: 'Trang sau' })
  await expect(next).toBeVisible()
  while (await next.isVisible()) {
    await next.focus()
    await page.keyboard.press('Enter')
    await settled(page)
    expect(await focused()).not.toBe('BODY')
  }
  await touch(page, 'Trang đầu')
  await touch(page, 'Gọi cán bộ')
  await expect(page.getByRole('button', { name: 'Thôi gọi' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  expect(await focused()).not.toBe('BODY')
  await touch(page, /^Dành cho cán bộ$/)
  await expect(page.getByRole('button', { name: 'Mở', exact: true })).toBeVisible()
  expect(await focused()).not.toBe('BODY')
})

test('who cannot read touches the name of a language on the sleeping screen, and is spoken to in it', async ({ page }) => {
  await openAsleep(page)
  const names = page.getByRole('group', { name: 'Chọn tiếng để nghe' }).getByRole('button')
  await expect(names).toHaveText(['Tiếng Việt', 'English'])
  const sound = page.waitForResponse((response) => response.url().includes('/sound/'))
  await page.getByRole('button', { name: 'English' }).click()
  expect((await sound).ok()).toBe(true)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What do you need to do?')
  // It reads: what one can touch now is to stop.
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible()
})

test('a resident prints at the code, and reads no technical word when the printer rests', async ({ page }) => {
  await open(page, furnished)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Quét là mở/)
  await expect(page.locator('[data-screen=handoff]')).toBeVisible()
  // The printer of this office's file is none that this computer has.
  await touch(page, 'In tờ này')
  const notice = page.getByRole('alertdialog')
  await expect(notice.getByRole('heading')).toHaveText('Máy in đang nghỉ. Mời ông bà gọi cán bộ.')
  await expect(notice).not.toContainText(/CUPS|lp|Sumatra|lỗi|error/i)
  await notice.getByRole('button', { name: 'Gọi cán bộ' }).click()
  await expect(page.getByRole('button', { name: 'Thôi gọi' })).toBeVisible()
})

test('who follows a lesson on a phone of their own is not asked while they look away', async ({ page }) => {
  const idle = await idleTimes(page)
  await openTimed(page)
  const asked = page.getByRole('alertdialog')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await touch(page, 'Xem từng bước')
  await expect(page.locator('[data-screen=overview]')).toBeVisible()
  for (const [way, screen] of [['Học từ đầu', 'step'], ['Tiếp tục', 'step'], ['Tập kỹ bước này', 'rehearsal']] as const) {
    await pass(page, idle.quiet + 5)
    await expect(asked).toBeHidden()
    await touch(page, way)
    await expect(page.locator(`[data-screen=${screen}]`)).toBeVisible()
  }
  await pass(page, idle.quiet + 5)
  await expect(asked).toBeHidden()
  await pass(page, idle.quietBusy - idle.quiet)
  await expect(asked).toBeVisible()
})

test('a swipe turns the page as the button does, and a finger that slips still presses', async ({ page }) => {
  await open(page)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Xem kỹ/)
  const at = page.getByText(/^Trang \d trên \d$/)
  await expect(at).toHaveText(/^Trang 1/)
  const rested = () => expect(page.locator('.rest')).toHaveCount(0)
  const drag = async (from: [number, number], to: [number, number]) => {
    await rested()
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(...to, { steps: 6 })
    await page.mouse.up()
  }
  await drag([900, 400], [500, 410])
  await expect(at).toHaveText(/^Trang 2/)
  await drag([500, 400], [900, 410])
  await expect(at).toHaveText(/^Trang 1/)
  // 40 px past the edge of a button: the hand meant it.
  const back = await page.getByRole('button', { name: 'Quay lại' }).boundingBox()
  if (!back) throw new Error('there is no way back')
  const x = back.x + back.width
  await drag([x - 10, back.y + 30], [x + 40, back.y + 30])
  await expect(page.locator('[data-screen=service]')).toBeVisible()
})

test.describe('who asked for less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('sees nothing move', async ({ page }) => {
    const moving = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((e) => {
            const { animationName, transitionDuration } = getComputedStyle(e)
            return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration)
          })
          .map((e) => `${e.tagName} ${e.getAttribute('class') ?? ''}`),
      )
    await open(page)
    expect(await moving()).toEqual([])
    await touch(page, 'Gọi cán bộ')
    expect(await moving()).toEqual([])
    await touch(page, 'Thôi gọi')
    await touch(page, 'Gõ để tìm')
    expect(await moving()).toEqual([])
    await touch(page, 'Trang đầu')
    await touch(page, 'Chỗ ở')
    await touch(page, 'Đăng ký tạm trú')
    await touch(page, /Học từng bước/)
    await expect(page.locator('[data-screen=fact]')).toBeVisible()
    expect(await moving()).toEqual([])
  })
})
