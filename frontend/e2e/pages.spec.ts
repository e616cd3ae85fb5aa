import type { Page } from '@playwright/test'
import { furnished } from '../playwright.config'
import { faults, named, setText, settled, textSizes, type Glass } from './glass'
import { each, expect, open, rested, softly, test, touch } from './kiosk'

// What a screen is for stands on its first page, and there are few pages, however large the
// letters are.

const low: Glass = { width: 1024, height: 600 }
const usual: Glass = { width: 1366, height: 768 }
const wide: Glass = { width: 1920, height: 1080 }
const upright: Glass = { width: 1080, height: 1920 }
const largest = 3

const next = (page: Page) => page.locator('.turn button').last()
const previous = (page: Page) => page.locator('.turn button').first()

async function on(page: Page, glass: Glass, size: number): Promise<string> {
  await page.setViewportSize(glass)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, glass)
  await setText(page, size)
  await settled(page)
  return `${named(glass)}, letters ${size + 1}`
}

/** Goes to a service by its name, typed. */
async function find(page: Page, title: string): Promise<void> {
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill(title)
  await page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button', { name: title }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await settled(page)
}

/** How many pages the screen has, as it says itself. */
async function count(page: Page): Promise<number> {
  const said = await page.locator('.turn p').allTextContents()
  return Number(said[0]?.split('/')[1] ?? 1)
}

const services = ['Làm giấy khai sinh cho con', 'Đăng ký tạm trú', 'Trả tiền điện trên điện thoại', 'Mua, gia hạn thẻ BHYT', 'Đổi thẻ căn cước', 'Xin hưởng trợ cấp thất nghiệp']

for (const title of services) {
  test(`${title}: title, code and way on are on the first page, and pages are few`, async ({ page }) => {
    test.setTimeout(120_000)
    await open(page, furnished)
    await find(page, title)
    const code = (await page.locator('[data-code]').count()) > 0
    for (const [glass, most] of [[low, 6], [usual, 4], [wide, 4], [upright, 2]] as const) {
      for (const size of textSizes) {
        const where = await on(page, glass, size)
        await expect.soft(page.locator('h1'), where).toBeVisible()
        await expect.soft(page.locator('main [data-code], main .answers').first(), where).toBeVisible()
        if (code) await expect.soft(page.locator('[data-code]'), where).toBeVisible()
        await expect.soft(page.locator('footer .main'), where).toBeVisible()
        expect.soft(await count(page), where).toBeLessThanOrEqual(most)
        expect.soft(await faults(page), where).toEqual([])
      }
    }
  })

  test(`${title}: what everybody must bring is on the first page, letters as they are`, async ({ page }) => {
    await open(page, furnished)
    await find(page, title)
    for (const glass of [usual, wide, upright]) {
      const where = await on(page, glass, 0)
      await expect(page.locator('.bring'), where).toBeVisible()
      await expect.poll(() => page.locator('.bring li').count(), { message: where }).toBeGreaterThan(0)
    }
  })
}

test('the answers of a question are all on the first page, which is the only one of most offices', async ({ page }) => {
  test.setTimeout(120_000)
  await open(page, furnished)
  await find(page, 'Làm giấy khai sinh cho con')
  await touch(page, /Học từng bước/)
  for (const given of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại']) {
    await expect(page.locator('[data-screen=fact]')).toBeVisible()
    await on(page, wide, 0)
    const all = await page.locator('.answer').count()
    expect(all).toBeGreaterThan(1)
    for (const size of textSizes) {
      for (const glass of [low, usual, wide, upright]) {
        const where = await on(page, glass, size)
        await expect.soft(page.locator('h1'), where).toBeVisible()
        await expect.soft(page.locator('.answer'), where).toHaveCount(all)
        expect.soft(await faults(page), where).toEqual([])
        if (glass !== low) expect.soft(await count(page), where).toBe(1)
      }
    }
    await touch(page, given)
  }
})

for (const title of ['Vừa bị lừa, làm gì ngay?', 'Vừa mất điện thoại, làm gì ngay?', 'Vừa mất thẻ ngân hàng, làm gì ngay?', 'Vừa mất căn cước, làm gì ngay?']) {
  test(`${title}: all acts are on the first page`, async ({ page }) => {
    test.setTimeout(120_000)
    await open(page, furnished)
    await find(page, title)
    for (const size of textSizes) {
      for (const glass of [low, usual, wide, upright]) {
        const where = await on(page, glass, size)
        await expect.soft(page.locator('.act'), where).toHaveCount(3)
        expect.soft(await faults(page), where).toEqual([])
        expect.soft(await count(page), where).toBeLessThanOrEqual(glass === usual ? 1 : 2)
      }
    }
  })
}

