import type { Page } from '@playwright/test'
import { openOffice, rows, search, through, toDesk, type Office } from './desk'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// One office, one PIN.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(18)
})

test.afterAll(() => office.close())

const pencil = (page: Page) => page.getByRole('button', { name: /^Ghi chú cho:/ }).first()
const lesson = 'Làm giấy khai sinh cho con'

/** From the desk to the residents' page of a service. */
async function toService(page: Page, typed: string): Promise<void> {
  await touch(page, 'Ghi chú của xã')
  await page.getByRole('textbox', { name: 'Tìm dịch vụ để ghi chú' }).fill(typed)
  await page.getByRole('button', { name: /^Thêm / }).first().click()
  await expect(pencil(page)).toBeVisible()
}

/** What the residents' search says of a query. */
async function found(page: Page, query: string): Promise<string> {
  const answer = await page.request.post(`${office.address}/call/Resident/Search`, { data: [query, 'vi'] })
  return JSON.stringify(await answer.json())
}

test('four touches hide a service: no list and no search has it, and staff see it with the way back', async ({ page }) => {
  await toDesk(page, office.address)
  expect(await found(page, 'khai sinh')).toContain('"khai-sinh"')
  await toService(page, 'khai sinh')
  await pencil(page).click()
  await expectAccessible(page)
  await touch(page, 'Tạm ẩn việc này')
  await expect(page.getByRole('heading', { name: 'Bà con không thấy' })).toBeVisible()
  await expect(page.getByText('Đang ẩn cả việc này.')).toBeVisible()
  await expect(page.getByText('Tạm ẩn cả việc này')).toBeVisible()
  await expectAccessible(page)

  await open(page, office.address)
  await expect(page.locator('main')).not.toContainText('Khai sinh cho con')
  await touch(page, 'Sinh con')
  await expect(page.locator('main')).toBeVisible()
  await expect(page.locator('main')).not.toContainText(lesson)
  expect(await found(page, 'khai sinh')).not.toContain('"khai-sinh"')
  expect(await found(page, '1.001193')).not.toContain('"khai-sinh"')
})

test('the desk does not print what is hidden, and says so', async ({ page }) => {
  await toDesk(page, office.address)
  await search(page).fill('khai sinh')
  await page.getByRole('button', { name: `Thêm ${lesson} (đang ẩn)` }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'đang ẩn nên không in' })).toBeVisible()
  await expect(rows(page)).toHaveCount(0)
  await expectAccessible(page)
})

test('one touch, or keys alone, bring it back', async ({ page }) => {
  await toDesk(page, office.address)
  await touch(page, 'Ghi chú của xã')
  const back = page.getByRole('button', { name: `Hiện lại: ${lesson}` }).first()
  await back.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bà con thấy mọi việc, mọi số.')).toBeVisible()
  expect(await found(page, 'khai sinh')).toContain('"khai-sinh"')
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await expect(page.locator('main')).toContainText(lesson)
})

test('who is in a lesson when it is hidden goes on in it', async ({ page, context }) => {
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, new RegExp(lesson))
  const desk = await context.newPage()
  await desk.goto(office.address)
  await through(desk)
  const call = (method: string) => desk.request.post(`${office.address}/call/Staff/${method}`, { data: ['khai-sinh'] })
  expect((await call('TakeAway')).ok()).toBe(true)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await expect(page.locator('[data-screen=checklist]')).toBeVisible()
  expect((await call('BringBack')).ok()).toBe(true)
})
