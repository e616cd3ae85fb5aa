import type { Page } from '@playwright/test'
import { beTwo, call, deskFaults, enter, openOffice, pin, second, toBirth, toDesk, toLesson, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// What an office may say of a lesson beside its sentences: numbers, and the order of
// steps. One office, two people.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(22)
})

test.afterAll(() => office.close())

const answers = { paper: 'yes', married: 'yes', who: 'other', way: 'phone' }

/** What residents are told to do, one step after the other. */
async function steps(page: Page): Promise<string[]> {
  const walk = (await call(page, 'Resident', 'Walk', 'khai-sinh', answers, 'vi', 0)) as { steps: { say: string }[] }
  return walk.steps.map(({ say }) => say)
}

/** Tú reads what waits, and agrees. */
async function agree(page: Page): Promise<void> {
  await touch(page, /^Đọc và đồng ý/)
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Tú' }).click()
  await page.keyboard.type(second)
  await touch(page, 'Đồng ý, cho bà con thấy')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** The words that lie under a pencil. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pencils = [...document.querySelectorAll('button.small svg')].map((svg) => svg.getBoundingClientRect())
    const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    const range = document.createRange()
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode)
      const lies = (line: DOMRect): boolean => pencils.some((one) => Math.min(line.right, one.right) - Math.max(line.left, one.left) > 1 && Math.min(line.bottom, one.bottom) - Math.max(line.top, one.top) > 8)
      if ([...range.getClientRects()].some(lies)) found.push(texts.currentNode.textContent ?? '')
    }
    return pencils.length > 0 ? found : ['no pencils']
  })

const words = (page: Page) => page.getByRole('textbox', { name: 'Lời mới' })
const source = (page: Page) => page.getByRole('textbox', { name: 'Số lấy ở văn bản nào' })

test('a fee of the office has its document, and two people', async ({ page }) => {
  await toDesk(page, office.address)
  await beTwo(page)
  await toBirth(page)
  await expect.poll(() => covered(page)).toEqual([])
  await page.getByRole('button', { name: /^Số này: Bao nhiêu tiền/ }).click()
  await expect(page.getByRole('heading', { name: 'Bao nhiêu tiền: Hỏi cán bộ, tỉnh quy định mức này' })).toBeVisible()
  await expect(page.getByText(/thì chạm “Ghi số khác”/)).toBeVisible()
  // The province only says whom to ask: there is nothing to take away.
  await expect(page.getByRole('button', { name: 'Số này không còn đúng' })).toHaveCount(0)
  await expectAccessible(page)
  await touch(page, 'Ghi số khác')
  await expect(words(page)).toBeFocused()
  await expect(words(page)).toHaveValue('')
  // Nothing is wrong before something is written.
  await expect(page.locator('.field.wrong')).toHaveCount(0)
  await words(page).fill('5.000 đồng')
  const lacks = page.locator('.field').getByText(/Số này lấy ở đâu/)
  await expect(lacks).toBeVisible()
  await expectAccessible(page)
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('alert').filter({ hasText: 'Mời ghi tên văn bản có số này' })).toBeVisible()
  // What is missing leads to its field, and the keys on the glass write into it.
  await expect(source(page)).toBeFocused()
  const keys = page.getByRole('group', { name: 'Bàn phím' })
  for (const key of ['q', 'd']) await keys.getByRole('button', { name: key, exact: true }).click()
  await expect(source(page)).toHaveValue('qd')
  await source(page).fill('Nghị quyết 12 của Hội đồng nhân dân tỉnh')
  await expect(lacks).toBeHidden()
  const dated = page.getByRole('textbox', { name: 'Ngày của văn bản. Ví dụ: 15/7/2025' })
  // What is wrong with the field one types in is not under the keys.
  await expect(keys).toBeVisible()
  await dated.fill('1/1/2099')
  await expect(page.getByText('Ngày của văn bản chưa tới. Mời xem lại ngày.')).toBeInViewport({ ratio: 0.98 })
  await dated.fill('1/7/2026')
  await expect(page.getByText('Ở trang “Xem kỹ và nguồn”: Nghị quyết 12')).toBeAttached()
  await expect(page.locator('.field').getByText(/Văn bản này ngày nào/)).toBeHidden()
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()

  const [waiting] = (await call(page, 'Staff', 'Wordings')) as { target: string; sequence: number }[]
  expect(waiting?.target).toBe('khai-sinh#fee')
  expect(await call(page, 'Staff', 'AgreeOnWording', waiting?.target, waiting?.sequence, 1, pin)).toMatchObject({ code: 'denied' })
  await agree(page)
  await expect(page.getByText('Lan, Tú, hôm nay')).toBeVisible()

  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await expect(page.getByRole('listitem').filter({ hasText: 'Bao nhiêu tiền' })).toContainText('5.000 đồng')
  // Its document is told with it.
  expect(await call(page, 'Resident', 'Service', 'khai-sinh', 'vi')).toMatchObject({ fee: { source: { title: 'Nghị quyết 12 của Hội đồng nhân dân tỉnh', date: '2026-07-01' } } })
})

