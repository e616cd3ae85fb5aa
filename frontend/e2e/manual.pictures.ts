import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { patient } from '../playwright.config'
import { add, leaf, openOffice, pin, rows, setUp, throughDoor, title, toDesk, type, withPrinters, type Office } from './desk'
import { expect, open, test, touch } from './kiosk'
import { takeRinged } from './ring'
import { Holders } from './signed'

// The pictures of docs/huong-dan, made in an office that does not exist. Each is
// named after its chapter; a ring shows what to touch. A picture that fails leaves
// the others alone: the office is set up again by whoever comes to its door.
const out = join(process.env.PICTURES ?? 'build/pictures', 'manual')
mkdirSync(out, { recursive: true })

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ mode: 'default', retries: 1 })

const example = `name: Trung tâm phục vụ hành chính công xã Mẫu
place: Xã Mẫu
hours: ["Sáng 7 giờ 30 đến 11 giờ 30", "Chiều 13 giờ 30 đến 17 giờ"]
phone: "0200 000 0000"
wifi: {name: Mot cua xa Mau, password: "xinchao2026"}
`
const printer = { printers: [{ name: 'may-in', about: 'Máy in phòng một cửa', ready: true, reason: '' }], chosen: 'may-in', gone: '', problem: '' }
const off = 24
const home = `/tmp/tungbuoc-e2e-desk-${Number(new URL(patient).port) + off}`

let office: Office

test.beforeAll(async () => {
  office = await openOffice(off, example)
})

test.afterAll(() => office.close())

/** Takes a picture, with a ring around what is touched next. */
const take = (page: Page, name: string, ...touched: Locator[]): Promise<void> => takeRinged(page, join(out, `${name}.png`), touched)

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first()
const dialog = (page: Page) => page.getByRole('dialog')

/** What the program says to a staff call. */
async function ask<Answer = unknown>(page: Page, method: string, ...args: unknown[]): Promise<Answer> {
  const answer = await page.request.post(`${office.address}/call/Staff/${method}`, { data: args })
  expect(answer.ok(), method).toBe(true)
  return (await answer.json()) as Answer
}

/** Through the door to a room. */
async function toRoom(page: Page, name: string): Promise<void> {
  await withPrinters(page, printer)
  await open(page, office.address)
  await button(page, 'Dành cho cán bộ').click()
  const who = button(page, 'Lan')
  const digits = page.getByText(/ghi trong tệp này|Mã có 6 chữ số/)
  await expect(who.or(digits)).toBeVisible()
  if (await who.isVisible()) {
    await who.click()
    await type(page, pin)
  } else if ((await title(page).textContent()) === 'Mời nhập mã cài đặt') await setUp(page)
  else await type(page, pin)
  await expect(page.getByRole('navigation', { name: 'Bàn in' })).toBeVisible()
  await touch(page, name)
  await expect(title(page)).toHaveText(name)
}

/** There is a second person. */
async function second(page: Page): Promise<void> {
  const people = await ask<{ name: string }[]>(page, 'People')
  if (!people.some(({ name }) => name === 'Tú')) await ask(page, 'AddPerson', 'Tú', 'clerk', '739104')
}

/** From the notes' room to a service on the residents' screen. */
async function toService(page: Page, typed: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Tìm dịch vụ để ghi chú' }).fill(typed)
  await page.getByRole('button', { name: /^Thêm / }).first().click()
  await expect(page.getByRole('button', { name: /^Ghi chú cho:/ }).first()).toBeVisible()
}

test('01: the first start', async ({ page }) => {
  const fresh = await openOffice(off + 1, '')
  try {
    await open(page, fresh.address)
    await take(page, '01-trang-dau', button(page, 'Dành cho cán bộ'))
    await button(page, 'Dành cho cán bộ').click()
    await expect(title(page)).toHaveText('Mời nhập mã cài đặt')
    const code = await setUp(page, false)
    expect(code).toMatch(/^\d{12}$/)
    await expect(title(page)).toHaveText('Ông bà làm ở xã, phường nào?')
    await page.getByRole('textbox', { name: 'Gõ tên xã, phường' }).fill('lam')
    await expect(page.getByRole('button', { name: 'Xã Thượng Lâm' })).toBeVisible()
    await take(page, '01-chon-xa', page.getByRole('button', { name: 'Xã Thượng Lâm' }))
  } finally {
    await fresh.close()
  }
})

test('02: the door', async ({ page }) => {
  await open(page, office.address)
  await throughDoor(page)
  await touch(page, 'Khóa bàn in')
  await button(page, 'Dành cho cán bộ').click()
  await expect(title(page)).toHaveText('Mời nhập mã PIN')
  await take(page, '02-ma-pin', button(page, 'Quên mã PIN'))
})

