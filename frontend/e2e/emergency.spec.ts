import type { Page } from '@playwright/test'
import { enlarged, everywhere, glasses, setText, settled, textSizes } from './glass'
import { each, expect, expectAccessible, open, readCodes, test, touch } from './kiosk'

const emergencies = ['Vừa bị lừa, làm gì ngay?', 'Vừa mất điện thoại, làm gì ngay?', 'Vừa mất thẻ ngân hàng, làm gì ngay?', 'Vừa mất căn cước, làm gì ngay?']
const [scam] = emergencies

/** Finds a service as a resident would who types its name. */
async function find(page: Page, title: string): Promise<void> {
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill(title)
  await page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

for (const title of emergencies) {
  test(`${title}: three acts hold on every glass, in all sizes of letters`, async ({ page }) => {
    test.setTimeout(300_000)
    await open(page)
    await find(page, title)
    const { combinations, found } = await everywhere(page, [...glasses, ...enlarged.slice(0, 2)], textSizes, title)
    expect(found).toEqual([])
    expect(combinations).toBeGreaterThanOrEqual((glasses.length + 2) * textSizes.length)
    await expectAccessible(page)
  })
}

test('the acts are read first and at a glance: huge letters, on one page', async ({ page }) => {
  await open(page)
  await find(page, scam ?? '')
  const acts = page.locator('.act .say')
  await expect(acts).toHaveCount(3)
  for (const act of await each(acts)) expect(await act.evaluate((p) => parseFloat(getComputedStyle(p).fontSize))).toBeGreaterThanOrEqual(44)
  const number = page.getByText('156', { exact: true })
  expect(await number.evaluate((p) => parseFloat(getComputedStyle(p).fontSize))).toBeGreaterThanOrEqual(72)
  await expect(page.locator('.sheets .turn')).toHaveCount(0)
  for (const wrong of [/Chưa nộp/, /Bao nhiêu tiền/, /Mang gì/, /Hỏi cán bộ/]) await expect(page.getByText(wrong)).toHaveCount(0)
})

for (const glass of glasses) {
  test(`the code on ${glass.width}×${glass.height} dials the number beside it, and nothing else`, async ({ page }, info) => {
    await page.setViewportSize(glass)
    await open(page)
    await find(page, scam ?? '')
    await settled(page)
    expect(await readCodes(page, info.outputPath('small.png'))).toEqual(['tel:156'])
    await setText(page, 3)
    await settled(page)
    const on = page.locator('.sheets .turn button:last-child:not([aria-disabled=true])')
    while (await on.isVisible()) {
      await on.click()
      await settled(page)
    }
    expect(await readCodes(page, info.outputPath('large.png'))).toEqual(['tel:156'])
  })
}

/** The box of an element, or a failure. */
const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not there`)
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }
}

test('the code is inside its card and the card inside the margin, on every glass, in all sizes of letters', async ({ page }) => {
  test.setTimeout(180_000)
  await open(page)
  await find(page, scam ?? '')
  for (const glass of [...glasses, ...enlarged]) {
    for (const size of textSizes) {
      const where = `${glass.width}×${glass.height}, letters ${size + 1}`
      await page.setViewportSize(glass)
      await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, glass)
      await setText(page, size)
      await settled(page)
      const on = page.locator('.sheets .turn button:last-child:not([aria-disabled=true])')
      while (!(await page.locator('.call').isVisible()) && (await on.isVisible())) {
        await on.click()
        await settled(page)
      }
      const [card, code, how, bar] = [await boxOf(page, '.call'), await boxOf(page, '.call [role=img]'), await boxOf(page, '.call .how'), await boxOf(page, 'footer .main')]
      for (const part of [code, how]) {
        expect.soft(part.left, where).toBeGreaterThanOrEqual(card.left)
        expect.soft(part.right, where).toBeLessThanOrEqual(card.right)
        expect.soft(part.top, where).toBeGreaterThanOrEqual(card.top)
        expect.soft(part.bottom, where).toBeLessThanOrEqual(card.bottom)
      }
      const last = await boxOf(page, '.call small')
      expect.soft(last.bottom, where).toBeLessThanOrEqual(card.bottom)
      // The last button of the foot ends at the margin.
      expect.soft(card.right, where).toBeLessThanOrEqual(bar.right + 1)
      expect.soft(card.bottom, where).toBeLessThanOrEqual(bar.top)
    }
  }
})

test('staff are the way on, and a lesson the other', async ({ page }) => {
  await open(page)
  await find(page, scam ?? '')
  const main = page.locator('footer .main')
  await expect(main).toHaveText('Gọi cán bộ')
  await main.click()
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible()
  await touch(page, 'Thôi gọi')
  await touch(page, /Học từng bước/)
  await expect(page.locator('[data-screen=fact]')).toBeVisible()
})

test('what comes after the danger is one touch away', async ({ page }) => {
  await open(page)
  await find(page, 'Vừa mất căn cước, làm gì ngay?')
  await touch(page, 'Làm lại thẻ căn cước bị mất')
  await expect(page.getByRole('heading', { level: 1, name: 'Làm lại thẻ căn cước bị mất' })).toBeVisible()
})

test('it can be heard, and is there in English', async ({ page }) => {
  await open(page)
  await find(page, scam ?? '')
  await expect(page.getByRole('button', { name: 'Nghe' })).toBeVisible()
  await touch(page, 'English')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Just scammed: what to do now?')
  await expect(page.locator('.act .say').first()).toHaveText('Call your bank now')
})
