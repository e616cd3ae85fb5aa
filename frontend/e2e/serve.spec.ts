import type { Page } from '@playwright/test'
import { furnished } from '../playwright.config'
import { enlarged, everywhere, glasses, named, setText, settled, textSizes, type Glass } from './glass'
import { expect, open, readCodes, rested, test, touch } from './kiosk'

const birthPage = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7'

/** Finds a service as a resident would who types its name. */
async function openService(page: Page, title: string): Promise<void> {
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill(title)
  await page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button', { name: title }).first().click()
  await expect(page.locator('[data-screen=service]')).toBeVisible()
  await rested(page)
}

const openBirth = (page: Page) => openService(page, 'Làm giấy khai sinh cho con')

/** From a service's page to its large code. */
async function openCode(page: Page): Promise<void> {
  await page.locator('button[data-code]').click()
  await expect(page.locator('[data-screen=handoff]')).toBeVisible()
  await rested(page)
}

/** Kinds of screens that the walk through all of them does not meet, and how one comes there. */
const screens: [name: string, way: (page: Page) => Promise<void>][] = [
  ['a service that costs in many ways', (page) => openService(page, 'Đăng ký tạm trú')],
  ['an app', (page) => openService(page, 'Cài và kích hoạt VNeID')],
  ['a service that goes on in an app', (page) => openService(page, 'Quên mật khẩu hoặc passcode VNeID')],
  ['a service without a lesson', (page) => openService(page, 'Làm lại giấy khai sinh đã mất')],
  ['whose phone', async (page) => {
    await openService(page, 'Cài và kích hoạt VNeID')
    await touch(page, 'Mở trên điện thoại')
  }],
  ['no code: on in an app', async (page) => {
    await openService(page, 'Quên mật khẩu hoặc passcode VNeID')
    await touch(page, 'Mở VNeID trong điện thoại')
  }],
]

for (const [name, way] of screens) {
  test(`${name} holds on every glass, in every size of letters`, async ({ page }) => {
    test.setTimeout(300_000)
    await open(page, furnished)
    await way(page)
    const { found } = await everywhere(page, [...glasses, ...enlarged], [0], name)
    const { found: larger } = await everywhere(page, glasses, [1, 2, 3], name)
    expect([...found, ...larger]).toEqual([])
  })
}

test('the Wi-Fi is told in words, too, on every glass', async ({ page }) => {
  test.setTimeout(300_000)
  await open(page, furnished)
  await openBirth(page)
  await openCode(page)
  await touch(page, 'Chưa có mạng?')
  await expect(page.getByRole('dialog')).toContainText('Mật khẩu')
  const { found } = await everywhere(page, glasses, [0], 'Wi-Fi')
  expect(found).toEqual([])
})

/** Turns to the page of the screen on which the code stands. */
async function turnToCode(page: Page): Promise<void> {
  const code = page.locator('[data-code] svg[role=img]')
  for (let turn = 0; turn < 8 && (await code.count()) === 0; turn++) {
    await page.evaluate(() => document.querySelector<HTMLElement>('.sheets .turn button:last-child:not([aria-disabled=true])')?.click())
    await settled(page)
  }
  await expect(code).toHaveCount(1)
}

/** The least side of a code, in pixels, on a glass: on the service's page, on the hand-off. */
const least = ({ height }: Glass) => ({ service: 300, handoff: height < 700 ? 360 : 435 })

for (const screen of ['service', 'handoff'] as const) {
  for (const glass of glasses) {
    test(`the one code of the ${screen} is read at ${named(glass)}, and as large whatever the letters are`, async ({ page }, info) => {
      await page.setViewportSize(glass)
      await open(page, furnished)
      await openBirth(page)
      if (screen === 'handoff') {
        await turnToCode(page)
        await openCode(page)
      }
      const sides = new Set<number>()
      for (const size of textSizes) {
        await setText(page, size)
        await settled(page)
        await turnToCode(page)
        const box = await page.locator('[data-code] svg[role=img]').boundingBox()
        sides.add(box?.width ?? 0)
        expect(await readCodes(page, info.outputPath(`${size}.png`)), `letters ${size + 1}`).toEqual([birthPage])
      }
      expect([...sides]).toHaveLength(1)
      expect(Math.min(...sides)).toBeGreaterThanOrEqual(least(glass)[screen])
    })
  }
}

test('on the glass of most offices a service answers on one page', async ({ page }) => {
  await open(page, furnished)
  await openBirth(page)
  await expect(page.locator('.turn')).toHaveCount(0)
  const main = page.getByRole('main')
  await expect(main).toContainText('Làm trong 60 ngày đầu')
  await expect(main).toContainText('Mang theo 2 thứ')
  await expect(main).toContainText(/Giấy chứng sinh bản giấy\s*hoặc\s*điện tử\s*hoặc\s*giấy của người làm chứng việc sinh/)
  await expect(main).toContainText('Tên cháu phải giống hệt trên giấy chứng sinh')
  // Where it is from is behind "Xem kỹ", with its day.
  await expect(main).not.toContainText('tính đến')
  await touch(page, /Xem kỹ/)
  await expect(page.getByRole('main')).toContainText('tính đến 18/7/2026')
})

test('what is nothing to bring has no box to tick', async ({ page }) => {
  await open(page)
  await openBirth(page)
  await touch(page, /thêm thứ khác/)
  await expect(page.locator('[data-screen=bring]')).toBeVisible()
  const ask = page.getByText('Hỏi cán bộ về việc nhận cha cho con')
  await settled(page)
  await expect(page.getByRole('button', { name: /Căn cước hoặc VNeID của bố và mẹ/ })).toHaveAttribute('aria-pressed', 'false')
  for (let turn = 0; turn < 8 && !(await ask.isVisible()); turn++) {
    await touch(page, 'Trang sau')
    await settled(page)
  }
  await expect(ask).toBeVisible()
  await expect(page.getByRole('button', { name: /Hỏi cán bộ về việc nhận cha/ })).toHaveCount(0)
})

test('who skipped the lesson is told nothing of it, and what is not filed is not called done', async ({ page }) => {
  await open(page)
  await openBirth(page)
  await openCode(page)
  await expect(page.getByRole('main')).not.toContainText('vừa học')
  await touch(page, 'Đã mở được trang')
  await expect(page.getByText('Chưa nộp. Làm tiếp trên điện thoại.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Xong' })).toHaveCount(0)
  const numbers = page.locator('.next b')
  await expect(numbers).toHaveText(['1', '2', '3', '4', '5', '6'])
  const places = await numbers.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, top }) => [left, top]))
  expect(new Set(places.map(([left]) => left)).size).toBe(1)
  expect(places.map(([, top]) => top)).toEqual([...places.map(([, top]) => top)].sort((a, b) => (a ?? 0) - (b ?? 0)))
})

test('a lost password leads into the app that is on the phone, not to a code', async ({ page }) => {
  await open(page)
  await openService(page, 'Quên mật khẩu hoặc passcode VNeID')
  await expect(page.locator('[data-code]')).toHaveCount(0)
  await touch(page, 'Mở VNeID trong điện thoại')
  await expect(page.getByRole('main')).toContainText('tới Công an xã')
  await expect(page.getByText('Chưa nộp')).toHaveCount(0)
  await expect(page.getByRole('img', { name: /Mã QR/ })).toHaveCount(0)
})
