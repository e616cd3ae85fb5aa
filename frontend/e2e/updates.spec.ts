import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { patient } from '../playwright.config'
import { deskFaults, openOffice, pin, throughDoor, title, type as typed, type Office } from './desk'
import { deskSizes, glasses, setText } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'
import { Holders } from './signed'

// One office that gets one update after another, each signed as a province signs.
test.describe.configure({ mode: 'serial' })

const off = 34
const clerk = '739104'
const data = `/tmp/tungbuoc-e2e-desk-${Number(new URL(patient).port) + off}`
const documents = join(data, 'Documents')

let holders: Holders
let office: Office

test.beforeAll(async () => {
  holders = new Holders()
  office = await openOffice(off, undefined, false, ['-root', holders.root])
})

test.afterAll(async () => {
  await office.close()
  holders.close()
})

test.beforeEach(() => {
  rmSync(documents, { recursive: true, force: true })
  mkdirSync(documents, { recursive: true })
})

const dialog = (page: Page) => page.getByRole('dialog')
const asks = (page: Page) => dialog(page).getByRole('heading')
const room = (page: Page) => page.getByRole('main')
const choose = 'Chọn tệp cập nhật trên USB'

async function toRoom(page: Page): Promise<void> {
  await open(page, office.address)
  await throughDoor(page)
  await touch(page, 'Cài đặt')
  await touch(page, 'Cập nhật chương trình')
  await expect(title(page)).toHaveText('Cập nhật chương trình')
  await expect(room(page)).toContainText('Máy đang dùng bản 0.1.0')
}

/** What the program says to a staff call from the page as it stands. */
const asked = (page: Page, method: string, ...args: unknown[]): Promise<string> =>
  page.evaluate(async ([method, body]) => (await fetch(`/call/Staff/${method}`, { method: 'POST', body })).text(), [method, JSON.stringify(args)] as const)

test('an administrator brings a signed version from the stick to where it waits, and calls it off', async ({ page }) => {
  await toRoom(page)
  await expectAccessible(page)
  await touch(page, choose)
  await expect(asks(page)).toHaveText('Cập nhật bằng tệp nào?')
  await expect(dialog(page)).toContainText('Chưa thấy tệp cập nhật nào. Mời cắm USB, rồi chạm “Tìm lại”.')
  holders.update(documents, 'tung-buoc-1.tbupdate', 1, '0.2.0')
  await touch(page, 'Tìm lại')
  const file = dialog(page).getByRole('button', { name: /^tung-buoc-1\.tbupdate/ })
  await expect(file).toContainText('Thư mục Documents, 3 MB')
  await expectAccessible(page)
  await touch(page, /^tung-buoc-1\.tbupdate/)
  await expect(asks(page)).toHaveText('Bản 0.2.0')
  await expect(dialog(page)).toContainText('Đúng tệp của tỉnh, còn nguyên. Ít nhất hai người giữ khóa đã ký.')
  await expectAccessible(page)

  await touch(page, 'Cài bản này')
  await expect(asks(page)).toHaveText('Lan nhập mã PIN để cài bản 0.2.0')
  await expectAccessible(page)
  await typed(page, '123456')
  await expect(dialog(page).getByRole('alert')).toHaveText('Mã PIN chưa đúng. Còn 4 lần thử.')
  expect(await asked(page, 'Updates')).toContain('"waiting":null')
  await typed(page, pin)
  await expect(asks(page)).toHaveText('Đã nhận bản 0.2.0')
  await expect(dialog(page)).toContainText('Máy sẽ đổi sang bản mới khi không còn ai ở máy.')
  await expectAccessible(page)
  await touch(page, 'Đóng')
  await expect(room(page)).toContainText('Bản 0.2.0 đang chờ')
  await expect(room(page).getByRole('button', { name: choose })).toHaveCount(0)
  await expectAccessible(page)
  expect(readFileSync(join(data, 'versions', '1-0.2.0', 'tungbuoc-kiosk')).length).toBe(3 << 20)

  await touch(page, 'Thôi, không cài')
  await expect(page.getByText('Đã thôi cài bản 0.2.0.')).toBeVisible()
  await expect(room(page).getByRole('button', { name: choose })).toBeVisible()
  const trail = await asked(page, 'Trail', 0)
  expect(trail).toContain('"what":"update","subject":"bản 0.2.0, số 1"')
  expect(trail).toContain('"what":"noupdate","subject":"bản 0.2.0"')
})

