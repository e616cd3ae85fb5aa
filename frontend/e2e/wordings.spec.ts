import type { Page } from '@playwright/test'
import { call, deskFaults, enter, openOffice, pin, second, toDesk, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, expectAccessible, open, rested, test, touch } from './kiosk'

// One office, two people.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(20)
})

test.afterAll(() => office.close())

const sentence = (page: Page) => page.getByRole('textbox', { name: 'Câu mới' })

/** From the desk to the first step of the birth's lesson, and to its sentence. */
async function toSentence(page: Page): Promise<void> {
  await touch(page, 'Sửa câu trong bài')
  await expect(page.getByRole('heading', { level: 1, name: 'Sửa câu trong bài' })).toBeVisible()
  await touch(page, 'Chọn câu trên màn hình của bà con')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await page.getByRole('button', { name: /^Ghi chú cho:/ }).first().click()
  await touch(page, 'Sửa câu này')
  await expect(sentence(page)).toBeFocused()
}

test('one writes, the other agrees, and only then residents read it', async ({ page }) => {
  test.setTimeout(180_000)
  await toDesk(page, office.address)
  // Tú comes to the desk, and chooses a PIN of his own.
  expect(await call(page, 'Staff', 'AddPerson', 'Tú', 'clerk', pin)).toBeNull()
  await toSentence(page)
  const was = await sentence(page).inputValue()
  expect(was.length).toBeGreaterThan(5)
  await sentence(page).fill(`${was} Đủ 3.000 đồng.`)
  await expect(page.getByText('Số 3.000 đồng lấy ở đâu?')).toBeVisible()
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('alert').filter({ hasText: 'Mời ghi tên văn bản có số này' })).toBeVisible()
  await expect(sentence(page)).toHaveValue(`${was} Đủ 3.000 đồng.`)
  await sentence(page).fill('Giấy chứng sinh của cháu')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await expect(page.getByText('Số 3.000 đồng lấy ở đâu?')).toBeHidden()
  await expectAccessible(page)
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()
  await expect(page.locator('ins').first()).toContainText('của cháu')
  await expectAccessible(page)

  // The writer is not asked; the program refuses the writer, and a PIN that the writer gave.
  await touch(page, /^Đọc và đồng ý/)
  await expect(page.getByRole('heading', { name: 'Câu này có đúng không?' })).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Lan' })).toHaveCount(0)
  await expectAccessible(page)
  await touch(page, /^Tú/)
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('Mã PIN của Tú do người khác đặt. Mời Tú vào bàn in, đổi mã của mình trước.')
  await expectAccessible(page)
  const [waiting] = (await call(page, 'Staff', 'Wordings')) as { target: string; sequence: number }[]
  expect(JSON.stringify(await call(page, 'Staff', 'AgreeOnWording', waiting?.target, waiting?.sequence, 1, pin))).toContain('Mời người khác đọc')
  expect(JSON.stringify(await call(page, 'Staff', 'AgreeOnWording', waiting?.target, waiting?.sequence, 2, pin))).toContain('đổi mã PIN trước')
  await touch(page, 'Thôi')

  await enter(page, office.address, 'Tú')
  expect(await call(page, 'Staff', 'OwnPIN', pin, second)).toBeNull()
  await touch(page, 'Sửa câu trong bài')
  await touch(page, /^Đọc và đồng ý/)
  // A name touched twice is no digit; what is agreed on stands beside the digits.
  await rested(page)
  const name = await page.getByRole('dialog').getByRole('button', { name: 'Tú' }).boundingBox()
  if (name) await page.mouse.dblclick(name.x + name.width / 2, name.y + name.height / 2)
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Mã PIN: 0')
  await expect(page.getByRole('dialog').locator('ins').first()).toContainText('của cháu')
  await page.keyboard.type('111112')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Mã PIN chưa đúng. Còn 4 lần thử.').first()).toBeVisible()
  await page.keyboard.type(second)
  await expectAccessible(page)
  await touch(page, 'Đồng ý, cho bà con thấy')
  await expect(page.getByText('Lan, Tú, hôm nay')).toBeVisible()

  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await expect(page.getByText('Giấy chứng sinh của cháu').first()).toBeVisible()
})

