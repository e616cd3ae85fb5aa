import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { add, deskFaults, openOffice, toDesk, type Office } from './desk'
import { expectToFit, glasses, deskSizes } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// One office, one PIN.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(14)
})

test.afterAll(() => office.close())

async function begin(page: Page, opens: boolean): Promise<void> {
  await toDesk(page, office.address)
  await touch(page, 'Kiểm tra mã')
  await expect(page.getByText(/Tuần này máy này cần xem|Còn \d+ mã/)).toBeVisible()
  await expect(page.getByText('Người kiểm tra: Lan')).toBeVisible()
  await touch(page, 'Bắt đầu')
  await expect(page.getByRole('heading', { name: 'Quét mã thử này trước' })).toBeVisible()
  await expect(page.getByText('Trang phải là: Cổng Dịch vụ công quốc gia')).toBeVisible()
  await touch(page, opens ? 'Mở được' : 'Không mở được')
  await expect(page.getByText(/^Mã 1 trong/)).toBeVisible()
}

test('ten codes are checked, and residents get what follows at once', async ({ page }) => {
  test.setTimeout(120_000)
  await begin(page, true)
  await expectAccessible(page)
  await expectToFit(page)
  const wrong: { key: string; url: string }[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/call/Staff/JudgeLink')) return
    const [verdict] = JSON.parse(request.postData() ?? '[]') as { link: string; url: string; found: string }[]
    if (verdict?.found === 'wrong') wrong.push({ key: verdict.link, url: verdict.url })
  })
  await page.getByRole('radio', { name: 'Zalo' }).click()
  for (let i = 1; i <= 10; i++) {
    await expect(page.getByText(new RegExp(`^Mã ${i} trong`))).toBeVisible()
    await page.keyboard.press(i === 4 ? '2' : '1')
  }
  await expect(page.getByText(/^Mã 11 trong/)).toBeVisible()
  await touch(page, 'Lùi lại một mã')
  await expect(page.getByText(/^Mã 10 trong/)).toBeVisible()
  await page.keyboard.press('1')
  await touch(page, 'Nghỉ')
  await expect(page.getByText('Đúng trang: 9. Sai trang: 1. Không mở được: 0.')).toBeVisible()
  await expectAccessible(page)
  expect(wrong).toHaveLength(1)

  // What was found wrong stands among what is broken, and can be looked at again.
  await touch(page, 'Xem thêm')
  await expect(page.getByText(/Sai trang, thấy ngày .*, Lan/)).toBeVisible()
  await expectAccessible(page)
  await touch(page, 'Xem lại mã này')
  await touch(page, 'Mở được')
  await touch(page, /1 · Đúng trang/)
  await expect(page.getByRole('heading', { name: 'Chắc chưa?' })).toBeVisible()
  await expectAccessible(page)
  await touch(page, 'Chắc, ghi lại')
  await expect(page.getByRole('heading', { name: 'Đã xem 1 mã' })).toBeVisible()
})

test('a page found wrong is the search for residents, and its paper has to be replaced', async ({ page }) => {
  test.setTimeout(120_000)
  // An office of its own: which ten codes were looked at above goes by the kiosk's name,
  // which is made by chance, and this one may be among them.
  const office = await openOffice(10)
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Quét là mở/)
  await expect(page.locator('[data-code=portal]')).toBeVisible()
  await expect(page.getByText('Chưa ai mở xem')).toBeVisible()

  // Staff print the code, then find it wrong.
  const call = async (method: string, ...args: unknown[]) => (await page.request.post(`${office.address}/call/Staff/${method}`, { data: args })).json() as Promise<unknown>
  await toDesk(page, office.address)
  await add(page, 'giay khai sinh')
  await page.getByRole('button', { name: /^Máy khác/ }).click()
  await page.getByRole('button', { name: /^Lưu vào thư mục/ }).click()
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  await touch(page, 'Đóng')
  await touch(page, 'Đã in')
  await expect(page.getByText('Làm giấy khai sinh cho con')).toBeVisible()
  await expect(page.getByText(/^Cần thay/)).toBeHidden()
  const sitting = await call('BeginLinks')
  await call('LinksControl', sitting, true)
  const { link } = (await call('LinkCode', '1.001193')) as { link: { url: string } }
  await call('JudgeLink', { sitting, link: '1.001193', url: link.url, found: 'wrong', reader: 'android', sure: true })
  await touch(page, 'In tờ')
  await touch(page, 'Đã in')
  await expect(page.getByText(/^Cần thay/)).toBeVisible()

  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Quét là mở/)
  await expect(page.locator('[data-code=search]')).toBeVisible()
  await expect(page.getByText(/mã mở chỗ tìm trên cổng/)).toBeVisible()
  await office.close()
})

