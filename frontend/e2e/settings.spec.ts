import type { Page } from '@playwright/test'
import { deskFaults, openOffice, printers, throughDoor, title, toDesk, type as typed, withPrinters, type Office } from './desk'
import { deskSizes, glasses, setText } from './glass'
import { expect, expectAccessible, open, pass, test, touch } from './kiosk'

// One office, which is set and set again.
test.describe.configure({ mode: 'serial' })

const off = 21
const clerk = '739104'

let office: Office

test.beforeAll(async () => {
  office = await openOffice(off)
})

test.afterAll(() => office.close())

const names = {
  idle: 'Không ai chạm bao lâu thì về màn hình đầu',
  letters: 'Cỡ chữ khi bà con bắt đầu',
  speaking: 'Máy được đọc to',
  glass: 'Cỡ thật trên màn hình',
  printer: 'Máy in của bàn',
  slips: 'Máy in phiếu cho bà con',
  sumatra: 'Chương trình in SumatraPDF',
}

const row = (page: Page, name: string) => page.getByRole('main').getByRole('article').filter({ hasText: name })
const dialog = (page: Page) => page.getByRole('dialog')
const saved = (page: Page) => dialog(page).getByRole('status').filter({ hasText: 'Đã lưu.' })
const home = (page: Page) => page.locator('[data-screen=home]')
const ruler = (page: Page) => page.evaluate(() => parseFloat(document.documentElement.style.getPropertyValue('--ruler')) * 25.4)

async function toRoom(page: Page): Promise<void> {
  await open(page, office.address)
  await throughDoor(page)
  await touch(page, 'Cài đặt')
  await expect(row(page, 'Nơi giữ dữ liệu')).toBeVisible()
}

async function change(page: Page, name: string): Promise<void> {
  await touch(page, `Đổi: ${name}`)
  await expect(dialog(page).getByRole('heading', { name })).toBeVisible()
}

async function lock(page: Page): Promise<void> {
  await touch(page, 'Khóa bàn in')
  await expect(home(page)).toBeVisible()
}

/** What the program says to a staff call from the page as it stands. */
const asked = (page: Page, method: string, ...args: unknown[]): Promise<string> =>
  page.evaluate(async ([method, body]) => (await fetch(`/call/Staff/${method}`, { method: 'POST', body })).text(), [method, JSON.stringify(args)] as const)

test('who has gone is forgotten after the time that staff have set, with the keyboard alone', async ({ page }) => {
  await page.clock.install()
  await toDesk(page, office.address)
  await page.getByRole('button', { name: 'Cài đặt' }).focus()
  await page.keyboard.press('Enter')
  await expect(row(page, names.idle)).toContainText('2 phút 45 giây')
  await page.getByRole('button', { name: `Đổi: ${names.idle}` }).focus()
  await page.keyboard.press('Enter')
  await expectAccessible(page)
  await dialog(page).getByRole('radio', { name: '2 phút 45 giây' }).focus()
  for (const now of ['2 phút', '1 phút 30 giây', '1 phút']) {
    await page.keyboard.press('ArrowLeft')
    await expect(dialog(page).getByRole('radio', { name: now, exact: true })).toBeChecked()
  }
  await expect(saved(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: `Đổi: ${names.idle}` })).toBeFocused()
  await expect(row(page, names.idle)).toContainText('1 phút')
  await expectAccessible(page)
  await lock(page)
  await touch(page, 'Sinh con')
  await expect(title(page)).toHaveText('Sinh con')
  await pass(page, 35)
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await pass(page, 6)
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await pass(page, 20)
  await expect(home(page)).toBeVisible()
})

