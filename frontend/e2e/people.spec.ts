import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { deskFaults, openOffice, pin, search, setUp, title, type, type Office } from './desk'
import { faults, glasses, named, setText, settled, deskSizes } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// One office, whose people come and go.
test.describe.configure({ mode: 'serial' })

const clerk = '739104'

let office: Office
let recovery = ''

test.beforeAll(async () => {
  office = await openOffice(15)
})

test.afterAll(() => office.close())

const people = (page: Page) => page.getByRole('button', { name: 'Người làm việc', exact: true })
const entries = (page: Page) => page.getByRole('main').getByRole('article')

async function toDoor(page: Page): Promise<void> {
  await open(page, office.address)
  await touch(page, 'Dành cho cán bộ')
}

/** Comes in by a name and a PIN. */
async function come(page: Page, name: string, digits: string): Promise<void> {
  await toDoor(page)
  await expect(title(page)).toHaveText('Mời chạm tên ông bà')
  await touch(page, name)
  await expect(title(page)).toHaveText(`Mời ${name} nhập mã PIN`)
  await type(page, digits)
  await expect(search(page)).toBeFocused()
}

/** What the program says to a staff call from the page as it stands. */
const asked = (page: Page, method: string, ...args: unknown[]): Promise<string> =>
  page.evaluate(async ([method, body]) => (await fetch(`/call/Staff/${method}`, { method: 'POST', body })).text(), [method, JSON.stringify(args)] as const)

/** Goes with Tab until what is named has the focus. */
async function reach(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    const at = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '')
    if (at === name) return
    await page.keyboard.press('Tab')
  }
  expect(`no way by Tab to ${name}`).toBe('')
}

