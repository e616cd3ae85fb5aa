import type { Page } from '@playwright/test'
import { beTwo, call, deskFaults, enter, openOffice, pin, second, toDesk, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, expectAccessible, test, touch } from './kiosk'

// A step that the province has not drawn gets a copy of a drawing. One office, two people.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(39)
})

test.afterAll(() => office.close())

const step = 'Gọi điện hỏi người nhận đã thấy tiền chưa'
const source = 'Gọi lại bằng số đã lưu trong máy từ trước'

/** From the desk to what an office may say of that lesson. */
async function toLesson(page: Page): Promise<void> {
  await touch(page, 'Sửa câu trong bài')
  await chooseLesson(page)
}

async function chooseLesson(page: Page): Promise<void> {
  await touch(page, 'Chọn câu trên màn hình của bà con')
  await touch(page, 'Điện nước, tiền nong')
  await touch(page, /^Tài khoản, chuyển tiền/)
  await touch(page, /Chuyển tiền an toàn/)
  await page.getByRole('button', { name: /^Ghi chú cho: Chuyển tiền an toàn/ }).click()
  await touch(page, 'Số và bước của bài')
  await expect(page.getByRole('heading', { name: 'Bước chưa có hình' })).toBeVisible()
}

const drawing = (page: Page, say = source) => page.getByRole('button', { name: new RegExp(`^${say}`) })
const heading = (page: Page) => page.getByRole('textbox', { name: 'Tên màn hình “Con trai”' })
const phone = (page: Page) => page.locator('.phone svg').last()

/** What residents see at that step, and what one can touch in the rehearsal. */
async function seen(page: Page): Promise<{ away: boolean; picture: string; spots: string[] }> {
  const walk = (await call(page, 'Resident', 'Walk', 'chuyen-tien-an-toan', { who: 'known' }, 'vi', 0)) as { steps: { say: string; picture: string; away: boolean }[] }
  const play = (await call(page, 'Resident', 'Rehearsal', 'chuyen-tien-an-toan', { who: 'known' }, 'vi', 0)) as { steps: { say: string; spots: { say: string }[] }[] }
  const here = walk.steps.find(({ say }) => say === step)
  return { away: here?.away ?? true, picture: here?.picture ?? '', spots: play.steps.find(({ say }) => say === step)?.spots.map(({ say }) => say) ?? [] }
}

test('one chooses a drawing and changes its words, the other agrees, and only then residents see it', async ({ page }) => {
  test.setTimeout(180_000)
  await toDesk(page, office.address)
  await beTwo(page)
  await toLesson(page)
  await touch(page, `Chọn hình: ${step}`)
  // The nearest drawing has the focus: one chooses with the keyboard, too.
  await expect(page.getByRole('heading', { name: 'Hình trong bài này' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Cúp máy hoặc thoát/ })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Tên màn hình “Số lạ”' })).toBeFocused()
  // Another one, after all.
  await touch(page, 'Chọn hình khác')
  await expect(page.getByRole('button', { name: /^Cúp máy hoặc thoát/ })).toHaveAttribute('aria-pressed', 'true')
  await drawing(page).click()
  await expect(heading(page)).toBeFocused()
  await heading(page).fill('Vào lua-dao.com')
  await expect(page.getByText('không có trong danh sách trang chính thức')).toBeVisible()
  await heading(page).fill('Người nhận tiền')
  await expect(phone(page)).toContainText('Người nhận tiền')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await expectAccessible(page)
  const before = await seen(page)
  expect([before.away, before.spots]).toEqual([true, []])
  await touch(page, 'Nhờ người thứ hai đọc')
  await expect(page.getByRole('heading', { name: 'Chờ người thứ hai đọc' })).toBeVisible()
  await expect(page.getByText('Tên màn hình “Con trai” đổi thành “Người nhận tiền”')).toBeVisible()
  await expectAccessible(page)

  const [waiting] = (await call(page, 'Staff', 'Wordings')) as { target: string; sequence: number }[]
  expect(await call(page, 'Staff', 'AgreeOnWording', waiting?.target, waiting?.sequence, 1, pin)).toMatchObject({ code: 'denied' })
  expect(await seen(page)).toEqual(before)
  await touch(page, /^Đọc và đồng ý/)
  const reading = page.getByRole('dialog', { name: 'Thêm hình này có đúng không?' })
  await expect(reading.getByText(`Hình mới, chép từ bước “${source}”`)).toBeVisible()
  await expect(reading.getByText('Tên màn hình “Con trai” đổi thành “Người nhận tiền”')).toBeVisible()
  await expect(reading.locator('.phone svg').last()).toContainText('Người nhận tiền')
  await expectAccessible(page)
  await reading.getByRole('button', { name: 'Tú' }).click()
  await page.keyboard.type(second)
  await touch(page, 'Đồng ý, cho bà con thấy')
  await expect(page.getByText('Lan, Tú, hôm nay')).toBeVisible()

  const after = await seen(page)
  expect([after.away, after.picture.includes('Người nhận tiền'), after.spots]).toEqual([false, true, ['Con trai', 'Gọi', 'Nhắn tin']])
  expect(((await call(page, 'Staff', 'Trail', 0)) as { subject: string }[])[0]?.subject).toContain(`hình chép cho bước “${step}”`)
})

test('choosing, form and reading are whole on every glass', async ({ page }) => {
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
  await look('copy list')
  await touch(page, /^Sửa: Hình của bước/)
  await expect(heading(page)).toHaveValue('Người nhận tiền')
  await look('copy form')
  await touch(page, 'Chọn hình khác')
  await expect(drawing(page)).toHaveAttribute('aria-pressed', 'true')
  await look('copy choice')
  await touch(page, 'Giữ hình đang chọn')
  await heading(page).fill('Người đã nhận tiền')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await touch(page, 'Nhờ người thứ hai đọc')
  await touch(page, /^Đọc và đồng ý/)
  await look('copy reading')
  await touch(page, 'Trả lại người viết')
  await chooseLesson(page)
  await look('copy lesson')
  expect(found).toEqual([])
})

test('taken away by one alone', async ({ page }) => {
  test.setTimeout(120_000)
  await enter(page, office.address, 'Tú', second)
  await touch(page, 'Sửa câu trong bài')
  await page.getByRole('button', { name: /^Bỏ hình này/ }).last().click()
  await expect(page.getByText('Chưa có câu nào.')).toBeVisible()
  expect((await seen(page)).away).toBe(true)
})
