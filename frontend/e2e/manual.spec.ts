import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { deskFaults, openOffice, printers, throughDoor, title, withPrinters, type Office } from './desk'
import { glasses, setText } from './glass'
import { each, expect, expectAccessible, open, test, touch } from './kiosk'

// One office, one PIN.
test.describe.configure({ mode: 'serial' })

/** How many chapters there are. */
const chapters = readdirSync(join(import.meta.dirname, '../../docs/huong-dan')).filter((name) => /^\d.*\.md$/.test(name)).length

let office: Office

test.beforeAll(async () => {
  office = await openOffice(24)
})

test.afterAll(() => office.close())

const help = (page: Page) => page.getByRole('button', { name: 'Cách dùng' })
const dialog = (page: Page) => page.getByRole('dialog')

async function toDesk(page: Page): Promise<void> {
  await withPrinters(page, printers(2))
  await open(page, office.address)
  await throughDoor(page)
}

/** From a room to its chapter. */
async function toChapter(page: Page, room: string, chapter: string): Promise<void> {
  await touch(page, room)
  await help(page).click()
  await touch(page, 'Đọc thêm trong sách hướng dẫn')
  await expect(title(page)).toHaveText(chapter)
}

test('help leads to the chapter of the room, on to the next, and back to the room', async ({ page }) => {
  await toDesk(page)
  await toChapter(page, 'Gói cho thôn', 'In gói cho thôn')
  // Its pictures come from the program.
  for (const picture of await each(page.locator('.chapter img'))) {
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1366)
  }
  await expectAccessible(page)
  await touch(page, 'Chương sau')
  await expect(title(page)).toHaveText('Thay giấy cũ không còn đúng')
  await expect.poll(() => page.locator('.chapter').evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  await touch(page, 'Chương trước')
  await expect(title(page)).toHaveText('In gói cho thôn')
  await touch(page, 'Mục lục')
  await expect(title(page)).toHaveText('Sách hướng dẫn')
  await expect(page.getByRole('button', { name: /^Chương \d+: / })).toHaveCount(chapters)
  await expectAccessible(page)
  await touch(page, 'Chương 1: Bật máy lần đầu')
  await expect(page.getByRole('button', { name: 'Chương trước' })).toBeHidden()
  await touch(page, 'Quay lại')
  await expect(page.getByRole('textbox', { name: 'Tên thôn' })).toBeVisible()
})

test('every room has its chapter', async ({ page }) => {
  await toDesk(page)
  for (const [room, chapter] of [
    ['Hôm nay', 'Mỗi ngày, mỗi tuần làm gì'],
    ['Đã in', 'Thay giấy cũ không còn đúng'],
    ['Kiểm tra mã', 'Kiểm tra mã bằng điện thoại'],
    ['Ghi chú của xã', 'Ghi chú của xã'],
    ['Sửa câu trong bài', 'Sửa câu trong bài'],
    ['Thông tin của xã', 'Thông tin của xã'],
    ['Giọng đọc', 'Thu giọng đọc'],
    ['Người làm việc', 'Người làm việc và nhật ký'],
    ['Cài đặt', 'Cài đặt máy'],
  ] as const)
    await toChapter(page, room, chapter)
})

test('a chapter and the whole of it are saved where staff say', async ({ page }) => {
  await toDesk(page)
  await toChapter(page, 'In tờ', 'In tờ hướng dẫn cho bà con')
  const save = async (): Promise<Buffer> => {
    await expect(dialog(page).getByRole('button', { name: /^In bằng / })).toHaveCount(2)
    await touch(page, 'Lưu vào thư mục Documents')
    await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
    const file = readFileSync((await dialog(page).locator('p').first().textContent()) ?? '')
    await touch(page, 'Đóng')
    return file
  }
  const pages = (file: Buffer): number => file.toString('latin1').split('/Type /Page\n').length - 1
  await touch(page, 'In chương này')
  await expectAccessible(page)
  expect(pages(await save())).toBe(1)
  await touch(page, 'Mục lục')
  await touch(page, 'In cả sách')
  expect(pages(await save())).toBe(chapters + 1) // and the contents
})

test('it is printed on the desk’s own printer first, and what the printer waits for is said', async ({ page }) => {
  await toDesk(page)
  const asked: string[] = []
  let state = { state: 'none', done: 0, pages: 1, file: '', problem: '', warnings: [] as string[] }
  await page.route('**/call/Staff/PrintManual', (route) => {
    asked.push(route.request().postData() ?? '')
    state = { ...state, state: 'printing', problem: 'Máy in hết giấy. Mời cho thêm giấy.' }
    return route.fulfill({ json: null })
  })
  await page.route('**/call/Staff/Progress', (route) => route.fulfill({ json: state }))
  await toChapter(page, 'In tờ', 'In tờ hướng dẫn cho bà con')
  await touch(page, 'In chương này')
  await dialog(page).getByRole('button', { name: /^In bằng / }).first().click()
  await expect(page.getByRole('heading', { name: /máy in đã nhận 0 trên 1 trang\. Máy in hết giấy/ })).toBeVisible()
  expect(asked).toEqual(['["03-in-to","may-1"]'])
  state = { ...state, state: 'done', done: 1, problem: '' }
  await expect(page.getByRole('heading', { name: 'Đã in xong.' })).toBeVisible()
})

test('chapters and contents are whole on every glass', async ({ page }) => {
  test.setTimeout(300_000)
  await toDesk(page)
  const found: string[] = []
  const look = async (screen: string): Promise<void> => {
    for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses, size, screen)))
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  await touch(page, 'In tờ')
  await help(page).click()
  await look('help')
  await touch(page, 'Đọc thêm trong sách hướng dẫn')
  await expect(title(page)).toHaveText('In tờ hướng dẫn cho bà con')
  await look('chapter')
  await touch(page, 'In chương này')
  await expect(dialog(page).getByRole('button', { name: /^In bằng / })).toHaveCount(2)
  await look('print')
  await touch(page, 'Thôi')
  await touch(page, 'Mục lục')
  await look('contents')
  expect(found).toEqual([])
})

test('all of it goes with keys alone', async ({ page }) => {
  await toDesk(page)
  const reach = async (name: string | RegExp): Promise<void> => {
    const wanted = page.getByRole('button', { name }).first()
    for (let i = 0; i < 80; i++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(wanted).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await reach('Cách dùng')
  await reach('Đọc thêm trong sách hướng dẫn')
  await expect(title(page)).toHaveText('Mỗi ngày, mỗi tuần làm gì')
  await reach('Chương trước')
  await expect(title(page)).toHaveText('Khi có sự cố')
  const region = page.getByRole('region', { name: 'Khi có sự cố' })
  for (let i = 0; i < 40 && !(await region.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab')
  await page.keyboard.press('End')
  await expect.poll(() => region.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100)
  await reach('In chương này')
  await reach('Lưu vào thư mục Documents')
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  await reach('Đóng')
  await reach('Mục lục')
  await reach(/^Chương 2: /)
  await expect(title(page)).toHaveText('Vào bàn in, mã PIN')
})
