import { expect, type Page } from '@playwright/test'

/** A glass that a window may get. */
export interface Glass {
  width: number
  height: number
  /** How much Windows enlarges it: its pixels are larger by so much, and letters may have fewer of them. */
  scale?: number
}

/** The glasses of offices: the least the window takes, old and usual and large ones, one that stands upright. */
export const glasses: readonly Glass[] = [
  { width: 1024, height: 600 },
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
]

/** Glasses that Windows enlarges by 125, 150 and 200 %. */
export const enlarged: readonly Glass[] = [
  { width: 1093, height: 614, scale: 1.25 },
  { width: 1280, height: 720, scale: 1.5 },
  { width: 911, height: 512, scale: 1.5 },
  { width: 683, height: 384, scale: 2 },
]

/** A, and what A+ gives. */
export const textSizes = [0, 1, 2, 3] as const

/** The smallest and the largest, for staff's screens: there are many of them, and each is moved besides. */
export const deskSizes = [0, 3] as const

export const named = ({ width, height }: Glass) => `${width}×${height}`

/** Sets the size of the letters, as a hand would, whatever lies over the buttons just now. */
export async function setText(page: Page, size: number): Promise<void> {
  await page.evaluate((wanted) => {
    const now = () => [0, 1, 2, 3].findIndex((n) => document.documentElement.classList.contains(`text-${n}`))
    const [smaller, larger] = document.querySelectorAll<HTMLElement>('.sizes button')
    for (let i = now(); i < wanted; i++) larger?.click()
    for (let i = now(); i > wanted; i--) smaller?.click()
  }, size)
  await expect(page.locator('html')).toHaveClass(new RegExp(`text-${size}`))
}

// What runs in the page stands in functions of its own, so that a page of a
// screen is turned, settled and looked at in one call: thousands are.

/** Waits until what was asked for is laid out: pieces are cut into pages in the first frame, boxes are watched in the second. */
async function settle(): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame)
  await document.fonts.ready
  await frame()
  while (document.querySelector('.busy:not(:empty)')) await frame()
  await frame()
}

/** Turns to the next or previous page of what is on the glass, whatever lies over the button just now. False: there is none. */
function turn(way: 'next' | 'previous'): boolean {
  const next = way === 'next'
  const names = next ? ['Trang sau', 'Next page'] : ['Trang trước', 'Previous page']
  const button =
    document.querySelector<HTMLElement>(`.sheets .turn button:${next ? 'last' : 'first'}-child:not([aria-disabled=true])`) ??
    [...document.querySelectorAll<HTMLElement>('footer button')].find((b) => b.checkVisibility({ visibilityProperty: true }) && names.includes(b.textContent?.trim() ?? ''))
  button?.click()
  return button !== undefined
}

