import type { Page } from '@playwright/test'
import { furnished } from '../playwright.config'
import { Listener } from './five-keys'
import { expect, expectAccessible, idleTimes, open, openAsleep, openTimed, pass, rested, test, touch } from './kiosk'

/** Somebody with closed eyes before the first screen, who has pressed key 5. */
async function listening(page: Page, address = '/'): Promise<Listener> {
  const listener = new Listener(page)
  await listener.come()
  await open(page, address)
  await listener.press('choose')
  return listener
}

test('key 5 starts speech: where one is, how much there is, which keys there are', async ({ page }) => {
  const listener = new Listener(page)
  await listener.come()
  await open(page)
  expect(listener.heard).toEqual([])
  const said = await listener.press('choose')
  expect(said).toMatch(/^Bà con đang ở trang Ông bà cần làm việc gì\? Có \d+ nút để chọn\. Phím 2 nghe mục sau/)
  // One item after the other, and back again; NumLock on, off, or the row of digits.
  const first = await listener.press('next')
  expect(first).toMatch(/Nút bấm$/)
  // Who stands beside sees which one it is.
  const focused = await page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim().replace(/\s+/g, ' '))
  expect(first).toBe(`${focused} Nút bấm`)
  const second = await listener.press('Digit2')
  expect(second).not.toBe(first)
  expect(await listener.press('Digit8')).toBe(first)
  expect(await listener.press('Numpad6')).toBe(second)
  expect(await listener.press('Numpad4')).toBe(first)
  // Before the first there is nothing, and one stays there.
  await listener.press('previous')
  expect(await listener.press('previous')).toBe('Đây là mục đầu. Phím 2 nghe mục sau.')
  expect(await listener.press('next')).toBe(first)
  await expectAccessible(page)
})

test('what was said is said again, then slowly, louder and softer', async ({ page }) => {
  const listener = await listening(page)
  const item = await listener.press('next')
  expect(await listener.press('repeat')).toBe(item)
  expect(listener.slow).toBe(false)
  expect(await listener.press('NumpadDecimal')).toBe(item)
  expect(listener.slow).toBe(true)
  expect(await listener.press('Numpad9')).toBe('Cỡ tiếng 4 trên 4')
  expect(await listener.press('Numpad7')).toBe('Cỡ tiếng 3 trên 4')
  // Something else has been pressed meanwhile: once means again, not faster.
  expect(await listener.press('repeat')).toBe(item)
  expect(listener.slow).toBe(true)
})

/** What leads from a service to its hand-off. */
const handsOff = /Quét là mở|Mở trên điện thoại/

for (const topics of [
  ['Sinh con', 'Kết hôn'],
  ['Người mất', 'Chỗ ở'],
  ['Giấy tờ', 'Bảo hiểm'],
  ['Nhà đất', 'Trợ cấp'],
]) {
  test(`five services are reached to their hand-off by ear and five keys: ${topics.join(', ')}`, async ({ page }) => {
    test.setTimeout(600_000)
    const listener = await listening(page)
    const reached: string[] = []
    for (const topic of topics) {
      await listener.choose(topic)
      const services = (await listener.list()).filter((said) => !/\d+ việc$/.test(said)).slice(0, 3)
      await listener.home()
      for (const service of services) {
        await listener.choose(topic)
        await listener.choose(service)
        let said = await listener.choose(handsOff)
        // Which phone it is for is asked by ear, too.
        if (said.includes('điện thoại nào')) said = await listener.press('next').then(() => listener.press('choose'))
        expect(said, service).toMatch(/^Bà con đang ở trang/)
        await expect(page.locator('[data-screen]'), `${service}: ${said}`).toHaveAttribute('data-screen', 'handoff')
        reached.push(service)
        await listener.home()
      }
    }
    expect(new Set(reached).size).toBeGreaterThanOrEqual(5)
  })
}

test('the hand-off says the code sign by sign and slowly, and prints on request', async ({ page }) => {
  const printed: unknown[] = []
  await page.route('**/call/Resident/Slip', (route) => {
    printed.push(route.request().postDataJSON())
    return route.fulfill({ json: null })
  })
  const listener = await listening(page, furnished)
  await listener.choose('Sinh con')
  await listener.choose('Làm giấy khai sinh cho con')
  const said = await listener.choose(handsOff)
  expect(said).toContain('Mã thủ tục là 1, chấm, 0, 0, 1, 1, 9, 3')
  expect(listener.slowly).toContain('1, chấm, 0, 0, 1, 1, 9, 3')
  expect(said).toMatch(/Bấm phím 5 để in phiếu này\. Phím 2 nghe các mục\.$/)
  expect(printed).toEqual([])
  await listener.press('choose')
  await expect.poll(() => listener.heard.join(' ')).toContain('Mời ông bà lấy phiếu ở máy in.')
  expect(printed).toHaveLength(1)
  // And away again, by the key that goes back.
  expect(await listener.press('back')).toContain('Bà con đang ở trang Mở trên điện thoại')
})

