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
 * Makes items smaller that are taller than a page, in two goes, and measures
 * again after each. Gives where all lie then.
 */
export async function shrink<Item>(
  items: readonly Item[],
  measure: () => Box[],
  available: number,
  show: (smaller: ReadonlyMap<Item, number>) => Promise<void>,
): Promise<Box[]> {
  let boxes = measure()
  let smaller = new Map<Item, number>()
  for (const power of [0.5, 1] as const) {
    const factors = boxes.map((box) => shrunk(box, available, power))
    if (factors.every((factor) => factor === 1)) break
    smaller = new Map(items.map((item, i) => [item, (smaller.get(item) ?? 1) * (factors[i] ?? 1)]))
    await show(smaller)
    boxes = measure()
  }
  return boxes
}

function rowEnd(boxes: readonly Box[], from: number): number {
  const top = boxes[from]?.top
  let end = from + 1
  while (end < boxes.length && boxes[end]?.top === top) end++
  return end
}
