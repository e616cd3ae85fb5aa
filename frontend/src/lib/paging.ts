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

/**
 * How much smaller an item must be to fit a page; 1: it fits. Words have fewer
 * lines in smaller letters, too, and lose less (power 0.5) than a picture (1).
 */
export function shrunk(box: Pick<Box, 'top' | 'bottom'> | undefined, available: number, power: 0.5 | 1): number {
  const tall = box ? box.bottom - box.top : 0
  return tall > available + 1 ? 0.97 * (available / tall) ** power : 1
}

/**
 * How tall each item should be, so that a page is used to its foot: what is
 * left of it is shared by its rows, as much on every page as on the fullest.
 * On average none gets more than so many times its own height (most); a heading,
 * or what is fixed, keeps it, as all do where there is nothing to share.
 */
export function grown(boxes: readonly Box[], starts: readonly number[], available: number, most: number, fixed = (_: number) => false): number[] {
  const grows = (i: number) => !boxes[i]?.heading && !fixed(i)
  const shares = starts.flatMap((first, page) => {
    const shown = boxes.slice(first, starts[page + 1])
    const rows = new Map(shown.flatMap(({ top, bottom }, i) => (grows(first + i) ? [[Math.round(top), bottom - top] as const] : [])))
    const tall = [...rows.values()].reduce((sum, height) => sum + height, 0)
    const left = available - (Math.max(...shown.map(({ bottom }) => bottom)) - (shown[0]?.top ?? 0))
    return rows.size > 0 ? [Math.min(left, (most - 1) * tall) / rows.size] : []
  })
  const share = Math.floor(Math.max(0, Math.min(...shares)))
  return boxes.map(({ top, bottom }, i) => bottom - top + (grows(i) ? share : 0))
}

function rowEnd(boxes: readonly Box[], from: number): number {
  const top = boxes[from]?.top
  let end = from + 1
  while (end < boxes.length && boxes[end]?.top === top) end++
  return end
}
