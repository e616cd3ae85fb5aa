import type { Page } from '@playwright/test'
import { deskFaults, openOffice, rows, search, through, toDesk, type Office } from './desk'
import { faults, glasses, named, setText, settled } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// One office, one PIN.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(38)
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

const number = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()

test('a number becomes “hỏi cán bộ” on the screen and on paper, and comes back', async ({ page }) => {
  await toDesk(page, office.address)
  await toService(page, 'khai sinh')
  const time = page.locator('main .answers li').filter({ hasText: 'Bao lâu' }).locator('.answer')
  await expect(time).toHaveText('1 ngày làm việc')
  await number(page, /^Số này: Bao lâu/).click()
  await expect(page.getByRole('dialog')).toContainText('bà con đọc “Hỏi cán bộ”')
  await expectAccessible(page)
  await touch(page, 'Số này không còn đúng')
  await expect(time).toHaveText('Hỏi cán bộ')

  await touch(page, 'Về bàn in')
  await expect(page.getByText('Bà con đọc “Hỏi cán bộ” thay cho').first()).toBeVisible()
  await expectAccessible(page)
  const paper = async (): Promise<string> => {
    const answer = await page.request.post(`${office.address}/call/Staff/Preview`, { data: [{ services: ['khai-sinh'], layout: 'a4', copies: 1, start: 1 }, 1] })
    expect(answer.ok()).toBe(true)
    return ((await answer.json()) as { svg: string }).svg
  }
  expect(await paper()).toContain('Hỏi cán bộ')
  expect(await paper()).not.toContain('1 ngày làm việc')

  await touch(page, 'Ghi chú của xã')
  const back = page.getByRole('button', { name: /^Lấy lại: / }).first()
  await back.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bà con thấy mọi việc, mọi số.')).toBeVisible()
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, new RegExp(lesson))
  await expect(time).toHaveText('1 ngày làm việc')
})

test('a number that the province has changed is first in the list, and only to be seen', async ({ page }) => {
  await page.route('**/call/Staff/Notes', async (route) => {
    const over = { target: 'khai-sinh#fee', service: false, of: lesson, under: '8.000 đồng', over: true, now: '10.000 đồng', made: '2026-11-02 09:00', who: 'Lan' }
    const answer = (await (await route.fetch()).json()) as { away: object[] }
    await route.fulfill({ json: { ...answer, away: [over, ...answer.away], over: 1 } })
  })
  await toDesk(page, office.address)
  await touch(page, 'Ghi chú của xã')
  await expect(page.getByRole('heading', { name: 'Cần xem lại' })).toBeVisible()
  await expect(page.getByText('Tỉnh đã sửa: “8.000 đồng” → “10.000 đồng”. Bà con thấy lời mới.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Đã xem: 8.000 đồng' })).toBeVisible()
  await expectAccessible(page)
})

for (const size of [0, 3]) {
  test(`the room holds what is away on every glass, letters ${size + 1}`, async ({ page }) => {
    test.setTimeout(300_000)
    const long = 'nghiêng '.repeat(25).trim()
    await page.route('**/call/Staff/Notes', (route) => {
      const one = { target: 'khai-sinh', service: true, of: long, under: long, over: false, now: '', made: '2026-11-02 09:00', who: 'Nguyễn Thị Hoàng Lan' }
      const fee = { ...one, target: 'khai-sinh#fee', service: false }
      const change = { made: one.made, who: one.who, target: fee.target, of: long, on: '', before: '', after: long, there: true, away: true }
      return route.fulfill({ json: { notes: [], parked: 0, longest: 200, away: [{ ...fee, target: 'khai-sinh#time', over: true, now: long }, one, fee], over: 1, changes: [change] } })
    })
    await toDesk(page, office.address)
    await touch(page, 'Ghi chú của xã')
    await expect(page.getByRole('heading', { name: 'Cần xem lại' })).toBeVisible()
    const found = await deskFaults(page, glasses, size, 'away')
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(found).toEqual([])
  })

  test(`the question about a number, and “hỏi cán bộ”, hold on every glass, letters ${size + 1}`, async ({ page }) => {
    test.setTimeout(300_000)
    await toDesk(page, office.address)
    const call = (method: string, target: string) => page.request.post(`${office.address}/call/Staff/${method}`, { data: [target] })
    const names = ['time', 'deadline'].map((name) => `khai-sinh#${name}`)
    for (const name of names) expect((await call('TakeAway', name)).ok(), name).toBe(true)
    await toService(page, 'khai sinh')
    const found: string[] = []
    const look = async (what: string): Promise<void> => {
      await setText(page, size)
      for (const glass of glasses) {
        await page.setViewportSize(glass)
        await settled(page)
        found.push(...(await faults(page)).map((fault) => `${what}, ${named(glass)}, letters ${size + 1}: ${fault}`))
      }
      await page.setViewportSize({ width: 1366, height: 768 })
    }
    await number(page, /^Số này: /).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('number')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await open(page, office.address)
    await touch(page, 'Sinh con')
    await touch(page, new RegExp(lesson))
    await expect(page.getByText('Hạn làm: hỏi cán bộ')).toBeVisible()
    await look('service')
    expect(found).toEqual([])
    await toDesk(page, office.address)
    for (const name of names) expect((await call('BringBack', name)).ok(), name).toBe(true)
  })
}
