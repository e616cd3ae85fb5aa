import { describe, expect, it } from 'vitest'
import { diamonds, star, stitches, zigzag, type Motif } from './motif'

const square: Motif = { width: 4, height: 2, shows: (x, y) => (y === 0 ? x !== 1 : x < 2) }

it('writes each run of stitches as one rectangle', () => {
  expect(stitches(square)).toBe('M0 0h1v1h-1zM2 0h2v1h-2zM0 1h2v1h-2z')
})

describe.each([
  ['diamonds', diamonds],
  ['star', star],
])('%s', (_, motif) => {
  it('is the same from left and right', () => {
    for (let y = 0; y < motif.height; y++) {
      for (let x = 0; x < motif.width; x++) {
        expect(motif.shows(x, y)).toBe(motif.shows(motif.width - 1 - x, y))
      }
    }
  })

  it('goes on downwards without a seam', () => {
    for (let x = 0; x < motif.width; x++) expect(motif.shows(x, 0)).toBe(motif.shows(x, motif.height))
  })
})

it('zigzags without a gap', () => {
  for (let y = 0; y < zigzag.height; y++) {
    const row = (at: number) => Array.from({ length: zigzag.width }, (_, x) => zigzag.shows(x, at % zigzag.height))
    const touches = row(y).some((on, x) => on && [x - 1, x, x + 1].some((near) => row(y + 1)[near]))
    expect(touches).toBe(true)
  }
})