test('what is not right is refused, each time in a sentence that says what to do', async ({ page }) => {
  test.setTimeout(420_000) // each key is slow to open, as it is to guess
  writeFileSync(join(documents, 'anh.tbupdate'), 'not an update')
  Holders.tear(holders.update(documents, 'cut.tbupdate', 2, '0.2.0'))
  holders.update(documents, 'mot-nguoi.tbupdate', 3, '0.2.0', { by: ['so-1'] })
  holders.update(documents, 'windows.tbupdate', 4, '0.2.0', { platform: 'windows' })
  holders.update(documents, 'cu.tbupdate', 5, '0.0.9')
  writeFileSync(join(documents, 'rut.tbupdate'), 'pulled before it is read')
  const stranger = new Holders()
  stranger.update(documents, 'nguoi-la.tbupdate', 8, '9.0.0')
  stranger.close()
  await toRoom(page)
  for (const [name, says] of [
    ['anh', 'Đây không phải tệp cập nhật của Từng Bước.'],
    ['cut', 'Tệp cập nhật bị hỏng hoặc chép chưa hết.'],
    ['mot-nguoi', 'Tệp cập nhật còn thiếu chữ ký.'],
    ['windows', 'Tệp này không có bản cho loại máy này.'],
    ['cu', 'Tệp này là bản 0.0.9, cũ hơn bản 0.1.0 đang dùng.'],
    ['nguoi-la', 'Chữ ký của tệp không phải của tỉnh.'],
    ['rut', 'Không còn thấy tệp này. Mời xem USB còn cắm không, rồi chọn lại.'],
  ] as const) {
    await touch(page, name === 'anh' ? choose : 'Chọn tệp khác')
    await expect(dialog(page).getByRole('button', { name: new RegExp(`^${name}\\.tbupdate`) })).toBeVisible()
    if (name === 'rut') rmSync(join(documents, 'rut.tbupdate')) // the stick is pulled
    await touch(page, new RegExp(`^${name}\\.tbupdate`))
    await expect(asks(page)).toHaveText('Chưa nhận được tệp này')
    await expect(dialog(page).getByRole('paragraph')).toContainText(says)
  }
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  expect(await asked(page, 'Updates')).toContain('"waiting":null')
})

test('a stick that is pulled or changed between the look and the PIN brings nothing in', async ({ page }) => {
  const name = holders.update(documents, 'doi.tbupdate', 10, '0.3.0')
  await toRoom(page)
  await touch(page, choose)
  await touch(page, /^doi\.tbupdate/)
  await expect(asks(page)).toHaveText('Bản 0.3.0')
  holders.update(documents, 'doi.tbupdate', 11, '0.4.0')
  await touch(page, 'Cài bản này')
  await typed(page, pin)
  await expect(dialog(page)).toContainText('Tệp trên USB đã đổi từ lúc xem. Mời chọn lại tệp.')
  await touch(page, 'Chọn tệp khác')
  await touch(page, /^doi\.tbupdate/)
  await expect(asks(page)).toHaveText('Bản 0.4.0')
  rmSync(name)
  await touch(page, 'Cài bản này')
  await typed(page, pin)
  await expect(dialog(page)).toContainText('Mời xem lại tên tệp, hoặc USB còn cắm không.')
  await touch(page, 'Đóng')
  await expect(room(page).getByRole('button', { name: choose })).toBeVisible()
  expect(await asked(page, 'Updates')).toContain('"waiting":null')
})

test('after a trial that failed the room says what came back, and the screens are whole on every glass', async ({ page }) => {
  test.setTimeout(420_000)
  const failed = { number: 20, version: '0.5.0', at: '2026-11-30T20:05:00Z', reason: 'unopened', detail: '' }
  mkdirSync(join(data, 'versions'), { recursive: true })
  writeFileSync(join(data, 'versions', 'state.json'), JSON.stringify({ failed: [failed] }))
  await toRoom(page)
  await expect(room(page)).toContainText('Bản 0.5.0 không chạy được: màn hình đầu không hiện ra.')
  await expect(room(page)).toContainText(/Máy đã tự trở lại bản đang dùng lúc \d\d:05 ngày .*\. Dữ liệu còn nguyên\./)
  await expectAccessible(page)
  const found: string[] = []
  const look = async (screen: string): Promise<void> => {
    for (const size of deskSizes) found.push(...(await deskFaults(page, glasses, size, screen)))
    await page.setViewportSize({ width: 1366, height: 768 })
    await setText(page, 0)
  }
  await look('update failed')
  holders.update(documents, 'tung-buoc-ban-moi-cua-tinh-20.tbupdate', 20, '0.5.0')
  await touch(page, choose)
  await expect(dialog(page).getByRole('button', { name: /^tung-buoc/ })).toBeVisible()
  await touch(page, /^tung-buoc/)
  await expect(dialog(page)).toContainText('Bản này đã thử ở máy này mà không chạy được: màn hình đầu không hiện ra.')
  await look('update offer')
  await touch(page, 'Cài bản này')
  await expect(asks(page)).toHaveText(/nhập mã PIN/)
  await look('update pin')
  await typed(page, pin)
  await expect(asks(page)).toHaveText('Đã nhận bản 0.5.0')
  await touch(page, 'Đóng')
  await expect(room(page)).toContainText('Bản 0.5.0 đang chờ')
  await look('update waits')
  expect(found).toEqual([])
})

test('a clerk is shown no way there, and the program refuses all of it', async ({ page }) => {
  await toRoom(page)
  expect(await asked(page, 'AddPerson', 'Tú', 'clerk', clerk)).not.toContain('invalid')
  await touch(page, 'Khóa bàn in')
  await touch(page, 'Dành cho cán bộ')
  await touch(page, 'Tú')
  await typed(page, clerk)
  await expect(title(page)).toHaveText('Hôm nay') // the room that Lan left is not Tú's
  await touch(page, 'Cài đặt')
  await expect(page.getByText('Phần này do quản trị đổi.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cập nhật chương trình' })).toHaveCount(0)
  for (const [method, ...args] of [['Updates'], ['UpdateFiles'], ['CheckUpdate', join(documents, 'x.tbupdate')], ['TakeUpdate', clerk], ['CancelUpdate']] as const)
    expect(await asked(page, method, ...args), method).toContain('"code":"denied"')
})
