import type { Page } from '@playwright/test'
import { faults, setText, settled } from './glass'
import { each, expect, open, test, touch } from './kiosk'

const upright = { width: 1080, height: 1920 }

/** From the first screen to the code of the birth service; each step ends on the screen it is named after. */
const way: readonly [screen: string, go: (page: Page) => Promise<void>][] = [
  ['topic', (page) => touch(page, 'Sinh con')],
  ['service', (page) => touch(page, /Làm giấy khai sinh cho con/)],
  ['fact', (page) => touch(page, /Học từng bước/)],
  ['checklist', async (page) => {
    for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  }],
  ['overview', (page) => touch(page, 'Xem từng bước')],
  ['step', (page) => touch(page, 'Học từ đầu')],
]

async function goTo(page: Page, last: string): Promise<void> {
  await open(page)
  for (const [screen, go] of way) {
    await go(page)
    await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', screen)
    if (screen === last) break
  }
  await settled(page)
}

/** How much of the room between the bars has something in it, of 1. */
const used = (page: Page) =>
  page.evaluate(() => {
    const middle = document.querySelector('main')?.getBoundingClientRect() ?? new DOMRect()
    const bottoms = [...document.querySelectorAll('main button, main p, main h1, main h2, main svg')].map((e) => e.getBoundingClientRect().bottom)
    return (Math.max(...bottoms) - middle.top) / middle.height
  })

test.describe('upright', () => {
  test.use({ viewport: upright })

  for (const screen of ['topic', 'service', 'checklist', 'overview']) {
    test(`${screen}: the page goes down to its foot`, async ({ page }) => {
      await goTo(page, screen)
      expect(await used(page)).toBeGreaterThan(0.8)
      expect(await faults(page)).toEqual([])
    })
  }

  test('the code is as wide as a hand is long', async ({ page }) => {
    await goTo(page, 'service')
    await page.locator('[data-code]').click()
    await expect(page.locator('[data-screen=handoff]')).toBeVisible()
    await settled(page)
    expect((await page.locator('[data-code] svg').boundingBox())?.width).toBeGreaterThanOrEqual(640)
    expect(await used(page)).toBeGreaterThan(0.8)
  })

  test('where one is stands in one line, topic and service apart', async ({ page }) => {
    await goTo(page, 'overview')
    const topic = page.locator('.where .up')
    await expect(topic).toHaveText('Sinh con')
    expect(await topic.evaluate((e) => {
      const range = document.createRange()
      range.selectNodeContents(e)
      return range.getClientRects().length
    })).toBe(1)
  })
})

test('cards of a topic have the short name large, and the long one where it differs', async ({ page }) => {
  await goTo(page, 'topic')
  const card = page.getByRole('button', { name: /^Khai sinh cho con ?, Làm giấy khai sinh cho con$/ })
  await expect(card).toBeVisible()
  const [short, long] = [card.getByText('Khai sinh cho con', { exact: true }), card.getByText('Làm giấy khai sinh cho con')]
  const size = (of: typeof card) => of.evaluate((e) => parseFloat(getComputedStyle(e).fontSize))
  expect(await size(short)).toBeGreaterThan(await size(long))
  expect(await size(long)).toBeGreaterThanOrEqual(25)
})

test('an empty box blames nobody, and a ticked one says so', async ({ page }) => {
  await goTo(page, 'checklist')
  const paper = page.locator('main [aria-pressed]').first()
  await expect(paper).toHaveAttribute('aria-pressed', 'false')
  await expect(page.locator('main').getByText(/Chưa có|Có rồi/).filter({ visible: true })).toHaveCount(0)
  await paper.click()
  await expect(paper).toHaveAttribute('aria-pressed', 'true')
  await expect(paper.getByText('Có rồi').filter({ visible: true })).toHaveCount(1)
})

test('a card alone in its row is no wider than the others', async ({ page }) => {
  await goTo(page, 'checklist')
  const widths = await page.locator('main .row').evaluateAll((rows) => {
    const last = rows.at(-1)
    if (last && last.children.length > 1) last.lastElementChild?.remove()
    return rows.flatMap((row) => [...row.children].map((card) => Math.round(card.getBoundingClientRect().width)))
  })
  expect(widths.length % 2).toBe(1)
  expect(new Set(widths).size).toBe(1)
})

test('nothing that cannot be touched is underlined', async ({ page }) => {
  await goTo(page, 'service')
  const or = page.locator('.bring em')
  await expect(or.first()).toHaveText('hoặc')
  for (const word of await each(or)) expect(await word.evaluate((e) => getComputedStyle(e).textDecorationLine)).toBe('none')
})

test('the way that has been gone is said once, and each row still tells a listener', async ({ page }) => {
  await goTo(page, 'overview')
  await expect(page.getByRole('button', { name: /^2 ?,? ?Đăng nhập ?, .*, Tôi đã làm tới đây$/ })).toBeVisible()
  const seen = await page.locator('main .chapter').evaluateAll((rows) =>
    rows.filter((row) => [...row.querySelectorAll('*:not(.unseen)')].some((e) => [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.includes('Tôi đã làm')))),
  )
  expect(seen).toEqual([])
})

test('names of the pieces of a lesson keep to a line', async ({ page }) => {
  await goTo(page, 'step')
  const name = page.locator('.piece .name > span', { hasText: 'Đăng nhập' })
  const lines = await name.evaluate((e) => {
    const range = document.createRange()
    range.selectNodeContents(e)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  })
  expect(lines).toBe(1)
})

test('the words on a button keep off its edges', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 600 })
  await goTo(page, 'service')
  await setText(page, 1)
  await settled(page)
  const turns = page.locator('.sheets .turn button')
  await expect(turns).toHaveCount(2)
  for (const button of await each(turns)) {
    const gap = await button.evaluate((e) => {
      const range = document.createRange()
      range.selectNodeContents(e)
      const words = [...range.getClientRects()]
      const { left, right } = e.getBoundingClientRect()
      return Math.min(...words.map((w) => Math.min(w.left - left, right - w.right)))
    })
    expect(gap).toBeGreaterThanOrEqual(8)
  }
})

test('where staff are the way on, they are called by one button', async ({ page }) => {
  await open(page)
  await touch(page, /Vừa bị lừa/)
  await expect(page.getByRole('heading', { level: 1, name: 'Vừa bị lừa, làm gì ngay?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gọi cán bộ' })).toHaveCount(1)
  await touch(page, 'Quay lại')
  await expect(page.getByRole('button', { name: 'Gọi cán bộ' })).toHaveCount(1)
})