test('the hand-off begins with its title, what is not done, and the code', async ({ page }) => {
  await open(page, furnished)
  await find(page, 'Làm giấy khai sinh cho con')
  await touch(page, /Quét là mở/)
  await expect(page.locator('[data-screen=handoff]')).toBeVisible()
  for (const size of textSizes) {
    for (const glass of [low, usual, wide, upright]) {
      const where = await on(page, glass, size)
      await expect.soft(page.getByRole('heading', { level: 1 }), where).toBeVisible()
      await expect.soft(page.getByText(/^Chưa nộp/), where).toBeVisible()
      await expect.soft(page.locator('[data-code] svg[role=img]'), where).toBeVisible()
      expect.soft(await count(page), where).toBeLessThanOrEqual(glass === low ? 3 : 2)
    }
  }
  await on(page, wide, 0)
  for (const picture of await each(page.locator('.scan svg'))) expect((await picture.boundingBox())?.width).toBeGreaterThanOrEqual(180)
})

test('the first screen shows topics on its first page', async ({ page }) => {
  await open(page, furnished)
  for (const size of textSizes) {
    for (const [glass, least, most] of [[low, 4, 4], [usual, 8, 2], [wide, 8, 2], [upright, 15, 1]] as const) {
      const where = await on(page, glass, size)
      await softly.poll(() => page.locator('.tile:not(.alarm)').count(), { message: where }).toBeGreaterThanOrEqual(least)
      expect.soft(await count(page), where).toBeLessThanOrEqual(most)
    }
  }
})

test('larger letters are never smaller than those of the first size', async ({ page }) => {
  await open(page, furnished)
  const letters = (selector: string) => page.locator(selector).first().evaluate((e) => parseFloat(getComputedStyle(e).fontSize))
  for (const glass of [usual, wide, upright]) {
    await on(page, glass, 0)
    const first = await letters('.tile .title')
    for (const size of [1, 2, 3]) {
      const where = await on(page, glass, size)
      expect(await letters('.tile .title'), where).toBeGreaterThanOrEqual(first - 0.1)
    }
  }
})

test('one way on stands out, and nothing jumps when pages are turned', async ({ page }) => {
  await open(page, furnished)
  await find(page, 'Làm giấy khai sinh cho con')
  await on(page, low, largest)
  // The only thing of the strong colour leads on; turning pages is as quiet as going back.
  const strong = page.locator('main button, footer button').filter({ visible: true })
  const ground = (e: Element) => getComputedStyle(e).backgroundColor
  const main = await page.locator('footer .main').evaluate(ground)
  const alike = await strong.evaluateAll((all, main) => all.filter((e) => getComputedStyle(e).backgroundColor === main).length, main)
  expect(alike).toBe(1)
  expect(await next(page).evaluate(ground)).toBe(await page.locator('footer .soft').evaluate(ground))
  // The first page has no dead button, and the last none either.
  await expect(previous(page)).toBeHidden()
  await expect(next(page)).toHaveText('Trang sau')
  const at = await next(page).boundingBox()
  const pages = await count(page)
  expect(pages).toBeGreaterThan(2)
  for (let turned = 1; turned < pages; turned++) {
    expect(await next(page).boundingBox()).toEqual(at)
    await next(page).click()
    await settled(page)
    await expect(previous(page)).toHaveText('Trang trước')
    await expect(page.locator('footer .main')).toBeVisible()
    await rested(page)
  }
  await expect(next(page)).toBeHidden()
  await expect(page.getByText(/^Xem (tiếp|lại)$/)).toHaveCount(0)
})

test('a long name in the bar keeps off the tools, upright and with the largest letters', async ({ page }) => {
  await open(page, furnished)
  await find(page, 'BIDV SmartBanking')
  await touch(page, /Học từng bước/)
  await expect(page.locator('[data-screen=fact]')).toBeVisible()
  await on(page, upright, largest)
  expect(await faults(page)).toEqual([])
})