test('03: sheets', async ({ page }) => {
  await withPrinters(page, printer)
  await toDesk(page, office.address)
  for (const query of ['giay khai sinh', 'dang ky tam tru']) await add(page, query)
  await expect(rows(page)).toHaveCount(2)
  await expect(page.locator('.outcome .sheet svg[role=img]')).toBeVisible()
  await take(page, '03-in-to', page.locator('.outcome .main'))
})

test('04: a pack for a hamlet', async ({ page }) => {
  await withPrinters(page, printer)
  await toDesk(page, office.address)
  await button(page, 'Gói cho thôn').click()
  for (const query of ['vneid', 'dang ky tam tru']) await add(page, query)
  await leaf(page, '2')
  await page.getByRole('textbox', { name: 'Tên thôn' }).fill('Nà Mẫu')
  await expect(page.locator('.outcome .sheet svg[role=img]')).toBeVisible()
  await take(page, '04-goi-cho-thon', page.getByRole('textbox', { name: 'Tên thôn' }), page.locator('.outcome .main'))
})

test('05: paper that is wrong by now', async ({ page }) => {
  await toRoom(page, 'Hôm nay')
  const order = { services: ['khai-sinh'], layout: 'a5', copies: 20, counts: [20], start: 1, large: false, team: '', codes: [], hamlet: '', households: 1 }
  await ask(page, 'Save', order, join(home, 'Documents'))
  await expect.poll(async () => (await ask<{ state: string }>(page, 'Progress')).state).toBe('done')
  const { link } = await ask<{ link: { key: string; url: string } }>(page, 'LinkCode', '1.001193')
  const sitting = await ask<number>(page, 'BeginLinks')
  await ask(page, 'LinksControl', sitting, true)
  await ask(page, 'JudgeLink', { sitting, link: link.key, url: link.url, found: 'wrong', reader: 'android', sure: true })
  await touch(page, 'Đã in')
  await expect(page.getByText(/^Cần thay/)).toBeVisible()
  await take(page, '05-can-thay', button(page, 'In lại'), button(page, 'Đã thay rồi'))
  // The code is right again, so that no other picture says otherwise.
  await ask(page, 'JudgeLink', { sitting, link: link.key, url: link.url, found: 'right', reader: 'android', sure: true })
})

test('06: codes are checked', async ({ page }) => {
  await toRoom(page, 'Kiểm tra mã')
  await touch(page, 'Bắt đầu')
  await expect(page.getByRole('heading', { name: 'Quét mã thử này trước' })).toBeVisible()
  await touch(page, 'Mở được')
  await expect(page.getByText(/^Mã 1 trong/)).toBeVisible()
  await take(page, '06-kiem-tra-ma', button(page, /Đúng trang/))
})

test('07: a note', async ({ page }) => {
  await toRoom(page, 'Ghi chú của xã')
  await toService(page, 'khai sinh')
  await page.getByRole('button', { name: /^Ghi chú cho:/ }).first().click()
  await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Nộp tại bàn 3')
  await expect(page.getByText('Bà con chưa thấy').first()).toBeVisible()
  await take(page, '07-ghi-chu', button(page, 'Cho bà con thấy'))
  // No other picture has the note.
  for (const { target } of (await ask<{ notes: { target: string }[] }>(page, 'Notes')).notes) await ask(page, 'TakeNote', target)
})

test('08: a sentence of the office’s own', async ({ page }) => {
  await toRoom(page, 'Sửa câu trong bài')
  await second(page)
  for (const { target } of await ask<{ target: string }[]>(page, 'Wordings')) await ask(page, 'DropWording', target)
  await touch(page, 'Chọn câu trên màn hình của bà con')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await page.getByRole('button', { name: /^Ghi chú cho:/ }).first().click()
  await touch(page, 'Sửa câu này')
  const sentence = page.getByRole('textbox', { name: 'Câu mới' })
  await expect(sentence).toBeFocused()
  await sentence.fill('Giấy chứng sinh của cháu')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await take(page, '08-cau-moi', button(page, 'Nhờ người thứ hai đọc'))
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()
  await take(page, '08-cho-doc', page.getByRole('button', { name: /^Đọc và đồng ý/ }).first())
})

