import type { Page } from '@playwright/test'
import { beTwo, call, deskFaults, enter, openOffice, pin, second, toDesk, toLesson, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, expectAccessible, test, touch } from './kiosk'

// The words on a drawn screen, where the portal calls a button otherwise by now. One
// office, two people.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(27)
})

test.afterAll(() => office.close())

const answers = { paper: 'yes', married: 'yes', who: 'other', way: 'phone' }
const target = 'khai-sinh/dien-ten-chau-dung-nhu#screen'

/** From the desk to the drawings of the birth's lesson. */
async function toDrawings(page: Page): Promise<void> {
  await toLesson(page)
  await expect(page.getByRole('heading', { name: 'Chữ trên hình' }).first()).toBeVisible()
}

const button = (page: Page) => page.getByRole('textbox', { name: 'Nút “Xem trước”' })
const phone = (page: Page) => page.locator('.phone svg').last()

/** What the drawn phones of that step say to residents, and what one can touch in the rehearsal. */
async function seen(page: Page): Promise<{ heading: string; glass: string; spots: string[] }> {
  const say = 'Điền tên cháu đúng như giấy chứng sinh'
  const walk = (await call(page, 'Resident', 'Walk', 'khai-sinh', answers, 'vi', 0)) as { steps: { say: string; picture: string }[] }
  const play = (await call(page, 'Resident', 'Rehearsal', 'khai-sinh', answers, 'vi', 0)) as { steps: { say: string; picture: string; spots: { say: string }[] }[] }
  const practised = play.steps.find((step) => step.say === say)
  return { heading: walk.steps.find((step) => step.say === say)?.picture ?? '', glass: practised?.picture ?? '', spots: practised?.spots.map(({ say }) => say) ?? [] }
}

test('one changes a button’s words, the other agrees, and only then residents see them', async ({ page }) => {
  test.setTimeout(180_000)
  await toDesk(page, office.address)
  await beTwo(page)
  await toDrawings(page)
  await touch(page, 'Chữ trên hình: Điền tên cháu đúng như giấy chứng sinh')
  await expect(page.getByRole('textbox').first()).toBeFocused()
  await expect(button(page)).toHaveValue('Xem trước')
  await expect(phone(page)).toContainText('Xem trước')
  // What is on the glass changes as one types; what may not be there is said at its field.
  await button(page).fill('Vào lua-dao.com')
  await expect(page.getByText('không có trong danh sách trang chính thức')).toBeVisible()
  await expectAccessible(page)
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(button(page)).toBeFocused()
  await button(page).fill('')
  await expect(page.locator('.field').getByText(/Chỗ này đang trống/)).toBeVisible()
  const value = page.getByRole('textbox', { name: 'Chữ điền mẫu “Nguyễn Thị Mẫu”' })
  await value.fill('012 345 678 901')
  await expect(page.locator('.field').getByText(/trông như số thật/)).toBeVisible()
  await value.fill('Nguyễn Thị Mẫu')
  await page.getByRole('textbox', { name: 'Tên màn hình “Tờ khai khai sinh”' }).fill('Tờ khai điện tử')
  await button(page).fill('Xem lại hồ sơ')
  await expect(phone(page)).toContainText('Xem lại hồ sơ')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await expectAccessible(page)
  const before = await seen(page)
  expect(before.glass).toContain('Xem trước')
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()
  await expect(page.getByText('Nút “Xem trước” đổi thành “Xem lại hồ sơ”')).toBeVisible()
  await expectAccessible(page)

  const [waiting] = (await call(page, 'Staff', 'Wordings')) as { target: string; sequence: number }[]
  expect(waiting?.target).toBe(target)
  expect(await call(page, 'Staff', 'AgreeOnWording', waiting?.target, waiting?.sequence, 1, pin)).toMatchObject({ code: 'denied' })
  expect(await seen(page)).toEqual(before)
  await touch(page, /^Đọc và đồng ý/)
  await expect(page.getByRole('dialog').getByText('Nút “Xem trước” đổi thành “Xem lại hồ sơ”')).toBeVisible()
  await expect(page.getByRole('dialog').locator('.phone svg').last()).toContainText('Xem lại hồ sơ')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Tú' }).click()
  await page.keyboard.type(second)
  await touch(page, 'Đồng ý, cho bà con thấy')
  await expect(page.getByText('Lan, Tú, hôm nay')).toBeVisible()

  const after = await seen(page)
  expect(after.glass).toContain('Xem lại hồ sơ')
  expect([before.heading.includes('Tờ khai điện tử'), after.heading.includes('Tờ khai điện tử')]).toEqual([false, true])
  expect([before.spots.includes('Xem trước'), after.spots.includes('Xem lại hồ sơ'), after.spots.includes('Xem trước')]).toEqual([true, true, false])
  expect(((await call(page, 'Staff', 'Trail', 0)) as { subject: string }[])[0]?.subject).toContain('chữ trên hình của bước “Điền tên cháu đúng như giấy chứng sinh”')
})

test('list, form and reading are whole on every glass', async ({ page }) => {
  test.setTimeout(400_000)
  await enter(page, office.address)
  const found: string[] = []
  const look = async (screen: string): Promise<void> => {
    for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses, size, screen)))
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  await touch(page, 'Sửa câu trong bài')
  await expect(page.getByText('Lan, Tú, hôm nay')).toBeVisible()
  await look('list')
  await touch(page, /^Sửa: Chữ trên hình/)
  await expect(button(page)).toHaveValue('Xem lại hồ sơ')
  await button(page).fill('')
  await expect(page.locator('.field').getByText(/Chỗ này đang trống/)).toBeVisible()
  await look('form')
  await button(page).fill('Xem lại toàn bộ hồ sơ')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await touch(page, 'Nhờ người thứ hai đọc')
  await touch(page, /^Đọc và đồng ý/)
  await look('reading')
  await touch(page, 'Trả lại người viết')
  await touch(page, 'Chọn câu trên màn hình của bà con')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await page.getByRole('button', { name: /^Ghi chú cho: Làm giấy khai sinh/ }).click()
  await touch(page, 'Số và bước của bài')
  await expect(page.getByRole('heading', { name: 'Chữ trên hình' }).first()).toBeVisible()
  await look('lesson')
  expect(found).toEqual([])
})

test('from the pencil of a step, and back to the province’s words by one alone', async ({ page }) => {
  test.setTimeout(120_000)
  await enter(page, office.address, 'Tú', second)
  await touch(page, 'Sửa câu trong bài')
  await touch(page, 'Chọn câu trên màn hình của bà con')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await touch(page, 'Xem từng bước')
  await touch(page, 'Học từ đầu')
  await page.getByRole('button', { name: /^Ghi chú cho:/ }).first().click()
  await touch(page, 'Chữ trên hình')
  await expect(page.getByRole('heading', { level: 1, name: /Chữ trên hình/ })).toBeVisible()
  await expect(phone(page)).toBeVisible()
  await touch(page, 'Về danh sách')
  await page.getByRole('button', { name: /^Lấy lại lời của tỉnh/ }).last().click()
  await expect(page.getByText('Chưa có câu nào.')).toBeVisible()
  const now = await seen(page)
  expect(now.heading).not.toContain('Tờ khai điện tử')
  expect(now.spots).toContain('Xem trước')
})