test('the order of steps is changed by arrows, and agreed on by two', async ({ page }) => {
  await enter(page, office.address)
  const before = await steps(page)
  await toLesson(page)
  await expect(page.getByText('5.000 đồng')).toBeVisible()
  await page.getByRole('button', { name: 'Sửa: Thứ tự các bước' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Thứ tự các bước/ })).toBeVisible()
  // The step that sends is the last one, and stays it.
  const send = page.getByRole('button', { name: /^Đưa lên: Chạm “Gửi hồ sơ”/ })
  await send.click()
  await expect(page.getByText(/Bước cuối của bài phải là/)).toBeVisible()
  await page.getByRole('button', { name: /^Đưa xuống: Chạm “Gửi hồ sơ”/ }).click()
  await expect(page.getByText(/Bước cuối của bài phải là/)).toBeHidden()
  const birthday = page.getByRole('button', { name: /^Đưa lên: Điền ngày sinh/ }).first()
  await birthday.click()
  await expect(birthday).toBeFocused()
  await expect(page.getByText('(trước ở chỗ 7)')).toBeVisible()
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await expectAccessible(page)
  expect(await steps(page)).toEqual(before)
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()
  await agree(page)
  const at = before.findIndex((say) => say.startsWith('Điền tên cháu'))
  const now = await steps(page)
  expect([now[at], now[at + 1]]).toEqual([before[at + 1], before[at]])
  expect([...now].sort()).toEqual([...before].sort())
})

test('what leads to a number and an order is whole on every glass', async ({ page }) => {
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
  await page.getByRole('button', { name: 'Sửa: Bao lâu' }).click()
  await words(page).fill('Trong 30 ngày làm việc, tính từ ngày nhận đủ giấy tờ. '.repeat(3))
  await expect(page.getByText('Số này lấy ở đâu?')).toBeVisible()
  await look('number with keys')
  await touch(page, 'Cất bàn phím')
  await look('number')
  await touch(page, 'Về danh sách')
  await page.getByRole('button', { name: 'Sửa: Thứ tự các bước' }).click()
  await look('order')
  await page.getByRole('button', { name: /^Đưa lên: Điền tên cháu/ }).first().click()
  await page.getByRole('button', { name: /^Đưa lên: Nộp cho ai/ }).first().click()
  await expect(page.getByText(/đang đứng ngoài chặng của nó/)).toBeVisible()
  await look('order with a flaw')
  await page.getByRole('button', { name: /^Đưa xuống: Nộp cho ai/ }).first().click()
  await page.getByRole('button', { name: /^Đưa xuống: Điền tên cháu/ }).first().click()
  await page.getByRole('textbox', { name: 'Bắt đầu từ ngày' }).fill('31/12/2090')
  await look('order with keys')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()
  await look('list')
  await touch(page, /^Đọc và đồng ý/)
  await look('reading an order')
  expect(found).toEqual([])
})

test('one alone may go back to the province’s number and order', async ({ page }) => {
  await enter(page, office.address, 'Tú', second)
  await touch(page, 'Sửa câu trong bài')
  const back = page.getByRole('button', { name: /^Lấy lại lời của tỉnh/ })
  // The fee, the order, and a time that nobody has agreed on.
  for (const left of [3, 2, 1]) {
    await expect(back).toHaveCount(left)
    await back.first().click()
  }
  await expect(page.getByText('Chưa có câu nào.')).toBeVisible()
  expect((await steps(page)).findIndex((say) => say.startsWith('Điền tên cháu'))).toBeLessThan((await steps(page)).findIndex((say) => say.startsWith('Điền ngày sinh')))
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await expect(page.getByRole('listitem').filter({ hasText: 'Bao nhiêu tiền' })).toContainText('Hỏi cán bộ')
})