test('the first admin sets the office up, and a second person types a PIN', async ({ page }) => {
  await toDoor(page)
  recovery = await setUp(page)
  expect(recovery).toMatch(/^\d{12}$/)
  await expect(search(page)).toBeFocused()
  await people(page).click()
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText(/Lan.*Quản trị · đang mở bàn in/)
  await touch(page, 'Thêm người')
  await expect(page.getByRole('textbox', { name: 'Họ tên' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Mời ghi tên.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Họ tên' })).toBeFocused()
  await page.keyboard.type('lan')
  await page.keyboard.press('Enter')
  await type(page, clerk)
  await type(page, clerk)
  await expect(page.getByText('Đã có người tên Lan. Mời ghi thêm họ hoặc tên đệm.')).toBeVisible()
  await touch(page, 'Thôi')
  await touch(page, 'Thêm người')
  await page.keyboard.type('Tú')
  await touch(page, 'Tiếp')
  await expect(page.getByRole('heading', { name: 'Mời Tú bấm mã PIN mới' })).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByText('Mã này để Tú vào lần đầu.')).toBeVisible()
  await type(page, '112233')
  await expect(page.getByText('Mã PIN này dễ đoán quá. Mời chọn mã khác.')).toBeVisible()
  for (const digit of clerk) await touch(page, `Số ${digit}`)
  await touch(page, 'Tiếp')
  await expect(page.getByRole('heading', { name: 'Mời Tú bấm lại mã PIN' })).toBeVisible()
  await type(page, clerk)
  await touch(page, 'Đóng')
  await expect(entries(page)).toHaveCount(2)
  await expect(entries(page).nth(1)).toContainText(/Tú.*Cán bộ/)
  await expectAccessible(page)
})

test('a clerk finds no room for people, and the program refuses it as well', async ({ page }) => {
  await come(page, 'Tú', clerk)
  await expect(people(page)).toBeHidden()
  for (const [method, ...args] of [['People'], ['GivePIN', 1, clerk], ['ChangePerson', 2, 'Tú', 'admin'], ['NewRecovery'], ['Trail', 0]] as const)
    expect(await asked(page, method, ...args), method).toContain('denied')
  expect(await asked(page, 'History')).not.toContain('denied')
  await touch(page, 'Mã PIN của tôi')
  await expect(page.getByRole('heading', { name: 'Mời Tú bấm mã PIN đang dùng' })).toBeVisible()
  await type(page, clerk)
  await type(page, '604182')
  await type(page, '604182')
  await expect(page.getByRole('heading', { name: 'Đã lưu mã PIN' })).toBeVisible()
  await touch(page, 'Đóng')
  await touch(page, 'Khóa bàn in')
  expect(await asked(page, 'History')).toContain('denied')
})

test('an admin who forgot the PIN sets another with the recovery code, once', async ({ page }) => {
  await toDoor(page)
  await touch(page, 'Lan')
  await touch(page, 'Quên mã PIN')
  await expect(title(page)).toHaveText('Mời nhập mã khôi phục')
  await expectAccessible(page)
  await type(page, recovery)
  await expect(title(page)).toHaveText('Chọn mã PIN cho phần cán bộ')
  await type(page, pin)
  await type(page, pin)
  await expect(title(page)).toHaveText('Mời chép lại mã khôi phục')
  await expectAccessible(page)
  await touch(page, 'Đã chép xong')
  await expect(search(page)).toBeFocused()
  expect(await asked(page, 'Recover', 1, recovery)).toContain('Mã khôi phục chưa đúng')

  // What everybody did is in the log, which leaves as a table.
  await people(page).click()
  await touch(page, 'Nhật ký')
  const lines = page.getByRole('row')
  await expect(lines.filter({ hasText: /Tú.*Đổi mã PIN: Tú/ })).toHaveCount(1)
  await expect(lines.filter({ hasText: /Lan.*Thêm người: Tú/ })).toHaveCount(1)
  await expect(lines.nth(1)).toContainText('Đặt lại mã PIN bằng mã khôi phục')
  await expectAccessible(page)
  await touch(page, 'Lưu ra tệp')
  await touch(page, /Lưu vào thư mục Documents/)
  await expect(page.getByRole('heading', { name: 'Đã lưu nhật ký' })).toBeVisible()
  const file = (await page.getByRole('dialog').locator('p').textContent()) ?? ''
  expect(existsSync(file)).toBe(true)
  expect(readFileSync(file, 'utf8')).toMatch(/,Lan,Thêm người,Tú\r\n/)
  await touch(page, 'Đóng')
})

test('names, keys and rooms are whole on every glass', async ({ page }) => {
  test.setTimeout(420_000)
  const found: string[] = []
  const look = async (screen: string): Promise<void> => {
    for (const size of deskSizes) {
      await setText(page, size)
      for (const glass of glasses) {
        await page.setViewportSize(glass)
        await settled(page)
        found.push(...(await faults(page)).map((fault) => `${screen}, ${named(glass)}, letters ${size + 1}: ${fault}`))
      }
    }
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  await toDoor(page)
  await expect(title(page)).toHaveText('Mời chạm tên ông bà')
  await look('who')
  await touch(page, 'Lan')
  await look('PIN')
  await touch(page, 'Quên mã PIN')
  await look('recovery code')
  await touch(page, 'Quay lại')
  await type(page, pin)
  await people(page).click()
  await expect(entries(page)).toHaveCount(2)
  for (const size of deskSizes) found.push(...(await deskFaults(page, glasses, size, 'people')))
  for (const [way, screen] of [['Thêm người', 'form'], ['Mã PIN mới: Tú', 'new PIN'], ['Bỏ tên: Tú', 'remove'], ['Mã khôi phục mới', 'new recovery code']] as const) {
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
    await touch(page, way)
    for (const size of deskSizes) found.push(...(await deskFaults(page, glasses, size, screen)))
    await touch(page, 'Thôi')
  }
  await setText(page, 0)
  await page.setViewportSize({ width: 1366, height: 768 })
  await touch(page, 'Nhật ký')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  for (const size of deskSizes) found.push(...(await deskFaults(page, glasses, size, 'log')))
  expect(found).toEqual([])
})

test('all of it goes with keys alone', async ({ page }) => {
  await open(page, office.address)
  await reach(page, 'Dành cho cán bộ')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Mời chạm tên ông bà')
  await reach(page, 'Lan')
  await page.keyboard.press('Enter')
  await type(page, '111111')
  await expect(page.getByText('Mã PIN chưa đúng. Còn 4 lần thử.')).toBeVisible()
  await type(page, pin)
  await expect(search(page)).toBeFocused()
  await reach(page, 'Người làm việc')
  await page.keyboard.press('Enter')
  await expect(entries(page)).toHaveCount(2)
  await reach(page, 'Sửa tên và quyền: Tú')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Họ tên' })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' Anh')
  await page.keyboard.press('Enter')
  await expect(entries(page).nth(1)).toContainText('Tú Anh')
  await reach(page, 'Bỏ tên: Tú Anh')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Bỏ tên Tú Anh?' })).toBeVisible()
  await reach(page, 'Bỏ tên')
  await page.keyboard.press('Enter')
  await expect(entries(page)).toHaveCount(1)
  await reach(page, 'Khóa bàn in')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText(/Ông bà cần làm/)
  await reach(page, 'Dành cho cán bộ')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Mời nhập mã PIN') // of the only one who is left
})
