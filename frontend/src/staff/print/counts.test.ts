import { describe, expect, it } from 'vitest'
import { fill } from './counts'

describe('a sheet of cards', () => {
  it.each([
    { set: [], cells: 4, start: 1, want: [] },
    { set: [null], cells: 4, start: 1, want: [4] },
    { set: [null], cells: 8, start: 3, want: [6] },
    { set: [null, null, null], cells: 4, start: 1, want: [2, 1, 1] },
    { set: [null, null, null, null, null], cells: 4, start: 1, want: [2, 2, 2, 1, 1] },
    { set: [3, null], cells: 8, start: 1, want: [3, 5] },
    { set: [8, null], cells: 8, start: 1, want: [8, 8] },
    { set: [3, 2], cells: 8, start: 1, want: [3, 2] },
    { set: [null, null], cells: 1, start: 1, want: [1, 1] },
    { set: [40, null], cells: 1, start: 1, want: [40, 1] },
  ])('of $cells places is filled from place $start on: $set', ({ set, cells, start, want }) => {
    const counts = fill(set, cells, start)
    expect(counts).toEqual(want)
    if (set.includes(null)) expect((counts.reduce((sum, n) => sum + n, 0) + start - 1) % cells).toBe(0)
  })
})
