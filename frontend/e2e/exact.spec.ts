import type { Page } from '@playwright/test'
import { everywhere, setText, settled, type Glass } from './glass'
import { expect, open, test, touch } from './kiosk'

// What is copied or dialled sign by sign stands on one line: addresses, numbers, codes, sums.

const tight: readonly Glass[] = [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 1080, height: 1920 },
]

/** Lessons in which addresses are read out, one that has long ones. */
const lessons = ['Nhận ra trang thật, trang giả', 'Gửi phản ánh trên Cổng Dịch vụ công']

/** Opens the first step of a lesson, taking the first answer to every question. */
async function begin(page: Page, title: string): Promise<void> {
  await open(page)
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill(title)
  await touch(page, title)
  await touch(page, /Học từng bước/)
  const onwards = ['Học từ đầu', 'Có đủ cả', 'Xem từng bước', 'Trang sau', 'Xem tiếp'].map((name) => page.getByRole('button', { name, exact: true, disabled: false }).first())
  const step = page.locator('[data-screen=step]')
  await expect(async () => {
    for (const way of [page.locator('.answers button').first(), ...onwards])
      if (!(await step.isVisible()) && (await way.isVisible())) await way.click({ timeout: 500 })
    await expect(step).toBeVisible({ timeout: 300 })
  }).toPass()
}

/** Tokens of the screen that lie on more than one row, with what stands before the row's end. */
const parted = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    let seen = 0
    for (const element of document.querySelectorAll('main h1, main p, main figcaption, main [class*=answer]')) {
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        for (const { 0: token, index } of (node.textContent ?? '').matchAll(/\S*\S[.@/]\S+|\+?\d[\d.]*(?: \d[\d.]*)+|\d\S* (?:triệu |nghìn )?đồng/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + token.length)
          const boxes = [...range.getClientRects()].filter(({ width }) => width > 1)
          if (boxes.length === 0) continue
          seen++
          if (new Set(boxes.map(({ top }) => Math.round(top))).size > 1) found.push(token)
        }
      }
    }
    return { seen, found }
  })

for (const title of lessons) {
  test(`no address is parted in a step: ${title}`, async ({ page }) => {
    test.setTimeout(300_000)
    await begin(page, title)
    const next = page.getByRole('button', { name: 'Tiếp tục' })
    const heading = page.getByRole('heading', { level: 1 })
    const found: string[] = []
    let seen = 0
    for (;;) {
      const step = (await heading.textContent()) ?? ''
      found.push(...(await everywhere(page, tight, [0, 3], step)).found)
      await setText(page, 3)
      for (const glass of tight) {
        await page.setViewportSize(glass)
        await settled(page)
        const here = await parted(page)
        seen += here.seen
        found.push(...here.found.map((token) => `${step}, ${glass.width}: ${token} is parted`))
      }
      await setText(page, 0)
      await page.setViewportSize({ width: 1366, height: 768 })
      if (!(await next.isVisible())) break
      await next.click()
      await expect(heading).not.toHaveText(step)
    }
    expect(found).toEqual([])
    expect(seen).toBeGreaterThan(5)
  })
}