test('a visit begins with the letters that staff have set, also after the PC was off', async ({ page }) => {
  await page.clock.install()
  await toRoom(page)
  await change(page, names.letters)
  await touch(page, 'Xong')
  await change(page, names.letters)
  const done = dialog(page).getByRole('button', { name: 'Xong' })
  const stood = await done.boundingBox()
  await page.getByRole('radio', { name: 'Cỡ 4' }).click()
  await expect(saved(page)).toBeVisible()
  // What comes does not move what was there.
  await expect(dialog(page).getByRole('button', { name: 'Trả lại như cũ' })).toBeVisible()
  expect((await done.boundingBox())?.x).toBe(stood?.x)
  await dialog(page).getByRole('button', { name: 'Trả lại như cũ' }).click()
  await expect(page.getByRole('radio', { name: 'Cỡ 1' })).toBeChecked()
  await page.getByRole('radio', { name: 'Cỡ 2' }).click()
  await expect(page.getByRole('radio', { name: 'Cỡ 2' })).toBeChecked()
  await touch(page, 'Xong')
  await lock(page)
  await expect(page.locator('html')).toHaveClass(/text-1/)
  await setText(page, 3)
  await touch(page, 'Sinh con')
  await expect(title(page)).toHaveText('Sinh con')
  await pass(page, 61)
  await expect(home(page)).toBeVisible()
  await expect(page.locator('html')).toHaveClass(/text-1/)

  await office.close()
  await expect.poll(() => fetch(office.address).then(() => true, () => false)).toBe(false)
  office = await openOffice(off, undefined, true)
  await open(page, office.address)
  await expect(page.locator('html')).toHaveClass(/text-1/)
  await toRoom(page)
  await expect(row(page, names.letters)).toContainText('Cỡ 2')
  await expect(row(page, names.idle)).toContainText('1 phút')
  await change(page, names.letters)
  await page.getByRole('radio', { name: 'Cỡ 1' }).click()
  await expect(saved(page)).toBeVisible()
  await touch(page, 'Xong')
  await expect(row(page, names.letters)).toContainText('Cỡ 1')
})

test('a card on the glass makes twenty millimetres twenty millimetres', async ({ page }) => {
  await toRoom(page)
  const before = await ruler(page)
  await change(page, names.glass)
  const card = dialog(page).locator('.card')
  const width = async (): Promise<number> => Math.round((((await card.boundingBox())?.width ?? 0) * 25.4) / 85.6)
  expect(await width()).toBe(Math.round(before))
  for (let i = 0; i < 4; i++) await touch(page, 'Rộng hơn nhiều')
  await touch(page, 'Rộng hơn một chút')
  await touch(page, 'Hẹp hơn một chút')
  const wanted = Math.round(before) + 20
  expect(await width()).toBe(wanted)
  await expect(saved(page)).toBeVisible()
  await expectAccessible(page)
  await touch(page, 'Hẹp hơn nhiều')
  await touch(page, 'Xong') // what was not kept yet is
  await expect(row(page, names.glass)).toContainText(`Đã đo, ${wanted - 5} điểm trên một inch`)
  await lock(page)
  expect(Math.round(await ruler(page))).toBe(wanted - 5)
})

test('the kiosk is silent where staff want it', async ({ page }) => {
  await open(page, office.address)
  await expect(page.getByRole('button', { name: 'Nghe' })).toBeVisible()
  await throughDoor(page)
  await touch(page, 'Cài đặt')
  await change(page, names.speaking)
  await page.getByRole('radio', { name: /^Chỉ trong giờ/ }).click()
  await dialog(page).getByRole('group', { name: 'Thôi đọc to từ' }).getByRole('button', { name: 'Bớt' }).click()
  await expect(dialog(page).getByRole('group', { name: 'Thôi đọc to từ' })).toContainText('16 giờ 30')
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Không đọc to' }).click()
  await expect(page.getByRole('radio', { name: 'Không đọc to' })).toBeChecked()
  await touch(page, 'Xong')
  await lock(page)
  await expect(page.getByRole('button', { name: 'Nghe' })).toBeHidden()
  await throughDoor(page)
  await touch(page, 'Cài đặt')
  await change(page, names.speaking)
  await page.getByRole('radio', { name: 'Lúc nào cũng được' }).click()
  await expect(page.getByRole('radio', { name: 'Lúc nào cũng được' })).toBeChecked()
  await touch(page, 'Xong')
  await lock(page)
  await expect(page.getByRole('button', { name: 'Nghe' })).toBeVisible()
})

