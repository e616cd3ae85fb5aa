import type { Locator, Page } from '@playwright/test'
import { add, deskFaults, openOffice, rows, toDesk, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, expectAccessible, test, touch } from './kiosk'

// A kiosk often has no keyboard: whatever staff type is typed by touching.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(29)
})

test.afterAll(() => office.close())

const keys = (page: Page): Locator => page.getByRole('group', { name: 'Bàn phím' })
const field = (page: Page, name: string | RegExp): Locator => page.getByRole('textbox', { name })

/** Touches a field, and then the key of each letter. */
async function type(page: Page, into: Locator, text: string): Promise<void> {
  await into.click()
  await expect(keys(page)).toBeVisible()
  const key = (name: string): Locator => keys(page).getByRole('button', { name, exact: true })
  for (const letter of text) {
    const wanted = letter === ' ' ? 'Dấu cách' : letter
    if (/\p{Lu}/u.test(letter)) {
      if (!(await key('Chữ hoa').isVisible())) await key('Bàn phím chữ').click()
      await key('Chữ hoa').click()
    } else if (!(await key(wanted).isVisible())) await key(/[a-z]/.test(letter) ? 'Bàn phím chữ' : 'Bàn phím số').click()
    await key(wanted).click()
  }
}

/** While one types, all of this is on the glass. */
async function inSight(...places: Locator[]): Promise<void> {
  for (const place of places) await expect(place).toBeInViewport({ ratio: 0.98 })
}

/** Looks at what stands on every glass, in the smallest and the largest letters. */
async function whole(page: Page, screen: string): Promise<string[]> {
  const found: string[] = []
  for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses, size, screen)))
  await setText(page, 0)
  await page.setViewportSize({ width: 1366, height: 768 })
  return found
}

test('a service is looked for on the first page, and the keys are put away', async ({ page }) => {
  test.setTimeout(180_000)
  await toDesk(page, office.address)
  await touch(page, 'Hôm nay')
  const search = field(page, 'Tìm dịch vụ để in')
  // Who has a keyboard types at once, and keeps the room.
  await expect(search).toBeFocused()
  await expect(keys(page)).toBeHidden()
  await type(page, search, 'khai sinh')
  await expect(search).toHaveValue('khai sinh')
  await inSight(search, page.getByRole('button', { name: /^Thêm / }).first())
  await expectAccessible(page)
  expect(await whole(page, 'first page with keys')).toEqual([])
  await touch(page, 'Cất bàn phím')
  await expect(keys(page)).toBeHidden()
  await expect(search).toHaveValue('khai sinh')
})

test('an order is put together: how many, and for which hamlet', async ({ page }) => {
  test.setTimeout(240_000)
  await toDesk(page, office.address)
  await add(page, 'giay khai sinh')
  const count = field(page, /^Số bản: /)
  await type(page, count, '12')
  await expect(count).toHaveValue('12')
  await expect(page.locator('.outcome .main')).toContainText('12')
  await inSight(rows(page).first())
  const found = await whole(page, 'order with keys')
  await page.getByRole('button', { name: 'Gói cho thôn' }).click()
  await type(page, field(page, 'Tên thôn'), 'Naf Maaux')
  await expect(field(page, 'Tên thôn')).toHaveValue('Nà Mẫu')
  await inSight(field(page, 'Tên thôn'))
  found.push(...(await whole(page, 'hamlet with keys')))
  expect(found).toEqual([])
})

test('a number to call becomes a code', async ({ page }) => {
  await toDesk(page, office.address)
  await page.getByRole('button', { name: 'Mã Wi-Fi, số máy' }).click()
  await page.getByRole('radio', { name: 'Gọi điện' }).click()
  const name = field(page, 'Tên cán bộ hoặc tổ')
  await touch(page, 'Thêm mã này')
  await inSight(name, page.getByText('Mời gõ tên cán bộ hoặc tổ.'), page.getByRole('button', { name: 'Thêm mã này' }), keys(page))
  await type(page, name, 'Toor 3')
  await type(page, field(page, 'Số điện thoại'), '0912 000 001')
  await expectAccessible(page)
  await inSight(field(page, 'Số điện thoại'), page.getByRole('button', { name: 'Thêm mã này' }))
  await touch(page, 'Thêm mã này')
  await expect(rows(page).filter({ hasText: 'Tổ 3, 0912 000 001' })).toBeVisible()
})

test('somebody new is written down', async ({ page }) => {
  test.setTimeout(180_000)
  await toDesk(page, office.address)
  await touch(page, 'Người làm việc')
  await touch(page, 'Thêm người')
  const name = field(page, 'Họ tên')
  await touch(page, 'Tiếp')
  await inSight(name, page.getByRole('alert').getByText('Mời ghi tên.'), page.getByRole('button', { name: 'Tiếp' }), keys(page))
  await expectAccessible(page)
  const found = await whole(page, 'person with keys')
  await type(page, name, 'Hoangf Thij Tus')
  await expect(name).toHaveValue('Hoàng Thị Tú')
  await touch(page, 'Tiếp')
  await expect(page.getByRole('heading', { name: /Hoàng Thị Tú/ })).toBeVisible()
  expect(found).toEqual([])
})

test('the right address of a page is typed where nothing can be pasted', async ({ page }) => {
  test.setTimeout(180_000)
  await toDesk(page, office.address)
  await touch(page, 'Kiểm tra mã')
  await touch(page, 'Bắt đầu')
  await touch(page, 'Mở được')
  await expect(page.getByText(/^Mã 1 trong/)).toBeVisible()
  await touch(page, 'Dán địa chỉ mới')
  const address = field(page, /Địa chỉ đúng/)
  const go = page.getByRole('button', { name: 'Thử địa chỉ này' })
  await type(page, address, 'https://luadao.com/?a=1')
  await expect(address).toHaveValue('https://luadao.com/?a=1')
  await go.click()
  await inSight(address, page.getByRole('alert').filter({ hasText: 'không có trong danh sách trang chính thức' }), go)
  expect(await whole(page, 'address with keys')).toEqual([])
})

test('notes and recordings are looked for in the same way', async ({ page }) => {
  await toDesk(page, office.address)
  for (const [room, label] of [['Ghi chú của xã', /Tìm/], ['Giọng đọc', 'Tìm dịch vụ để thu']] as const) {
    await touch(page, room)
    if (room === 'Giọng đọc') await page.getByRole('radio', { name: /^tiếng Tày/ }).click()
    const search = field(page, label)
    await type(page, search, 'khai tuwr')
    await expect(search).toHaveValue('khai tử')
    await inSight(search, page.getByRole('button', { name: /^Thêm / }).first())
    await touch(page, 'Cất bàn phím')
  }
})
