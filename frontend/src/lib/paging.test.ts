import { expect, it } from 'vitest'
import { grow, pageStarts, type Box, type Cut } from './paging'

/** Rows of the given heights, 10 apart; a row of several items is written "40x2", a heading "h30". */
function laid(...rows: string[]): Box[] {
  let top = 100
  return rows.flatMap((row) => {
    const [, mark, height, count] = /^(h?)(\d+)(?:x(\d))?$/.exec(row) ?? []
    const box = { top, bottom: top + Number(height), heading: mark === 'h' }
    top = box.bottom + 10
    return Array.from({ length: Number(count ?? 1) }, () => box)
  })
}

const cases: [string, string[], number, number[]][] = [
  ['nothing', [], 100, [0]],
  ['all on one page', ['40', '40'], 90, [0]],
  ['one too many', ['40', '40', '40'], 90, [0, 2]],
  ['a hair too tall counts as fitting', ['40', '40'], 89.6, [0]],
  ['rows of two stay together', ['40x2', '40x2', '40x1'], 90, [0, 4]],
  ['a row that does not fit moves whole', ['40x2', '60x2'], 100, [0, 2]],
  ['an item taller than a page', ['40', '300', '40'], 100, [0, 1, 2]],
  ['a heading goes with what follows', ['40', 'h20', '40'], 80, [0, 1]],
  ['two headings go together', ['40', 'h10', 'h10', '40'], 90, [0, 1]],
  ['a heading first on its page stays there', ['h20', '90'], 100, [0, 1]],
  ['many pages', ['40', '40', '40', '40', '40'], 90, [0, 2, 4]],
]

it.each(cases)('%s', (_, rows, available, starts) => {
  expect(pageStarts(laid(...rows), available)).toEqual(starts)
})

const grown: [string, (part: number) => Cut, number][] = [
  ['leaves letters that fit', () => 2, 1],
  ['holds letters back no more than need be', (part) => (part <= 0.8 ? 2 : 0), 0.75],
  ['goes to the least for what wants it', (part) => (part <= 0.5 ? 2 : 1), 0.5],
  ['is content with what must be first where all cannot be had', (part) => (part <= 0.7 ? 1 : 0), 0.6875],
  ['lets letters grow where nothing helps', () => 0, 0.9375],
  ['does not give up what must be first for larger letters', (part) => (part <= 0.55 ? 2 : 1), 0.5],
]

it.each(grown)('%s', async (_, cut, part) => {
  const tried: number[] = []
  const good = await grow(3, (now) => {
    tried.push(now)
    return Promise.resolve(cut(now))
  })
  expect(good).toBe(part)
  expect(tried).toContain(good) // so its pages are known
  expect(tried.length).toBeLessThanOrEqual(5)
})

it.each([0, 1, 2, 3] as const)('never makes larger letters smaller than those of the first size (%i)', async (size) => {
  const tried: number[] = []
  await grow(size, (now) => {
    tried.push(now)
    return Promise.resolve(now < 0.5 ? 2 : 0)
  })
  expect(Math.min(...tried) * ([1 / 0.875, 1.25, 1.6, 2][size] ?? 0)).toBeCloseTo(1)
})

it('tells from which cut on a part is of use', async () => {
  const told: [number, Cut][] = []
  await grow(3, (part, wanted) => {
    told.push([part, wanted])
    return Promise.resolve(part <= 0.5 ? 1 : 0)
  })
  expect(told).toEqual([[1, 2], [0.5, 0], [0.75, 1], [0.625, 1], [0.5625, 1]])
})
