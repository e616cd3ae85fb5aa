// Which keys there are, and how they look. A name in braces is a key that is
// no letter.

import { m } from '../../lib/strings'
import type { Tone } from './composer'

const rows = (...lines: string[]): string[][] => lines.map((line) => line.split(' '))

export const layout = {
  letters: rows(
    'ă â đ ê ô ơ ư',
    '{sac} {huyen} {hoi} {nga} {nang}',
    'q w e r t y u i o p',
    'a s d f g h j k l {delete}',
    'z x c v b n m',
    '{numbers} {space} {clear}',
  ),
  numbers: rows('1 2 3 4 5', '6 7 8 9 0', '+ - . / , {delete}', '{letters} {space} {clear}'),
}

/** A tone's key: as the schoolbook shows it, the mark on or under a dotted circle. */
export interface Sign {
  tone: Tone
  name: () => string
  /** Where the circle has its middle, from the top. */
  y: number
  mark: string
}

export const tones = new Map<string, Sign>([
  ['{sac}', { tone: 'sắc', name: m.keyboard_sac, y: 30, mark: 'M14 16 26 4' }],
  ['{huyen}', { tone: 'huyền', name: m.keyboard_huyen, y: 30, mark: 'M26 16 14 4' }],
  ['{hoi}', { tone: 'hỏi', name: m.keyboard_hoi, y: 30, mark: 'M15 6c3-4.5 10-3.5 10 1 0 3.5-5 4-5 8.5' }],
  ['{nga}', { tone: 'ngã', name: m.keyboard_nga, y: 30, mark: 'M9 13q4.500-8.500 11-4t11-4' }],
  // A dot as wide as two lines.
  ['{nang}', { tone: 'nặng', name: m.keyboard_nang, y: 12, mark: 'M17.5 32a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0-5 0z' }],
])

/** The letters that have a key of their own. */
export const direct = new Set('ăâđêôơư')

/** What stands on a key. */
export function face(key: string): string {
  switch (key) {
    case '{delete}':
      return m.keyboard_delete()
    case '{clear}':
      return m.keyboard_delete_all()
    case '{space}':
      return m.keyboard_space()
    case '{shift}':
      return m.keyboard_capital()
    case '{numbers}':
      return '123'
    case '{letters}':
      return 'abc'
    default:
      return tones.get(key)?.name() ?? key
  }
}

/** What a key is called where its face does not say it. */
export function called(key: string): string | undefined {
  const sign = tones.get(key)
  if (sign) return m.keyboard_tone({ name: sign.name() })
  if (key === '{numbers}') return m.keyboard_numbers()
  if (key === '{letters}') return m.keyboard_letters()
  if (key === '{shift}') return m.keyboard_capital_name()
  return undefined
}

/** The looks of a key, as classes. */
export function look(key: string): string {
  if (direct.has(key)) return 'direct'
  if (tones.has(key)) return 'tone'
  if (key === '{space}') return 'way wide'
  return key.startsWith('{') ? 'way two' : 'plain'
}