/** Everything on the glass that breaks its rules, in words; none is as it should be. */
function broken(scale: number): string[] {
  const faults: string[] = []
  const { innerWidth: width, innerHeight: height } = window
  const leastLetters = 25 / scale
  const leastMain = 76 / scale
  const leastOther = 46 / scale
  const name = (element: Element) =>
    `${element.tagName} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`
  const root = document.documentElement
  if (root.scrollWidth > width || root.scrollHeight > height)
    faults.push(`the page is ${root.scrollWidth} × ${root.scrollHeight} in ${width} × ${height}`)
  /** What scrolls inside itself shows the rest when it is moved; who tests such a screen moves it. */
  const away = (element: Element, box: DOMRect) => {
    for (let list = element.parentElement?.closest('.scrolls'); list; list = list.parentElement?.closest('.scrolls')) {
      const by = list.getBoundingClientRect()
      if (box.top < by.top - 1 || box.bottom > by.bottom + 1) return true
    }
    return false
  }
  const shown = (element: Element) => {
    const box = element.getBoundingClientRect()
    if (away(element, box)) return false
    return box.width > 2 && box.height > 2 && element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen')
  }
  // A dialog lies over the whole screen, on purpose.
  const top = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.body
  const inside = (box: DOMRect) => box.left >= -1 && box.top >= -1 && box.right <= width + 1 && box.bottom <= height + 1
  /** The part of the glass in which an element can be seen; null: all of it. */
  const around = (element: Element): DOMRect | null => {
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(parent)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const box = parent.getBoundingClientRect()
      if (box.width > 2) return box
    }
    return null
  }
  const cut = (box: DOMRect, by: DOMRect | null) =>
    by !== null && (box.bottom > by.bottom + 2 || box.right > by.right + 2 || box.top < by.top - 2 || box.left < by.left - 2)

  // Whatever can be touched is inside the glass, large enough, and nothing lies over it.
  for (const element of top.querySelectorAll<HTMLElement>('button, input, select, textarea, [tabindex="0"]')) {
    if (!shown(element) || element.closest('[inert]')) continue
    const box = element.getBoundingClientRect()
    if (!inside(box)) faults.push(`${name(element)} leaves the glass: ${Math.round(box.left)}–${Math.round(box.right)} × ${Math.round(box.top)}–${Math.round(box.bottom)}`)
    else if (cut(box, around(element))) faults.push(`${name(element)} is cut off by its surroundings`)
    // What is drawn on a phone is as small as it is there; only the place to touch is made larger.
    const drawn = element.matches('.spot')
    const reach = -2 * (parseFloat(getComputedStyle(element, '::after').inset) || 0)
    const least = element.matches('.main') ? leastMain : leastOther
    if ((!drawn || element.matches('.wanted')) && (box.height + reach < least - 0.5 || box.width + reach < leastOther - 0.5))
      faults.push(`${name(element)} is ${Math.round(box.width)} × ${Math.round(box.height)}`)
    const at = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2).find((e) => !e.matches('.rest'))
    if (inside(box) && at && !element.contains(at) && !drawn) faults.push(`${name(at)} lies over ${name(element)}`)
  }

  // Whatever can be read is inside the glass and its surroundings, large enough, and no syllable and no address is parted.
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const small = new Set<string>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = (node.textContent ?? '').trim()
    if (!parent || !text || parent.closest('svg, .unseen, script, style') || !shown(parent)) continue
    range.selectNodeContents(node)
    const by = around(parent)
    const words = `"${text.slice(0, 40)}"`
    for (const box of range.getClientRects()) {
      if (box.width < 2) continue
      if (!inside(box)) faults.push(`${words} leaves the glass`)
      else if (by && (box.right > by.right + 2 || box.left < by.left - 2 || box.bottom > by.bottom + box.height / 4 || box.top < by.top - box.height / 4))
        faults.push(`${words} is cut off by its surroundings`)
      else continue
      break
    }
    const letters = parseFloat(getComputedStyle(parent).fontSize)
    if (letters < leastLetters - 0.3 && !small.has(words)) {
      small.add(words)
      faults.push(`${words} has letters of ${letters.toFixed(1)} px`)
    }
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\d-]+(?:[.@][\p{L}\d-]+)+|\p{L}{2,}/gu)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      if (rows.size > 1) faults.push(`"${word}" is broken`)
    }
  }

  // Pictures, and what holds other things.
  for (const element of top.querySelectorAll('img, svg[role=img], h1, h2, p, li, dd, dt')) {
    if (!shown(element)) continue
    const box = element.getBoundingClientRect()
    // A phone is cropped by the foot of the glass, on purpose.
    if (element.closest('.cropped')) continue
    if (!inside(box)) faults.push(`${name(element)} leaves the screen`)
    else if (cut(box, around(element))) faults.push(`${name(element)} is cut off by its surroundings`)
  }

  // Nothing lies over anything else, but for what is drawn on the phone and the field's own button.
  const solid = [...top.querySelectorAll('button:not(.spot), h1, h2, p, input, svg[role=img]')].filter(
    (element) => shown(element) && !element.closest('.phone, [inert], [role=status]') && !element.matches('.line > button, .attract > .whole'),
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
  return [...new Set(faults)]
}

