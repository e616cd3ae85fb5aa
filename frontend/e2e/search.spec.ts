import type { Page } from '@playwright/test'
import { expectToFit, settled } from './glass'
import { expect, expectAccessible, open, readCodes, test, touch } from './kiosk'

const field = (page: Page) => page.getByRole('textbox')

async function openSearch(page: Page): Promise<void> {
  await open(page)
  await touch(page, 'Gõ để tìm')
  await expect(field(page)).toBeFocused()
}

/** Types with a finger. */
async function keys(page: Page, text: string): Promise<void> {
  for (const letter of text) {
    await page.getByRole('button', { name: letter === ' ' ? 'Dấu cách' : letter, exact: true }).click()
  }
}

const results = (page: Page) => page.getByRole('region', { name: /^(Kết quả tìm|Search results)$/ }).getByRole('button')

test('typing on the glass leads to the right page on the phone', async ({ page }, info) => {
  await openSearch(page)
  await keys(page, 'giay khai sinh')
  await expect(field(page)).toHaveValue('giay khai sinh')
  await expect(results(page).first()).toContainText('Làm giấy khai sinh cho con')
  await expect(results(page).first().locator('mark')).toHaveText('giấy khai sinh')
  await results(page).first().click()
  await touch(page, /Quét là mở/)
  await expect(page.getByRole('button', { name: 'Đã mở được trang' })).toBeVisible()
  await expect(page.getByRole('img', { name: /Mã QR/ })).toBeVisible()
  expect(await readCodes(page, info.outputPath('code.png'))).toEqual([
    'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7',
  ])
  await touch(page, 'Quay lại')
  await touch(page, 'Quay lại')
  await expect(field(page)).toHaveValue('giay khai sinh')
  await expect(results(page).first()).toContainText('Làm giấy khai sinh cho con')
})

test('a real keyboard composes Telex, and Enter opens the first one', async ({ page }) => {
  await openSearch(page)
  await page.keyboard.type('ddawng kys tajm trus')
  await expect(field(page)).toHaveValue('đăng ký tạm trú')
  await page.keyboard.press('Backspace')
  await expect(field(page)).toHaveValue('đăng ký tạm tr')
  await page.keyboard.type('us')
  await expect(results(page).first()).toContainText('Đăng ký tạm trú')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Đăng ký tạm trú/)
})

test('marks can be put on without knowing Telex', async ({ page }) => {
  await openSearch(page)
  await keys(page, 'ho')
  await page.getByRole('button', { name: 'ô', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Xóa', exact: true }).click()
  await page.getByRole('button', { name: 'ô', exact: true }).click()
  await page.getByRole('button', { name: /nặng/ }).click()
  await keys(page, ' chieu')
  await expect(field(page)).toHaveValue('hộ chieu')
  await page.getByRole('button', { name: 'Xóa hết', exact: true }).click()
  await expect(field(page)).toHaveValue('')
})

test('what nobody has is said honestly, and counted without numbers', async ({ page }) => {
  await openSearch(page)
  await page.keyboard.type('qwrtp')
  await expect(page.getByText('Ở đây không có mục này.')).toBeVisible()
  await expect(results(page).first()).toContainText('Sinh con')
  const missed = page.waitForRequest(/Missed/)
  await results(page).first().click()
  expect((await missed).postData()).toBe('["qwrtp"]')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Sinh con/)
})

test('a procedure of the national catalogue has a plain page with its code', async ({ page }, info) => {
  await openSearch(page)
  await page.keyboard.type('cap phep bay')
  await expect(results(page).first()).toContainText('Danh mục quốc gia')
  await results(page).first().click()
  await expect(page.getByText(/chưa có bài hướng dẫn/)).toBeVisible()
  await page.waitForTimeout(300) // a code that fades in cannot be read yet
  expect(await readCodes(page, info.outputPath('entry.png'))).toEqual([
    'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d8af3-edd0-7528-af6e-edcc8745d1f1',
  ])
  await expectAccessible(page)
})

test('nothing of a search is left for the next resident', async ({ page }) => {
  await openSearch(page)
  await page.keyboard.type('khai sinh')
  await expect(results(page).first()).toContainText('khai sinh')
  await touch(page, 'Trang đầu')
  await touch(page, 'Gõ để tìm')
  await expect(field(page)).toHaveValue('')
  await expect(field(page)).toHaveAttribute('autocomplete', 'off')
})

test('what was typed cannot be carried off, and nothing can be brought', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // The kiosk's own policy lets no page read the clipboard, so another one does.
  const other = await context.newPage()
  await other.route('**/other', (route) => route.fulfill({ contentType: 'text/html', body: '<p>another program</p>' }))
  await other.goto('/other')
  await other.evaluate(() => navigator.clipboard.writeText('của người trước'))
  const clipboard = async () => {
    await other.bringToFront()
    const text = await other.evaluate(() => navigator.clipboard.readText())
    await page.bringToFront()
    return text
  }
  const selected = () => field(page).evaluate((input: HTMLInputElement) => (input.selectionEnd ?? 0) - (input.selectionStart ?? 0))
  await page.bringToFront()
  await openSearch(page)
  await page.keyboard.type('khai sinh')
  await expect(field(page)).toHaveValue('khai sinh')
  for (const clicks of [2, 3]) {
    await field(page).click({ clickCount: clicks, position: { x: 60, y: 30 } })
    expect(await selected()).toBe(0)
  }
  const box = await field(page).boundingBox()
  const y = (box?.y ?? 0) + 30
  await page.mouse.move((box?.x ?? 0) + 30, y)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 150, y, { steps: 5 })
  await page.mouse.up()
  expect(await selected()).toBe(0)
  for (const keys of ['Control+a', 'Shift+Home', 'Control+c', 'Control+x', 'Control+Insert', 'Shift+Delete']) {
    await page.keyboard.press(keys)
    expect(await selected()).toBe(0)
  }
  expect(await clipboard()).toBe('của người trước')
  for (const keys of ['Control+v', 'Shift+Insert', 'Control+Shift+v']) await page.keyboard.press(keys)
  await field(page).click({ button: 'middle' })
  await expect(field(page)).toHaveValue('khai sinh')
  // But the caret goes where the finger is.
  await field(page).click({ position: { x: 30, y: 30 } })
  await page.keyboard.type('b')
  await expect(field(page)).toHaveValue('bkhai sinh')
  await page.keyboard.press('Backspace')
  const width = await page.evaluate(() => {
    const ruler = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    ruler.font = getComputedStyle(document.querySelector('input') as Element).font
    return ruler.measureText('khai').width
  })
  await field(page).click({ position: { x: 27 + width, y: 30 } })
  await page.keyboard.type(' b')
  await expect(field(page)).toHaveValue('khai b sinh')
  // The next resident.
  await touch(page, 'Trang đầu')
  await touch(page, 'Gõ để tìm')
  await expect(field(page)).toHaveValue('')
  await page.keyboard.press('Control+v')
  await page.keyboard.press('Control+z')
  await expect(field(page)).toHaveValue('')
  await page.keyboard.type('a')
  await expect(field(page)).toHaveValue('a')
})

