import type { TextSize } from './session.svelte'

/** Where an item lies in the column of all items, in pixels. */
export interface Box {
  top: number
  bottom: number
  /** A heading: never the last thing on a page. */
  heading: boolean
}

/**
 * Cuts laid-out items into pages that are no taller than available. Items that
 * lie beside each other (same top) stay together. Gives the index of the first
 * item of each page; an item taller than a page has a page to itself.
 */
export function pageStarts(boxes: readonly Box[], available: number): number[] {
  const starts = [0]
  let first = 0
  let i = 0
  while (i < boxes.length) {
    const end = rowEnd(boxes, i)
    const start = boxes[first]
    const last = boxes[end - 1]
    if (start && last && i > first && last.bottom - start.top > available + 0.5) {
      let cut = i
      while (cut - 1 > first && boxes[cut - 1]?.heading) cut--
      starts.push(cut)
      first = cut
      i = cut
    } else {
      i = end
    }
  }
  return starts
}

/** Whether an item is taller than a page, or a word wider than its line. */
export const tooLarge = (page: HTMLElement, boxes: readonly Box[]): boolean =>
  page.scrollWidth > page.clientWidth + 1 || boxes.some(({ top, bottom }) => bottom - top > page.clientHeight + 1)

/** How well pages are cut: not at all, with all that must be first on the first of them, as wanted. */
export type Cut = 0 | 1 | 2

/** The least part for each size of letters: what A+ makes larger is never smaller than without it. */
const leasts = [0.875, 0.8, 0.625, 0.5] as const

/**
 * Finds how large letters of a size can be, as a part of it: the largest part
 * tried whose pages are cut as well as with the least one. Laying out is told
 * from which cut on a part is of use, and may leave the rest unsaid. Every try
 * costs the person who waits a piece of a frame: few are made.
 */
export async function grow(size: TextSize, layOut: (part: number, wanted: Cut) => Promise<Cut>): Promise<number> {
  if ((await layOut(1, 2)) === 2) return 1
  const least = leasts[size]
  const best = await layOut(least, 0)
  let good: number = least
  for (let step = (1 - least) / 2; step > 0.05; step /= 2) {
    if ((await layOut(good + step, best)) >= best) good += step
  }
  return good
}

function rowEnd(boxes: readonly Box[], from: number): number {
  const top = boxes[from]?.top
  let end = from + 1
  while (end < boxes.length && boxes[end]?.top === top) end++
  return end
}
