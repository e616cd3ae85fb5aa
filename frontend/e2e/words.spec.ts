import type { Page } from '@playwright/test'
import { setText, settled } from './glass'
import { expect, open, openAsleep, softly, test, touch } from './kiosk'
import { toOverview } from './walk'

test('the sleeping screen says what people come for, one thing after the other', async ({ page }) => {
  await openAsleep(page)
  const { common } = (await (await page.request.post(`/call/Resident/Boot`, { data: ['vi'] })).json()) as { common: { title: string }[] }
  const titles = common.map(({ title }) => title)
  expect(titles.length).toBeGreaterThan(1)
  const example = page.locator('.attract .topic')
  await expect(example).toBeVisible()
  const said = async () => (await example.innerText()).trim()
  const first = await said()
  expect(titles).toContain(first)
  await expect(example).not.toHaveText(first, { timeout: 20_000 })
  expect(titles).toContain(await said())
})

/** Titles whose last line is one short word alone. */
const orphans = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    for (const title of document.querySelectorAll('h1, h2, .tile .title, .card .title')) {
      const words: { word: string; top: number }[] = []
      const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const box = range.getBoundingClientRect()
          if (box.width > 2) words.push({ word, top: Math.round(box.top) })
        }
      }
      const last = words.at(-1)
      const alone = words.filter(({ top }) => top === last?.top)
      if (last && alone.length === 1 && last.word.length < 5 && words.length > 3) found.push(words.map(({ word }) => word).join(' '))
    }
    return found
  })

test('no title leaves one short word alone on its last line', async ({ page }) => {
  test.setTimeout(240_000)
  for (const size of [0, 1, 2]) {
    await open(page)
    await setText(page, size)
    let looked = 0
    const see = async (name: string) => {
      await settled(page)
      looked++
      softly(await orphans(page), `${name}, letters ${size + 1}`).toEqual([])
    }
    await see('home')
    await toOverview(page, see)
    await touch(page, 'Học từ đầu')
    for (let step = 1; step < 9; step++) {
      await expect(page.getByText(`Bước ${step} trên 9`)).toBeVisible()
      await see(`step ${step}`)
      await touch(page, 'Tiếp tục')
    }
    expect(looked).toBeGreaterThan(14)
  }
})
