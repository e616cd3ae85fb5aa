// Which keys there are, and how they look. A name in braces is a key that is
// no letter.

import { m } from '../../lib/strings'
import type { Tone } from './composer'

export const layout = {
  letters: [
    'ă â đ ê ô ơ ư {sac} {huyen} {hoi} {nga} {nang}',
    'q w e r t y u i o p',
    'a s d f g h j k l {delete}',
    'z x c v b n m',
    '{numbers} {space} {clear}',
  ],
  numbers: ['1 2 3 4 5', '6 7 8 9 0', '+ - . / , {delete}', '{letters} {space} {clear}'],
}

export const tones = new Map<string, Tone>([
  ['{sac}', 'sắc'],
  ['{huyen}', 'huyền'],
  ['{hoi}', 'hỏi'],
  ['{nga}', 'ngã'],
  ['{nang}', 'nặng'],
])

/** The letters that have a key of their own. */
export const direct = new Set('ăâđêôơư')

const svg = (box: string, lines: string) =>
  `<svg viewBox="${box}" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${lines}</svg>`

/** A tone as the schoolbook shows it: the mark on a dotted circle. */
const sign = (y: number, mark: string) =>
  svg('4 0 32 40', `<circle cx="20" cy="${y}" r="8" stroke-width="2" stroke-dasharray="0.1 4.57"/><g stroke-width="5">${mark}</g>`)

const backspace = svg(
  '0 0 24 24',
  '<g stroke-width="2.2"><path d="M10 5a2 2 0 0 0-1.344.519l-6.328 5.74a1 1 0 0 0 0 1.481l6.328 5.741A2 2 0 0 0 10 19h10a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2z"/><path d="m12 9 6 6m0-6-6 6"/></g>',
)

const named = (drawn: string, name: string) => `${drawn}<small>${name}</small>`

/** What stands on a key. */
export function faces(): Record<string, string> {
  return {
    '{sac}': named(sign(30, '<path d="M14 16 26 4"/>'), m.keyboard_sac()),
    '{huyen}': named(sign(30, '<path d="M26 16 14 4"/>'), m.keyboard_huyen()),
    '{hoi}': named(sign(30, '<path d="M15 6c3-4.500 10-3.500 10 1 0 3.500-5 4-5 8.500"/>'), m.keyboard_hoi()),
    '{nga}': named(sign(30, '<path d="M9 13q4.500-8.500 11-4t11-4"/>'), m.keyboard_nga()),
    '{nang}': named(sign(12, '<path d="M20 32h.01" stroke-width="10"/>'), m.keyboard_nang()),
    '{delete}': `${backspace}<b>${m.keyboard_delete()}</b>`,
    '{clear}': m.keyboard_delete_all(),
    '{space}': m.keyboard_space(),
    '{numbers}': '123',
    '{letters}': 'abc',
  }
}

interface Attribute {
  attribute: string
  value: string
  buttons?: string
}

/** What a key is called where its face does not say it. */
export function attributes(): Attribute[] {
  const name = (buttons: string, value: string) => ({ attribute: 'aria-label', value, buttons })
  const tone = (buttons: string, tone: string) => name(buttons, m.keyboard_tone({ name: tone }))
  return [
    { attribute: 'type', value: 'button' },
    // Whoever has a Tab key has letters, too.
    { attribute: 'tabindex', value: '-1' },
    tone('{sac}', m.keyboard_sac()),
    tone('{huyen}', m.keyboard_huyen()),
    tone('{hoi}', m.keyboard_hoi()),
    tone('{nga}', m.keyboard_nga()),
    tone('{nang}', m.keyboard_nang()),
    name('{numbers}', m.keyboard_numbers()),
    name('{letters}', m.keyboard_letters()),
  ]
}

export const themes = [
  { class: 'direct', buttons: 'ă â đ ê ô ơ ư' },
  { class: 'tone', buttons: [...tones.keys()].join(' ') },
  { class: 'way', buttons: '{delete} {clear} {numbers} {letters} {space}' },
  { class: 'two', buttons: '{delete} {numbers} {letters} {clear}' },
  { class: 'wide', buttons: '{space}' },
]