test('rooms and forms are whole on every glass', async ({ page }) => {
  test.setTimeout(300_000)
  await enter(page, office.address)
  await touch(page, 'Sửa câu trong bài')
  await expect(page.getByText('Lan, Tú, hôm nay')).toBeVisible()
  const found: string[] = []
  const look = async (screen: string): Promise<void> => {
    for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses, size, screen)))
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  await look('list')
  await touch(page, /^Sửa:/)
  await expect(sentence(page)).toBeFocused()
  await sentence(page).fill('Giấy chứng sinh của cháu bé do trạm y tế hoặc bệnh viện cấp, nộp 5.000 đồng. '.repeat(2))
  await expect(page.getByText(/lấy ở đâu/)).toBeVisible()
  await look('form')
  await sentence(page).fill('Giấy chứng sinh bản chính')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await touch(page, 'Nhờ người thứ hai đọc')
  await touch(page, /^Đọc và đồng ý/)
  await look('reading')
  await page.getByRole('dialog').getByRole('button', { name: 'Tú' }).click()
  await look('PIN of who reads')
  expect(found).toEqual([])
})

test('one alone may go back to the province’s sentence', async ({ page }) => {
  await enter(page, office.address, 'Tú', second)
  await touch(page, 'Sửa câu trong bài')
  await page.getByRole('button', { name: /^Lấy lại lời của tỉnh/ }).last().click()
  await expect(page.getByText('Chưa có câu nào.')).toBeVisible()
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await expect(page.getByText('Giấy chứng sinh của cháu')).toHaveCount(0)
})

test('whoever asks for a second reader is led to the field that lacks something, one by one', async ({ page }) => {
  test.setTimeout(180_000)
  await enter(page, office.address)
  await toSentence(page)
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) })
  const source = 'Số lấy ở văn bản nào'
  const dated = 'Ngày của văn bản'
  const from = 'Bắt đầu từ ngày'
  const say = 'Câu mới'
  const refused = async (where: string, sentence: string): Promise<void> => {
    await touch(page, 'Nhờ người thứ hai đọc')
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
    await expect(field(where)).toBeFocused()
    await expect(field(where)).toHaveAccessibleDescription(new RegExp(sentence.replace(/[?.]/g, '\\$&')))
    await expect(field(where)).toHaveAttribute('aria-invalid', 'true')
    expect(await call(page, 'Staff', 'Wordings')).not.toContainEqual(expect.objectContaining({ asked: true }))
  }
  for (const name of [say, 'Vì sao, hoặc lưu ý']) await field(name).fill('')
  await refused(say, 'Chỗ này đang trống. Mời ghi vào.')
  await field(say).fill('Giấy chứng sinh, nộp 5.000 đồng')
  await refused(source, 'Số 5.000 đồng lấy ở đâu? Mời ghi tên văn bản có số này.')
  await expectAccessible(page)
  await field(source).fill('Nghị quyết 12 của Hội đồng nhân dân xã')
  await refused(dated, 'Văn bản này ngày nào? Mời ghi ngày của văn bản.')
  await field(dated).fill('1/1/2099')
  await refused(dated, 'Ngày của văn bản chưa tới. Mời xem lại ngày.')
  await field(dated).fill('tháng trước')
  await refused(dated, 'Ngày này viết chưa đúng. Mời chọn lại ngày.')
  await field(dated).fill('1/6/2026')
  await field(from).fill('1/1/2020')
  await refused(from, 'Ngày bắt đầu đã qua.')
  await field(from).fill('')
  await field(say).fill('Giấy chứng sinh có dấu của trạm y tế. Xin thêm ở bệnh viện nơi sinh cháu. Mang theo bản gốc nữa.')
  await refused(say, 'nhiều nhất là 90.')
  await field(say).fill('Xem ở trang dichvucong-gov.com')
  await refused(say, 'không có trong danh sách trang chính thức.')
  await field(say).fill('Giấy chứng sinh của cháu')
  await field(source).fill('')
  await field(dated).fill('')
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()
})