test('while the portal is down nothing is withdrawn', async ({ page }) => {
  await begin(page, false)
  await expect(page.getByText(/Mạng hoặc cổng đang hỏng/)).toBeVisible()
  await touch(page, /3 · Không mở được/)
  await touch(page, 'Nghỉ')
  await expect(page.getByText(/chưa tính/)).toBeVisible()
})

test('a new address is taken from an official page only, and used once it was found right', async ({ page }) => {
  await begin(page, true)
  await touch(page, 'Dán địa chỉ mới')
  await page.getByRole('textbox', { name: /Địa chỉ đúng/ }).fill('https://dichvucong.gov.vn.example.com/')
  await touch(page, 'Thử địa chỉ này')
  await expect(page.getByRole('alert').filter({ hasText: 'không có trong danh sách trang chính thức' })).toBeVisible()
  await page.getByRole('textbox', { name: /Địa chỉ đúng/ }).fill('https://dichvucong.gov.vn/thu-tuc-hanh-chinh/dia-chi-moi')
  await touch(page, 'Thử địa chỉ này')
  await expect(page.getByRole('heading', { name: 'Quét mã của địa chỉ mới' })).toBeVisible()
  await expectAccessible(page)
  await touch(page, 'Đúng trang, dùng địa chỉ này')
  await expect(page.getByText(/^Mã 2 trong/)).toBeVisible()
  await touch(page, 'Nghỉ')
  await touch(page, 'Xem thêm')
  await expect(page.getByText('Địa chỉ của xã, dùng tới lần sau tỉnh gửi nội dung mới.')).toBeVisible()
  await touch(page, 'Về địa chỉ của tỉnh')
  await expect(page.getByText('Địa chỉ của xã, dùng tới lần sau tỉnh gửi nội dung mới.')).toBeHidden()
})

/** The longest name that the pack's procedures have. */
function longestName(): string {
  const folder = join(import.meta.dirname, '../../backend/content/pack/services')
  const names = readdirSync(folder).map((file) => /^official: "?(.*?)"?$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? '')
  return names.sort((a, b) => b.length - a.length)[0] ?? ''
}

for (const size of deskSizes) {
  test(`checking holds on every glass with the longest name, letters ${size + 1}`, async ({ page }) => {
    test.setTimeout(300_000)
    const title = longestName()
    expect(title.length).toBeGreaterThan(1000)
    await page.route('**/call/Staff/LinkCode', async (route) => {
      const answer = (await (await route.fetch()).json()) as { link: object }
      await route.fulfill({ json: { ...answer, link: { ...answer.link, title } } })
    })
    await page.route('**/call/Staff/Links', async (route) => {
      const answer = (await (await route.fetch()).json()) as { links: object[]; changed: object[] }
      const changed = answer.links.slice(0, 3).map((link) => ({ ...link, title, state: 'broken', checked: '2026-11-23', who: 'Nguyễn Thị Hoàng Lan', local: true }))
      await route.fulfill({ json: { ...answer, changed } })
    })
    const found: string[] = []
    const look = async (screen: string): Promise<void> => {
      found.push(...(await deskFaults(page, glasses, size, screen)))
      await page.setViewportSize({ width: 1366, height: 768 })
    }
    await toDesk(page, office.address)
    await touch(page, 'Kiểm tra mã')
    await expect(page.getByRole('button', { name: 'Về địa chỉ của tỉnh' }).first()).toBeVisible()
    await look('begin')
    await touch(page, 'Bắt đầu')
    await expect(page.getByRole('heading', { name: 'Quét mã thử này trước' })).toBeVisible()
    await look('control')
    await touch(page, 'Không mở được')
    await expect(page.getByText(/^Mã 1 trong/)).toBeVisible()
    await look('judge')
    await touch(page, 'Dán địa chỉ mới')
    await look('address')
    await touch(page, 'Thôi')
    await touch(page, 'Nghỉ')
    await look('end')
    expect(found).toEqual([])
  })
}
