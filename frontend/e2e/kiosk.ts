import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

/** Fails a test that made the page log an error or break its own policy. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
          complaints.push(message.text())
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Opens the kiosk and waits for its first screen. */
export async function open(page: Page, address = '/'): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

export const touch = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** Reads the codes in a picture of the page, as a phone would. */
export async function readCodes(page: Page, file: string): Promise<string[]> {
  writeFileSync(file, await page.screenshot())
  const out = execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file], { encoding: 'utf8' })
  return out.trim().split('\n').sort()
}

/** No accessibility fault that axe knows of, up to WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // A fade makes colours paler for a moment.
  await page.waitForTimeout(250)
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
}

/** Nothing scrolls, and nothing that can be read or touched is cut off. */
export async function expectToFit(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const faults: string[] = []
    const { innerWidth: width, innerHeight: height } = window
    const root = document.documentElement
    if (root.scrollWidth > width || root.scrollHeight > height)
      faults.push(`the page is ${root.scrollWidth} × ${root.scrollHeight} in ${width} × ${height}`)
    const shown = (element: Element) => {
      const box = element.getBoundingClientRect()
      return box.width > 2 && box.height > 2 && element.checkVisibility()
    }
    for (const element of document.querySelectorAll('button, h1, h2, p, li, dd, dt, img, svg[role=img]')) {
      if (element.closest('svg') !== null && element.tagName !== 'svg') continue
      if (!shown(element)) continue
      const box = element.getBoundingClientRect()
      const words = (element.textContent ?? '').trim().slice(0, 50)
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
        faults.push(`${element.tagName} "${words}" leaves the screen`)
      for (let parent = element.parentElement; parent; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflowY === 'visible') continue
        const around = parent.getBoundingClientRect()
        if (around.width > 2 && (box.bottom > around.bottom + 2 || box.right > around.right + 2))
          faults.push(`${element.tagName} "${words}" is cut off by its surroundings`)
        break
      }
    }
    const name = (element: Element) => `${element.tagName} "${(element.textContent ?? '').trim().slice(0, 30)}"`
    // Nothing lies over anything else, but for what is drawn on the phone and the field's own button.
    // A dialog lies over the whole screen, on purpose.
    const top = document.querySelector('[role=dialog], [role=alertdialog]') ?? document
    const solid = [...top.querySelectorAll('button:not(.spot), h1, h2, p:not(.unseen), input, svg[role=img]')].filter(
      (element) => shown(element) && !element.closest('.unseen, .phone, [inert], [role=status]') && !element.matches('.line > button'),
    )
    for (const [i, one] of solid.entries()) {
      const a = one.getBoundingClientRect()
      for (const other of solid.slice(i + 1)) {
        if (one.contains(other) || other.contains(one)) continue
        const b = other.getBoundingClientRect()
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        if (across > 2 && down > 2) faults.push(`${name(one)} and ${name(other)} lie over each other`)
      }
    }
    // Nothing pops up over what a finger has just touched.
    for (const element of document.body.querySelectorAll('[title], title')) faults.push(`${name(element)} has words that pop up`)
    // A syllable is never parted.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || !shown(parent) || parent.closest('.unseen, svg')) continue
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{L}{2,}/gu)) {
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        if (rows.size > 1) faults.push(`"${word}" is broken`)
      }
    }
    return faults
  })
  expect(cut).toEqual([])
}

/** Glasses that a window may get: the least it takes, screens that Windows enlarges by 125 and 150 %, and upright ones. */
export const oddSizes = [
  { width: 1024, height: 600 },
  { width: 1093, height: 614 },
  { width: 911, height: 512 },
  { width: 1280, height: 720 },
  { width: 768, height: 1366 },
  { width: 1080, height: 1920 },
]

/**
 * All targets are 48 px at least, at the kiosk's 96 dpi. What is drawn on a phone is
 * as small as it is there; only the place to touch is made larger.
 */
export async function expectBigTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button:not(.spot), .spot.wanted')]
      .filter((b) => b.checkVisibility())
      .map((b) => {
        const { width, height } = b.getBoundingClientRect()
        const around = -2 * (parseFloat(getComputedStyle(b, '::after').inset) || 0)
        return { words: b.textContent?.trim().slice(0, 40), box: { width: width + around, height: height + around } }
      })
      .filter(({ box }) => box.height < 47.5 || box.width < 47.5)
      .map(({ words, box }) => `"${words}" is ${Math.round(box.width)} × ${Math.round(box.height)}`),
  )
  expect(small).toEqual([])
}
