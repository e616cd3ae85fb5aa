import { expect, it } from 'vitest'
import { pageStarts, shrunk, type Box } from './paging'

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

it('makes smaller only what is taller than a page, and a picture until it fits', () => {
  expect(shrunk({ top: 100, bottom: 300 }, 200, 0.5)).toBe(1)
  expect(shrunk({ top: 100, bottom: 500 }, 100, 0.5)).toBeCloseTo(0.485)
  expect(400 * shrunk({ top: 100, bottom: 500 }, 100, 1)).toBeLessThan(100)
})
