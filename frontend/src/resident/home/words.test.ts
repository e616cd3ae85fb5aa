import { expect, it } from 'vitest'
import { bindWords } from './words'

// "~" stands for a space that no line may break at.
const cases = [
  ['Sinh con', 'Sinh con'],
  ['Giấy tờ & hồ sơ', 'Giấy tờ &~hồ~sơ'],
  ['Trợ cấp & người có công', 'Trợ cấp &~người có công'],
  ['A & b c & d e', 'A &~b~c &~d~e'],
  ['', ''],
] as const

it.each(cases)('%s', (title, bound) => {
  expect(bindWords(title).replaceAll('\u00a0', '~')).toBe(bound)
})
