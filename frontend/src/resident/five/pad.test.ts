import { expect, it } from 'vitest'
import { wayOf } from './pad'

const key = (code: string, more: KeyboardEventInit = {}) => wayOf(new KeyboardEvent('keydown', { code, ...more }))

it.each([
  ['Numpad5', 'Clear', 'choose'], // NumLock off
  ['Numpad5', '5', 'choose'],
  ['NumpadEnter', 'Enter', 'choose'],
  ['Numpad2', 'ArrowDown', 'next'],
  ['Numpad6', '6', 'next'],
  ['Digit8', '8', 'previous'],
  ['Digit4', 'ô', 'previous'], // a Vietnamese keyboard
  ['Numpad0', 'Insert', 'back'],
  ['NumpadSubtract', '-', 'back'],
  ['Minus', '-', 'back'],
  ['NumpadAdd', '+', 'repeat'],
  ['NumpadDecimal', ',', 'repeat'],
  ['Period', '.', 'repeat'],
  ['Digit9', '9', 'louder'],
  ['Numpad7', 'Home', 'softer'],
  ['ArrowDown', 'ArrowDown', undefined],
  ['Enter', 'Enter', undefined],
  ['KeyA', 'a', undefined],
  ['Digit1', '1', undefined],
])('%s (%s) is %s', (code, written, way) => {
  expect(key(code, { key: written })).toBe(way)
})

it('leaves commands alone', () => {
  expect(key('Digit5', { ctrlKey: true })).toBeUndefined()
  expect(key('Digit5', { altKey: true })).toBeUndefined()
})
