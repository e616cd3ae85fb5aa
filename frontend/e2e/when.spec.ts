import type { Page } from '@playwright/test'
import { beTwo, call, deskFaults, enter, openOffice, pin, second, toDesk, toLesson, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// For whom a step or a line of a lesson is. One office, two people.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(26)
})

test.afterAll(() => office.close())

const step = 'Điền tên cháu đúng như giấy chứng sinh'
const line = 'Giấy đăng ký kết hôn của bố mẹ'

interface Walk {
  steps: { say: string }[]
  papers: { say: string }[]
}

/** What residents who give these answers are told to do. */
async function steps(page: Page, paper: string): Promise<string[]> {
  const walk = (await call(page, 'Resident', 'Walk', 'khai-sinh', { paper, married: 'yes', who: 'other', way: 'phone' }, 'vi', 0)) as Walk
  return walk.steps.map(({ say }) => say)
}

const tick = (page: Page, answer: string) => page.getByRole('checkbox', { name: answer, exact: true })

test('for whom a step is is ticked, and agreed on by two', async ({ page }) => {
  test.setTimeout(180_000)
  await toDesk(page, office.address)
  await beTwo(page)
  const before = await steps(page, 'electronic')
  expect(before).toContain(step)
  await toLesson(page)
  // What several lessons share stays the province's, and says so where it stands.
  await expect(page.getByText('Nhiều bài dùng chung: tỉnh quyết ai thấy.').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Ai thấy bước này: ${step}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Ai thấy bước này/ })).toBeVisible()
  await expect(tick(page, 'Có giấy rồi')).toBeFocused()
  await expect(tick(page, 'Không có giấy')).not.toBeChecked()
  // Without an answer nobody would see it.
  for (const answer of ['Có giấy rồi', 'Có bản điện tử']) await tick(page, answer).click()
  await expect(page.getByText('Không ai', { exact: true })).toBeVisible()
  await expect(page.getByText(/Câu “Cháu có giấy chứng sinh chưa\?” chưa chọn câu trả lời nào/)).toBeVisible()
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('alert').filter({ hasText: 'chưa chọn câu trả lời nào' })).toBeVisible()
  await expectAccessible(page)
  // By keyboard as by touch.
  await tick(page, 'Có giấy rồi').focus()
  await page.keyboard.press('Space')
  await expect(tick(page, 'Có giấy rồi')).toBeChecked()
  await expect(page.getByText('Bà con đáp “Có giấy rồi”, và “Tự làm trên điện thoại”', { exact: true })).toBeVisible()
  await expect(page.getByText(/Bà con đáp “Có bản điện tử”, “Tự làm trên điện thoại”: .* bước, thành .*/)).toBeVisible()
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await expectAccessible(page)
  expect(await steps(page, 'electronic')).toEqual(before)
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()

  const [waiting] = (await call(page, 'Staff', 'Wordings')) as { target: string; sequence: number }[]
  expect(waiting?.target).toMatch(/^khai-sinh\/.*#when$/)
  expect(await call(page, 'Staff', 'AgreeOnWording', waiting?.target, waiting?.sequence, 1, pin)).toMatchObject({ code: 'denied' })
  await touch(page, /^Đọc và đồng ý/)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(step)).toBeVisible()
  await expect(dialog.getByText('Đang thấy: bà con đáp “Có giấy rồi” hoặc “Có bản điện tử”, và “Tự làm trên điện thoại”')).toBeVisible()
  await expect(dialog.getByText('Sẽ thấy: bà con đáp “Có giấy rồi”, và “Tự làm trên điện thoại”')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Tú' }).click()
  await page.keyboard.type(second)
  await touch(page, 'Đồng ý, cho bà con thấy')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Lan, Tú, hôm nay')).toBeVisible()
  await expectAccessible(page)

  expect(await steps(page, 'electronic')).toEqual(before.filter((say) => say !== step))
  expect(await steps(page, 'yes')).toContain(step)
  const [noted] = (await call(page, 'Staff', 'Trail', 0)) as { subject: string }[]
  expect(noted?.subject).toBe(`Tú: Làm giấy khai sinh cho con, ai thấy “${step}”: Có giấy rồi; Tự làm trên điện thoại`)
})

test('a line for everybody is on every list', async ({ page }) => {
  await enter(page, office.address)
  await toLesson(page)
  await expect(page.getByText('Bà con đáp “Có giấy rồi”, và “Tự làm trên điện thoại”').first()).toBeVisible()
  await page.getByRole('button', { name: `Ai thấy dòng này: ${line}` }).click()
  await tick(page, 'Chưa đăng ký').click()
  await expect(page.getByText('Mọi người', { exact: true })).toBeVisible()
  await expect(page.getByText(/Bà con đáp “Chưa đăng ký”: .* thứ, thành .* thứ/)).toBeVisible()
  await touch(page, 'Nhờ người thứ hai đọc')
  await touch(page, /^Đọc và đồng ý/)
  await page.getByRole('dialog').getByRole('button', { name: 'Tú' }).click()
  await page.keyboard.type(second)
  await touch(page, 'Đồng ý, cho bà con thấy')
  await expect(page.getByRole('dialog')).toBeHidden()

  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Chưa đăng ký', 'Bố hoặc mẹ', 'Tới quầy, cán bộ giúp']) await touch(page, answer)
  await expect(page.getByText(line).first()).toBeVisible()
})

test('what leads to it is whole on every glass', async ({ page }) => {
  test.setTimeout(400_000)
  await enter(page, office.address)
  const found: string[] = []
  const look = async (screen: string): Promise<void> => {
    for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses, size, screen)))
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  await toLesson(page)
  await look('lesson')
  await page.getByRole('button', { name: 'Ai thấy bước này: Điền ngày sinh, nơi sinh của cháu' }).first().click()
  for (const answer of ['Có giấy rồi', 'Bố hoặc mẹ']) await tick(page, answer).click()
  await expect(page.getByText('Số bước thay đổi')).toBeVisible()
  await look('whom')
  await tick(page, 'Có bản điện tử').click()
  await expect(page.getByText(/chưa chọn câu trả lời nào/)).toBeVisible()
  await look('whom with a flaw')
  await tick(page, 'Có bản điện tử').click()
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()
  await look('list')
  await touch(page, /^Đọc và đồng ý/)
  await look('reading for whom')
  await touch(page, 'Trả lại người viết')
  expect(found).toEqual([])
})

test('one alone may go back to the province’s', async ({ page }) => {
  await enter(page, office.address, 'Tú', second)
  await touch(page, 'Sửa câu trong bài')
  const back = page.getByRole('button', { name: /^Lấy lại lời của tỉnh/ })
  // The line, the step, and one that nobody has agreed on.
  for (const left of [3, 2, 1]) {
    await expect(back).toHaveCount(left)
    await back.first().click()
  }
  await expect(page.getByText('Chưa có câu nào.')).toBeVisible()
  expect(await steps(page, 'electronic')).toContain(step)
})