test('what is not there is refused in words, and nothing changes', async ({ page }) => {
  await withPrinters(page, printers(2))
  // As on Windows.
  await page.route('**/call/Staff/Settings', async (route) => {
    const answer = await route.fetch()
    const view = (await answer.json()) as { settings: object[] }
    view.settings.push({ name: 'sumatra', value: '', kept: '', about: '', least: 0, most: 0 })
    await route.fulfill({ json: view })
  })
  await toRoom(page)
  await expect(row(page, names.printer)).toContainText('Máy in phòng Tư pháp')
  await change(page, names.slips)
  await page.getByRole('radio', { name: 'Máy in phòng một cửa' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText(/Mời/) // there is no such printer here
  await touch(page, 'Xong')
  await change(page, names.slips)
  await page.getByRole('radio', { name: 'Không in phiếu' }).click()
  await expect(saved(page)).toBeVisible()
  await touch(page, 'Xong')
  await expect(row(page, names.slips)).toContainText('Không in phiếu')
  await touch(page, `Trả lại như cũ: ${names.slips}`)
  await expect(row(page, names.slips)).not.toContainText('Không in phiếu')
  await touch(page, 'Cài đặt') // the room anew, as on Windows
  await change(page, names.sumatra)
  await dialog(page).getByRole('textbox', { name: 'Đường dẫn' }).fill('D:\\In\\SumatraPDF.exe')
  await expectAccessible(page)
  await touch(page, 'Lưu')
  await expect(dialog(page).getByRole('alert')).toContainText('Ở đó không có SumatraPDF. Mời xem lại đường dẫn')
})

test('one touch makes room for other programs, and shuts the door', async ({ page }) => {
  await toRoom(page)
  await touch(page, 'Thu nhỏ để dùng máy')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Ở đây không có cửa sổ Từng Bước')
  await touch(page, 'Sao chép đường dẫn')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Ở đây không có cửa sổ Từng Bước')
  await page.route('**/call/Staff/StepAside', (route) => route.fulfill({ json: null }))
  await touch(page, 'Thu nhỏ để dùng máy')
  await expect(home(page)).toBeVisible()
  expect(await asked(page, 'History')).toContain('denied')
})

test('staff close the kiosk, once they have been asked, and the door is shut behind them', async ({ page }) => {
  await toRoom(page)
  const sure = page.getByRole('alertdialog')
  await touch(page, 'Đóng Từng Bước')
  await expect(sure).toContainText('Đóng Từng Bước trên máy này?')
  await expectAccessible(page)
  await sure.getByRole('button', { name: 'Thôi' }).click()
  await expect(sure).toHaveCount(0)
  await touch(page, 'Đóng Từng Bước')
  await sure.getByRole('button', { name: 'Đóng Từng Bước' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Ở đây không có cửa sổ Từng Bước')
  await page.route('**/call/Staff/Leave', (route) => route.fulfill({ json: null }))
  await touch(page, 'Đóng Từng Bước')
  await sure.getByRole('button', { name: 'Đóng Từng Bước' }).click()
  await expect(home(page)).toBeVisible()
  expect(await asked(page, 'History')).toContain('denied')
})

test('the room and what is set there are whole on every glass', async ({ page }) => {
  test.setTimeout(420_000)
  await withPrinters(page, printers(4))
  await toRoom(page)
  const rail = page.locator('.rail .places')
  expect(await rail.evaluate((list) => list.scrollHeight - list.clientHeight)).toBeLessThanOrEqual(1)
  const found: string[] = []
  for (const size of deskSizes) found.push(...(await deskFaults(page, glasses, size, 'settings')))
  for (const name of [names.idle, names.letters, names.speaking, names.glass, names.printer, names.slips]) {
    await page.setViewportSize({ width: 1366, height: 768 })
    await setText(page, 0)
    await change(page, name)
    if (name === names.speaking) await page.getByRole('radio', { name: /^Chỉ trong giờ/ }).click()
    for (const size of deskSizes) found.push(...(await deskFaults(page, glasses, size, name)))
    await page.keyboard.press('Escape')
  }
  expect(found).toEqual([])
})

test('a clerk sees how the kiosk is set, and the program refuses to change it', async ({ page }) => {
  await toRoom(page)
  expect(await asked(page, 'AddPerson', 'Tú', 'clerk', clerk)).not.toContain('invalid')
  const noted = await asked(page, 'Trail', 0)
  expect(noted).toContain('cỡ chữ lúc đầu: 2')
  expect(noted).toContain('chờ bao lâu thì về màn hình đầu: 60 giây')
  await lock(page)
  await touch(page, 'Dành cho cán bộ')
  await touch(page, 'Tú')
  await typed(page, clerk)
  await touch(page, 'Cài đặt')
  await expect(row(page, names.idle)).toContainText('1 phút')
  await expect(page.getByText('Phần này do quản trị đổi. Ông bà xem được.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Đổi/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Thu nhỏ để dùng máy' }).first()).toBeVisible()
  await expectAccessible(page)
  expect(await asked(page, 'ChangeSetting', 'idle', '600')).toContain('denied')
  expect(await asked(page, 'Settings')).toContain('"60"')
})
