import type { Page } from '@playwright/test'
import { furnished } from '../playwright.config'
import { glasses, named, setText, settled, textSizes, type Glass } from './glass'
import { expect, open, softly, test, touch } from './kiosk'

// What explains a screen grows less than what the screen is for: that stands on its first page.

async function on(page: Page, glass: Glass, size: number): Promise<string> {
  await page.setViewportSize(glass)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, glass)
  await setText(page, size)
  await settled(page)
  return `${named(glass)}, letters ${size + 1}`
}

async function everywhere(page: Page, look: (glass: Glass, size: number, where: string) => Promise<void>): Promise<void> {
  for (const glass of glasses) for (const size of textSizes) await look(glass, size, await on(page, glass, size))
}

async function birth(page: Page): Promise<void> {
  await open(page, furnished)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
}

async function checklist(page: Page): Promise<void> {
  await birth(page)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await expect(page.locator('[data-screen=checklist]')).toBeVisible()
}

async function overview(page: Page): Promise<void> {
  await checklist(page)
  await touch(page, 'Xem từng bước')
  await expect(page.locator('[data-screen=overview]')).toBeVisible()
}

/** How many pixels the letters of the lead have more than those of a paper; both in one look, as either may be drawn anew in between. */
const leadOverPaper = (page: Page) =>
  page.evaluate(() => {
    const letters = (selector: string) => {
      const shown = [...document.querySelectorAll(selector)].find((e) => e.checkVisibility({ visibilityProperty: true }))
      return shown ? parseFloat(getComputedStyle(shown).fontSize) : NaN
    }
    return letters('.heading p') - letters('.paper .say')
  })

/** How many pixels the words under the drawn phone have. Found and measured in one look: a drawing of another size takes its place. */
const underThePhone = (page: Page) =>
  page.evaluate(() => {
    const words = [...document.querySelectorAll<SVGTextElement>('.picture svg text')].find((e) => e.textContent === 'Hình minh họa')
    return words ? parseFloat(getComputedStyle(words).fontSize) * (words.ownerSVGElement?.getScreenCTM()?.a ?? 0) : NaN
  })

test('a paper can be ticked on the first page of the checklist, whose lead is no larger than the paper', async ({ page }) => {
  test.setTimeout(120_000)
  await checklist(page)
  await everywhere(page, async (glass, size, where) => {
    await softly.poll(() => page.locator('.paper').count(), { message: where }).toBeGreaterThanOrEqual(1)
    await softly.poll(() => leadOverPaper(page), { message: where }).toBeLessThanOrEqual(0.1)
  })
})

test('the first page of the way shows the most of its chapters', async ({ page }) => {
  test.setTimeout(120_000)
  await overview(page)
  await everywhere(page, async (glass, size, where) => {
    await softly.poll(() => page.locator('.chapter').count(), { message: where }).toBeGreaterThanOrEqual(glass.height < 768 ? 3 : 4)
  })
})

test('what to bring is on the first page of a service, each alternative on a line of its own', async ({ page }) => {
  test.setTimeout(120_000)
  await birth(page)
  await everywhere(page, async (glass, size, where) => {
    await expect.soft(page.getByRole('heading', { level: 2, name: /^Mang theo/ }), where).toBeVisible()
    await softly.poll(() => page.locator('.bring li').count(), { message: where }).toBeGreaterThanOrEqual(1)
  })
  await on(page, { width: 1366, height: 768 }, 0)
  const lines = await page.locator('.bring li p').allInnerTexts()
  expect(lines.slice(0, 5)).toEqual(['Giấy chứng sinh bản giấy', 'hoặc điện tử', 'hoặc giấy của người làm chứng việc sinh', 'Căn cước', 'hoặc VNeID của bố và mẹ'])
  const lefts = await page.locator('.bring li').first().locator('p').evaluateAll((all) => all.map((e) => Math.round(e.getBoundingClientRect().left)))
  expect(new Set(lefts).size).toBe(1)
})

test('a rehearsal asks on its first page, right under the sentence', async ({ page }) => {
  test.setTimeout(120_000)
  await overview(page)
  await touch(page, 'Tập thử trên máy mẫu')
  await expect(page.locator('[data-screen=rehearsal]')).toBeVisible()
  await everywhere(page, async (glass, size, where) => {
    const sentence = await page.getByRole('heading', { level: 1 }).boundingBox()
    const asked = await page.locator('p.answer').boundingBox()
    expect.soft(asked, where).not.toBeNull()
    const between = (asked?.y ?? Infinity) - (sentence?.y ?? 0) - (sentence?.height ?? 0)
    expect.soft(between, where).toBeGreaterThanOrEqual(0)
    expect.soft(between, where).toBeLessThanOrEqual(40)
  })
})

test('the hand-off says on its first page how to scan', async ({ page }) => {
  test.setTimeout(120_000)
  await birth(page)
  await touch(page, /Quét là mở/)
  await expect(page.locator('[data-screen=handoff]')).toBeVisible()
  await everywhere(page, async (glass, size, where) => {
    await expect.soft(page.getByText('Mở máy ảnh, hướng vào mã'), where).toBeVisible()
  })
})

test('the words under the drawn phone are 25 px, and the code of a step is as large as its glass allows', async ({ page }) => {
  test.setTimeout(120_000)
  await overview(page)
  await touch(page, 'Học từ đầu')
  await everywhere(page, async (glass, size, where) => {
    await softly.poll(() => underThePhone(page), { message: where }).toBeGreaterThanOrEqual(24.9)
    const wide = glass.height > 900 && size === 0 ? 300 : 0
    await softly.poll(async () => (await page.locator('.codes [role=img]').first().boundingBox())?.width ?? 0, { message: where }).toBeGreaterThan(wide)
    if (glass.height > glass.width && size === 0) await expect.soft(page.locator('.turn'), where).toHaveCount(0)
  })
})
