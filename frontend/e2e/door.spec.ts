import type { Page } from '@playwright/test'
import { openOffice, pin, setUp, title, toDesk, type, type Office } from './desk'
import { faults, glasses, named, setText, settled } from './glass'
import { expect, expectAccessible, idleTimes, open, openTimed, pass, softly, test, touch } from './kiosk'

// One office, one PIN.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async ({ browser }) => {
  office = await openOffice(28)
  const page = await browser.newPage()
  await open(page, office.address)
  await touch(page, 'Dành cho cán bộ')
  await setUp(page)
  await touch(page, 'Khóa bàn in')
  await page.close()
})

test.afterAll(() => office.close())

const desk = (page: Page) => page.getByRole('navigation', { name: 'Print desk' })
const third = (page: Page) => page.getByText('Step 3 of 9')
const home = (page: Page) => page.locator('[data-screen=home]')

/** Somebody is at the third step, in English, with larger letters. */
async function toThirdStep(page: Page): Promise<void> {
  for (const name of ['Sinh con', /Làm giấy khai sinh cho con/, /Học từng bước/, 'Có giấy rồi', 'Đã đăng ký', 'Bố hoặc mẹ', 'Tự làm trên điện thoại', 'Có đủ cả', 'Xem từng bước', 'Học từ đầu', 'Tiếp tục', 'Tiếp tục']) await touch(page, name)
  await expect(page.getByText('Bước 3 trên 9')).toBeVisible()
  await touch(page, /Chữ to hơn/)
  await touch(page, 'English')
  await expect(third(page)).toBeVisible()
}

/** Who was called opens the desk on the spot. */
async function staffCome(page: Page): Promise<void> {
  await touch(page, 'Call staff')
  await touch(page, 'For staff')
  await expect(title(page)).toHaveText('Enter the PIN')
  await type(page, pin)
  await expect(desk(page)).toBeVisible()
}

async function asItWas(page: Page): Promise<void> {
  await expect(third(page)).toBeVisible()
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveClass(/text-1/)
}

/** Nothing is known of the visit: the next one begins as all do. */
async function nothingLeft(page: Page): Promise<void> {
  await expect(home(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(page.locator('html')).toHaveClass(/text-0/)
  await expect(page.getByRole('button', { name: /Quay lại|Trang đầu/ })).toHaveCount(0)
  // The door is shut, in the program too.
  const answer = await page.request.post(`${office.address}/call/Staff/Paper`, { data: [] })
  expect(answer.ok()).toBe(false)
  await touch(page, 'Sinh con')
  await touch(page, 'Quay lại')
  await expect(home(page)).toBeVisible()
}

test('staff open the door over a lesson and give the screen back: same step, letters and language', async ({ page }) => {
  await open(page, office.address)
  await toThirdStep(page)
  await staffCome(page)
  await touch(page, /Smaller text/)
  await touch(page, 'Printed')
  await touch(page, 'Lock the desk')
  await expect(page.getByRole('heading', { name: 'Somebody was in the middle of something' })).toBeVisible()
  await expectAccessible(page)
  for (const size of [0, 3]) {
    await setText(page, size)
    for (const glass of glasses) {
      await page.setViewportSize(glass)
      await settled(page)
      softly(await faults(page), `${named(glass)}, letters ${size + 1}`).toEqual([])
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/give-back-${named(glass)}-${size + 1}.png` })
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await touch(page, 'Give the screen back')
  await asItWas(page)
  // The lesson goes on, with the answers that were given.
  await touch(page, 'Continue')
  await expect(page.getByText('Step 4 of 9')).toBeVisible()
  await touch(page, 'Back')
  await asItWas(page)
})

test('who comes to the door and not in leaves the lesson as it was', async ({ page }) => {
  await open(page, office.address)
  await toThirdStep(page)
  await touch(page, 'Call staff')
  await expectAccessible(page)
  await touch(page, 'For staff')
  await expect(title(page)).toHaveText('Enter the PIN')
  await page.keyboard.press('Escape')
  await asItWas(page)
  await touch(page, 'Call staff')
  await touch(page, 'For staff')
  await touch(page, 'Back')
  await asItWas(page)
})

test('once staff have ended the visit nothing leads back to it', async ({ page }) => {
  await open(page, office.address)
  await toThirdStep(page)
  await staffCome(page)
  await touch(page, 'Lock the desk')
  // Escape decides nothing.
  await page.keyboard.press('Escape')
  await expect(desk(page)).toBeVisible()
  await touch(page, 'Lock the desk')
  await touch(page, 'End this visit')
  await nothingLeft(page)
})

test('a visit that ended while staff were in is not given back', async ({ page }) => {
  const { warning } = await idleTimes(page)
  await openTimed(page)
  await page.goto(office.address)
  await toThirdStep(page)
  await staffCome(page)
  await pass(page, 300)
  await expect(page.getByText('The desk is about to lock.')).toBeVisible()
  await pass(page, warning)
  await nothingLeft(page)
})

test('from the first screen staff are asked nothing when they leave', async ({ page }) => {
  await toDesk(page, office.address)
  await touch(page, 'Khóa bàn in')
  await expect(home(page)).toBeVisible()
})

test('the sign that calls staff is whole on every glass, with the way in', async ({ page }) => {
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, 'Gọi cán bộ')
  for (const size of [0, 3]) {
    await setText(page, size)
    for (const glass of glasses) {
      await page.setViewportSize(glass)
      await settled(page)
      await expect(page.getByRole('button', { name: 'Dành cho cán bộ' })).toBeInViewport({ ratio: 1 })
      softly(await faults(page), `${named(glass)}, letters ${size + 1}`).toEqual([])
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/call-${named(glass)}-${size + 1}.png` })
    }
  }
})