test('a whole lesson is gone through by ear, questions, papers, steps and rehearsal', async ({ page }) => {
  test.setTimeout(600_000)
  const listener = await listening(page)
  await listener.choose('Sinh con')
  await listener.choose('Làm giấy khai sinh cho con')
  for (const way of ['Học từng bước', 'Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await listener.choose(way)
  // A paper that is ready is said to be.
  await listener.press('next')
  const paper = await listener.press('next')
  expect(paper).toMatch(/Nút chưa chọn$/)
  expect(await listener.press('choose')).toMatch(/^Giấy chứng sinh.* Nút đang chọn$/)
  await listener.choose('Xem từng bước')
  expect(await listener.choose('Học từ đầu')).toContain('Mở trang dichvucong.gov.vn')
  await listener.choose('Tập thử')
  // What was wrong is said, and what to do.
  expect(await listener.choose('Mã vuông')).toMatch(/^Đây mới là hình cái mã\. Mời chạm dòng chữ/)
  const before = listener.heard.length
  expect(await listener.choose(/thoại mẫu: dichvucong/)).toContain('Đúng rồi')
  await expect.poll(() => listener.heard.slice(before).join(' ')).toContain('Bà con đang ở trang') // the next step
  await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', 'rehearsal')
})

test('whoever is asked whether he is there hears it, and any key stays without choosing', async ({ page }) => {
  const listener = new Listener(page)
  await listener.come()
  await openTimed(page)
  await listener.press('choose')
  await listener.choose('Sinh con')
  const here = await listener.press('next')
  const before = listener.heard.length
  const { quiet, warning } = await idleTimes(page)
  await pass(page, quiet)
  await expect.poll(() => listener.heard.slice(before).join(' ')).toMatch(/Ông bà còn ở đây không\?.*Bấm phím nào cũng được để ở lại\./)
  expect(await listener.press('choose')).toContain('Bà con đang ở trang Sinh con')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  expect(await listener.press('next')).toBe(here)
  // Who does not answer has gone, though it was spoken; and then it is silent.
  await pass(page, quiet)
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await pass(page, warning)
  await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', 'home')
  await rested(page)
  const after = listener.heard.length
  await page.keyboard.press('Numpad2')
  await rested(page)
  expect(listener.heard).toHaveLength(after)
})

test('what comes over the screen is spoken, and left by the key that goes back', async ({ page }) => {
  const listener = await listening(page)
  expect(await listener.choose('Gọi cán bộ')).toMatch(/Có \d nút để chọn/)
  await expect(page.getByRole('alertdialog')).toBeVisible()
  expect(await listener.press('back')).toContain('Bà con đang ở trang Ông bà cần làm việc gì?')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('a sleeping kiosk is woken by ear, in the language that is chosen', async ({ page }) => {
  const listener = new Listener(page)
  await listener.come()
  await openAsleep(page)
  expect(await listener.press('choose')).toMatch(/^Máy đang chờ bà con\. Bấm phím 5 để bắt đầu\. Có \d+ nút để chọn\./)
  expect(await listener.choose('English')).toContain('You are on the page')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await listener.press('next')).toMatch(/Button$/)
})

test('a touch, a field and the staff door leave the digits alone', async ({ page }) => {
  const listener = await listening(page)
  await listener.choose('Gõ để tìm')
  // The field does not swallow the keys of who listens.
  expect(await listener.press('next')).not.toBe('')
  expect(await listener.press('back')).toContain('Ông bà cần làm việc gì?')
  await touch(page, 'Gõ để tìm') // who touches sees
  await page.getByRole('textbox').click()
  const before = listener.heard.length
  await page.keyboard.type('5258')
  await expect(page.getByRole('textbox')).toHaveValue('5258')
  await page.keyboard.press('Escape')
  await touch(page, 'Dành cho cán bộ')
  await page.keyboard.press('Digit5')
  await rested(page)
  expect(listener.heard).toHaveLength(before)
})
