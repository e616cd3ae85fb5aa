import type { Page } from '@playwright/test'
import { beTwo, deskFaults, enter, openOffice, rows, search, second, toDesk, type Office } from './desk'
import { deskSizes, everywhere, glasses, setText } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// One office, two people.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(25)
})

test.afterAll(() => office.close())

const name = 'Mượn hội trường thôn'
const told = 'Đơn có chữ ký của trưởng thôn.'
const field = (page: Page, label: string) => page.getByRole('textbox', { name: label })
/** The tile's screen, and the commune's own group on it. */
async function toOwn(page: Page): Promise<void> {
  await touch(page, 'Giấy tờ')
  await touch(page, /^Việc riêng của xã/)
}

test('one writes a service of the commune, another agrees, and residents find it', async ({ page }) => {
  await toDesk(page, office.address)
  await beTwo(page)
  await touch(page, 'Sửa câu trong bài')
  await touch(page, 'Chọn câu trên màn hình của bà con')
  await touch(page, 'Giấy tờ')
  await touch(page, 'Thêm việc riêng của xã')
  await expect(field(page, 'Tên việc')).toBeVisible()
  await expect(page.getByText('Việc chỉ có ở xã ta. Bà con thấy ở ô Giấy tờ và khi tìm.')).toBeVisible()
  await field(page, 'Tên việc').fill('Làm giấy khai sinh cho con')
  await expect(page.getByText('Tỉnh đã có việc “Làm giấy khai sinh cho con”.')).toBeVisible()
  await field(page, 'Tên việc').fill(name)
  await expect(page.getByText('Chưa ghi bà con cần có gì.')).toBeVisible()
  await field(page, 'Bà con cần có gì').fill(told)
  await expect(page.getByText('Chưa ghi bà con cần có gì.')).toBeHidden()
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await expectAccessible(page)
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByText('Việc riêng của xã, ô Giấy tờ')).toBeVisible()

  await enter(page, office.address, 'Tú', second)
  await touch(page, 'Sửa câu trong bài')
  await touch(page, /^Đọc và đồng ý/)
  await page.getByRole('dialog').getByRole('button', { name: 'Tú' }).click()
  await page.keyboard.type(second)
  await touch(page, 'Đồng ý, cho bà con thấy')
  await expect(page.getByText('Lan, Tú, hôm nay')).toBeVisible()

  await open(page, office.address)
  await toOwn(page)
  await expectAccessible(page)
  await touch(page, new RegExp(name))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.locator('main')).toContainText(told)
  await expectAccessible(page)
  const answer = await page.request.post(`${office.address}/call/Resident/Search`, { data: ['hoi truong', 'vi'] })
  expect(JSON.stringify(await answer.json())).toContain('"cua-xa-giay-to-1"')
})

test('its tile and its page are whole on every glass', async ({ page }) => {
  test.setTimeout(300_000)
  await open(page, office.address)
  const found: string[] = []
  await touch(page, 'Giấy tờ')
  found.push(...(await everywhere(page, glasses, deskSizes, 'own tile')).found)
  await touch(page, /^Việc riêng của xã/)
  found.push(...(await everywhere(page, glasses, deskSizes, 'own group')).found)
  await touch(page, new RegExp(name))
  found.push(...(await everywhere(page, glasses, deskSizes, 'own service')).found)
  expect(found).toEqual([])
})

test('the desk says why it has no paper, and one touch takes it away', async ({ page }) => {
  test.setTimeout(120_000)
  await enter(page, office.address, 'Tú', second)
  await touch(page, 'In tờ')
  await search(page).fill('hoi truong')
  await expect(page.getByRole('button', { name: `Thêm ${name}` })).toBeVisible()
  await page.getByRole('button', { name: `Thêm ${name}` }).click()
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByText(`“${name}” là việc riêng của xã, chưa có tờ in.`).first()).toBeVisible()
  await touch(page, 'Sửa câu trong bài')
  const found = [...(await deskFaults(page, glasses, 0, 'list')), ...(await deskFaults(page, glasses, 3, 'list'))]
  expect(found).toEqual([])
  await setText(page, 0)
  await page.getByRole('button', { name: /^Bỏ việc này/ }).click()
  await expect(page.getByText('Chưa có câu nào.')).toBeVisible()
  await open(page, office.address)
  await touch(page, 'Giấy tờ')
  await expect(page.getByRole('button', { name: /^Việc riêng của xã/ })).toHaveCount(0)
})
