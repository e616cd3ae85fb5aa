import { expect, it } from 'vitest'
import { codeSide } from './size'

const cases: [string, Parameters<typeof codeSide>, number][] = [
  ['rounds a module up to whole pixels', [90, 53, 96, 1], 371],
  ['keeps what is whole already', [25.4, 48, 96, 1], 96],
  ['uses the finer pixels of a dense screen', [90, 53, 96, 2], 344.5],
  ['follows the office’s screen', [90, 53, 120, 1], 477],
]

it.each(cases)('%s', (_, args, side) => {
  expect(codeSide(...args)).toBe(side)
})

it('is never smaller than asked', () => {
  for (let modules = 29; modules <= 77; modules += 4) {
    for (const density of [1, 1.25, 1.5, 2]) {
      const side = codeSide(75, modules, 96, density)
      expect(side).toBeGreaterThanOrEqual((75 / 25.4) * 96)
      expect((side * density) % modules).toBeCloseTo(0, 6)
    }
  }
})