/** Waits until what was asked for is laid out. */
export const settled = (page: Page) => page.evaluate(settle)

/** What `broken` finds, just now. */
export const faults = (page: Page, scale = 1) => page.evaluate(broken, scale)

/** Nothing scrolls, and nothing that can be read or touched is cut off, covered or too small, once what was asked for is there. */
export async function expectToFit(page: Page, scale = 1): Promise<void> {
  await expect
    .poll(async () => {
      await settled(page)
      return faults(page, scale)
    })
    .toEqual([])
}

/** Turns the page when wanted, and looks at what is there then; null: there was no further page. */
const lookAt = (page: Page, { width, height, scale = 1 }: Glass, further: boolean): Promise<string[] | null> =>
  page.evaluate(`(async () => {
    while (innerWidth !== ${width} || innerHeight !== ${height}) await new Promise(requestAnimationFrame)
    if (${further} && !(${turn})('next')) return null
    await (${settle})()
    return (${broken})(${scale})
  })()`)

/** Looks at a screen of the desk on one glass, with its lists in the middle, at their end and at their beginning, in one call. */
export const moved = (page: Page, { width, height }: Glass): Promise<string[]> =>
  page.evaluate(`(async () => {
    while (innerWidth !== ${width} || innerHeight !== ${height}) await new Promise(requestAnimationFrame)
    await (${settle})()
    const found = new Set()
    const lists = [...document.querySelectorAll('.scrolls')]
    const long = lists.some((list) => list.scrollHeight > list.clientHeight)
    for (const part of long ? [0.5, 1, 0] : [0]) {
      for (const list of lists) list.scrollTop = part * (list.scrollHeight - list.clientHeight)
      await (${settle})()
      for (const fault of (${broken})(1)) found.add(fault)
    }
    // The way on is inside the glass, whatever scrolls.
    const main = document.querySelector('.outcome .main')?.getBoundingClientRect()
    if (main && main.height > 0 && (main.bottom > innerHeight || main.right > innerWidth || main.height < 75.5)) found.add('the print button is not whole')
    return [...found]
  })()`)

/** Goes back to the first page; a turn is known to be the last once the page has been drawn anew. */
const turnBack = (page: Page) =>
  page.evaluate(`(async () => {
    while ((${turn})('previous')) await new Promise((done) => setTimeout(done))
  })()`)

/**
 * What breaks the rules on the glasses, at the sizes of letters given, on every page of
 * what is shown; the glass and the letters are as before afterwards.
 */
export async function everywhere(page: Page, on: readonly Glass[], sizes: readonly number[], screen: string): Promise<{ combinations: number; found: string[] }> {
  const found: string[] = []
  let combinations = 0
  const before = page.viewportSize()
  const letters = await page.evaluate(() => [0, 1, 2, 3].findIndex((n) => document.documentElement.classList.contains(`text-${n}`)))
  const resizable = (await page.locator('.sizes button').count()) > 0
  const shots = process.env.SHOTS
  for (const size of sizes) {
    if (resizable) await setText(page, size)
    for (const glass of on) {
      await page.setViewportSize(glass)
      let sheet = 1
      for (; ; sheet++) {
        const seen = await lookAt(page, glass, sheet > 1)
        if (!seen) break
        combinations++
        const where = `${screen}, ${named(glass)}, letters ${size + 1}${sheet > 1 ? `, page ${sheet}` : ''}`
        found.push(...seen.map((fault) => `${where}: ${fault}`))
        if (shots && (seen.length > 0 || process.env.SHOTS_ALL)) await page.screenshot({ path: `${shots}/${where.replace(/[^\w×]+/g, '-')}.png` })
      }
      if (sheet > 2) await turnBack(page)
    }
  }
  if (resizable) await setText(page, Math.max(0, letters))
  if (before) await page.setViewportSize(before)
  await settled(page)
  return { combinations, found }
}