test('09: a service is hidden, a number is not true here', async ({ page }) => {
  await toRoom(page, 'Ghi chú của xã')
  await ask(page, 'TakeAway', 'khai-sinh#time')
  await touch(page, 'Hôm nay')
  await touch(page, 'Ghi chú của xã')
  await expect(page.getByText('Bà con đọc “Hỏi cán bộ” thay cho').first()).toBeVisible()
  await take(page, '09-dang-an', page.getByRole('button', { name: /^Lấy lại: / }).first())
  await ask(page, 'BringBack', 'khai-sinh#time')
  await toService(page, 'khai sinh')
  await page.getByRole('button', { name: /^Ghi chú cho:/ }).first().click()
  await take(page, '09-tam-an', button(page, 'Tạm ẩn việc này'))
})

test('10: what the office says of itself', async ({ page }) => {
  await toRoom(page, 'Thông tin của xã')
  await expect(page.getByText('Xã Mẫu', { exact: true })).toBeVisible()
  await take(page, '10-thong-tin', page.getByRole('button', { name: /^Sửa: Giờ làm việc/ }))
})

test('11: recordings', async ({ page }) => {
  await toRoom(page, 'Giọng đọc')
  await expect(button(page, 'Nhập bản thu')).toBeVisible()
  await take(page, '11-giong-doc', button(page, 'Lưu kịch bản'), button(page, 'Nhập bản thu'))
})

test('12: people', async ({ page }) => {
  await toRoom(page, 'Người làm việc')
  await second(page)
  await touch(page, 'Hôm nay')
  await touch(page, 'Người làm việc')
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(2)
  await take(page, '12-nguoi-lam-viec', button(page, 'Thêm người'), page.getByRole('button', { name: 'Mã PIN mới: Tú' }))
})

test('13: a copy of all', async ({ page }) => {
  await toRoom(page, 'Hôm nay')
  await page.route('**/call/Staff/Folders', (route) =>
    route.fulfill({ json: [{ path: '/media/sao-luu', name: 'SAO LUU', stick: true }, { path: join(home, 'Documents'), name: 'Documents', stick: false }] }),
  )
  await touch(page, 'Sao lưu')
  const stick = dialog(page).getByRole('button', { name: 'Lưu vào USB SAO LUU' })
  await expect(stick).toBeVisible()
  await take(page, '13-sao-luu', stick)
})

test('14: work that was cut off', async ({ page }) => {
  await toRoom(page, 'Hôm nay')
  await page.route('**/call/Staff/Unfinished', (route) =>
    route.fulfill({ json: { title: 'Thôn Nà Mẫu', begun: '2026-11-23 08:05', printed: true, place: 'Máy in phòng một cửa', pages: 40, done: 12 } }),
  )
  await button(page, 'In tờ').click()
  await expect(page.getByRole('heading', { name: 'Còn một việc in dở' })).toBeVisible()
  await take(page, '14-in-tiep', button(page, /^In tiếp từ trang/))
})

test('15: what there is to do today', async ({ page }) => {
  await toRoom(page, 'Hôm nay')
  await expect(page.getByRole('list', { name: 'Việc cần làm hôm nay' }).getByRole('listitem').first()).toBeVisible()
  await take(page, '15-hang-ngay')
})

test('16: the settings', async ({ page }) => {
  await toRoom(page, 'Cài đặt')
  await take(page, '16-cai-dat', page.getByRole('button', { name: /^Đổi: Cỡ thật/ }))
})

test('17: white on black, and buttons lower down', async ({ page }) => {
  await open(page, office.address)
  await touch(page, 'Chữ trắng nền đen')
  await touch(page, 'Đưa nút xuống thấp')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await take(page, '17-kho-nhin', page.getByRole('button', { name: 'Chữ trắng nền đen' }), page.getByRole('button', { name: 'Đưa nút xuống thấp' }))
})

test('18: a new version of the program', async ({ page }) => {
  const holders = new Holders()
  const fresh = await openOffice(off + 2, example, false, ['-root', holders.root])
  try {
    const documents = `/tmp/tungbuoc-e2e-desk-${Number(new URL(patient).port) + off + 2}/Documents`
    holders.update(documents, 'tung-buoc-12.tbupdate', 12, '1.4.0')
    await open(page, fresh.address)
    await throughDoor(page)
    await touch(page, 'Cài đặt')
    await touch(page, 'Cập nhật chương trình')
    await touch(page, 'Chọn tệp cập nhật trên USB')
    await touch(page, /^tung-buoc-12/)
    await expect(dialog(page).getByRole('heading')).toHaveText('Bản 1.4.0')
    await take(page, '18-cap-nhat', dialog(page).getByRole('button', { name: 'Cài bản này' }))
  } finally {
    await fresh.close()
    holders.close()
  }
})
