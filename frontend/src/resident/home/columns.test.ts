import { expect, it } from 'vitest'
import { columnsFor } from './columns'

it.each([
  [1366, 0, 4],
  [1366, 2, 3],
  [1366, 3, 2],
  [1024, 0, 4],
  [1024, 1, 3],
  [1024, 3, 2],
  [1920, 2, 4],
  [683, 3, 2],
] as const)('on a glass of %i, letters %i, tiles stand in %i columns', (width, size, columns) => {
  expect(columnsFor(width, size)).toBe(columns)
})