test('whatever is pasted, the kiosk stays', async ({ page }) => {
  await openSearch(page)
  for (const text of ['đ'.repeat(10_000), '🙂'.repeat(300), 'a' + '\u0301'.repeat(5000), '"\' OR 1=1 --', '<img src=x onerror=alert(1)>', '\u0000\u202e\n\n']) {
    await page.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
    await expect(page.getByRole('region', { name: 'Kết quả tìm' })).toBeVisible()
    expect((await field(page).inputValue()).length).toBeLessThan(700)
    await page.getByRole('button', { name: 'Xóa hết', exact: true }).click()
  }
  await page.keyboard.type('bhyt')
  await expect(results(page).first()).toContainText('BHYT')
})

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  for (const text of [0, 2]) {
    for (const english of [false, true]) {
      test(`searching fits at ${size.width}×${size.height}, text size ${text + 1}, ${english ? 'en' : 'vi'}`, async ({ page }) => {
        await page.setViewportSize(size)
        await open(page)
        for (let i = 0; i < text; i++) await touch(page, /Chữ to hơn/)
        if (english) await touch(page, 'English')
        await settled(page)
        await touch(page, english ? 'Type to search' : 'Gõ để tìm')
        await expect(field(page)).toBeFocused()
        // Half a word, many hits, none, and the longest name there is.
        for (const query of ['', 'giay', 'dang ky ket hon voi nguoi nuoc ngoai', 'qwrtp', 'thu tuc co ten rat dai de thu xem']) {
          await field(page).fill(query)
          await page.waitForTimeout(120)
          await test.step(query, async () => {
            await expectToFit(page)
          })
        }
        await expect(results(page).first()).toContainText('tên rất dài')
        await results(page).first().click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(/tên rất dài/)
        await page.waitForTimeout(120)
        await expectToFit(page)
      })
    }
  }
}

test('no key is smaller than 14 mm, and none covers the field', async ({ page }) => {
  await openSearch(page)
  const keyboard = page.getByRole('group', { name: 'Bàn phím' })
  for (const layout of ['letters', 'numbers']) {
    if (layout === 'numbers') await page.getByRole('button', { name: /số/ }).first().click()
    const boxes = await keyboard.getByRole('button').evaluateAll((all) => all.map((b) => b.getBoundingClientRect().toJSON() as DOMRect))
    expect(boxes.length).toBeGreaterThan(15)
    // 96 dots per inch.
    for (const box of boxes) expect((Math.min(box.width, box.height) * 25.4) / 96).toBeGreaterThanOrEqual(14)
    const line = await field(page).boundingBox()
    for (const box of boxes) expect(box.top).toBeGreaterThanOrEqual((line?.y ?? 0) + (line?.height ?? 0))
  }
})

test('searching is free of accessibility faults', async ({ page }) => {
  await openSearch(page)
  for (const query of ['', 'khai sinh', 'qwrtp']) {
    await field(page).fill(query)
    await page.waitForTimeout(150)
    await expectAccessible(page)
  }
})
