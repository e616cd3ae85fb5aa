// Vietnamese from plain keys. Everything works on the visible text before the
// caret and nothing is remembered, so that a backspace takes one visible
// letter and the next key goes on from what is seen.

/// <reference lib="es2022.intl" />
import { bare, canBecome } from './spelling'

export type Method = 'telex' | 'vni' | 'off'

/** Where the tone stands in an open oa, oe, uy: old hòa, new hoà. */
export type ToneStyle = 'old' | 'new'

export type Tone = 'sắc' | 'huyền' | 'hỏi' | 'ngã' | 'nặng' | 'none'

interface Letter {
  /** Small, with its hat, horn, bowl or stroke, without its tone. */
  c: string
  upper: boolean
  tone: Tone
}

const toneMarks: [Tone, string][] = [
  ['sắc', '\u0301'],
  ['huyền', '\u0300'],
  ['hỏi', '\u0309'],
  ['ngã', '\u0303'],
  ['nặng', '\u0323'],
]
const markOf = new Map(toneMarks)
const toneOf = new Map(toneMarks.map(([tone, mark]) => [mark, tone]))

const telexTones = new Map<string, Tone>([
  ['s', 'sắc'], ['f', 'huyền'], ['r', 'hỏi'], ['x', 'ngã'], ['j', 'nặng'], ['z', 'none'],
])
const vniTones = new Map<string, Tone>([
  ['1', 'sắc'], ['2', 'huyền'], ['3', 'hỏi'], ['4', 'ngã'], ['5', 'nặng'], ['0', 'none'],
])

/** The longest syllable has seven letters; what is longer is no syllable. */
const longest = 12
const lastWord = /\p{L}+$/u
const vowels = /^[aăâeêioôơuưy]$/

function take(word: string): Letter[] {
  return [...word].map((char) => {
    const small = char.toLowerCase()
    const parts = [...small.normalize('NFD')]
    const tone = parts.map((part) => toneOf.get(part)).find((found) => found !== undefined) ?? 'none'
    const c = parts.filter((part) => !toneOf.has(part)).join('').normalize('NFC')
    return { c, upper: char !== small, tone }
  })
}

function put(letters: Letter[]): string {
  return letters
    .map(({ c, upper, tone }) => {
      const small = (c + (markOf.get(tone) ?? '')).normalize('NFC')
      return upper ? small.toUpperCase() : small
    })
    .join('')
}

const isVowel = (letter: Letter | undefined): boolean => letter !== undefined && vowels.test(letter.c)

/** The last run of vowels that carries a tone; the u of qu and the i of gi do not. */
function nucleus(letters: Letter[]): [number, number] {
  let end = letters.length
  while (end > 0 && !isVowel(letters[end - 1])) end--
  let start = end
  while (start > 0 && isVowel(letters[start - 1])) start--
  const pair = (letters[start - 1]?.c ?? '') + (letters[start]?.c ?? '')
  if (pair === 'qu' || (pair === 'gi' && end - start > 1)) start++
  return [start, end]
}

/** The nucleus, with the i of gi: gì has its tone there until it grows to già. */
function sounding(letters: Letter[]): [number, number] {
  const [start, end] = nucleus(letters)
  return [isVowel(letters[start - 1]) ? start - 1 : start, end]
}

/** Which letter of the nucleus the tone belongs to. */
function seat(letters: Letter[], style: ToneStyle): number {
  const [start, end] = nucleus(letters)
  for (let i = end - 1; i >= start; i--) {
    const c = letters[i]?.c ?? ''
    if (bare(c) !== c) return i
  }
  if (end - start === 3) return start + 1
  if (end - start < 2) return start
  const pair = (letters[start]?.c ?? '') + (letters[start + 1]?.c ?? '')
  if (end < letters.length || (style === 'new' && /^(oa|oe|uy)$/.test(pair))) return end - 1
  return start
}

function withTone(letters: Letter[], tone: Tone, style: ToneStyle): Letter[] {
  const [start, end] = sounding(letters)
  const at = seat(letters, style)
  return letters.map((letter, i) => (i < start || i >= end ? letter : { ...letter, tone: i === at ? tone : 'none' }))
}

const toneIn = (letters: Letter[]): Tone => letters.find((letter) => letter.tone !== 'none')?.tone ?? 'none'

function possible(letters: Letter[], tone: Tone = toneIn(letters)): boolean {
  if (letters.length > longest || letters.filter((letter) => letter.tone !== 'none').length > 1) return false
  const smooth = tone === 'huyền' || tone === 'hỏi' || tone === 'ngã'
  return canBecome(letters.map((letter) => letter.c).join(''), smooth)
}

/** The letters with some changed, or null if no syllable can come of it. */
function marked(letters: Letter[], changes: [number, string][]): Letter[] | null {
  const to = new Map(changes)
  if (changes.every(([i, c]) => letters[i]?.c === c)) return null
  const next = letters.map((letter, i) => ({ ...letter, c: to.get(i) ?? letter.c }))
  return possible(next) ? next : null
}

/** Where the bare letter stands, from the end. */
function places(letters: Letter[], base: string): number[] {
  return letters.flatMap((letter, i) => (bare(letter.c) === base ? [i] : [])).reverse()
}

/** A mark for one letter, as â for a. */
function mark(letters: Letter[], from: string, to: string): Letter[] | null {
  for (const at of places(letters, from)) {
    const found = marked(letters, [[at, to]])
    if (found) return found
  }
  return null
}

/** ơ, ư, ươ and ă, whatever the word has room for. */
function horn(letters: Letter[], bowl: boolean, alone: boolean): Letter[] | null {
  const [start, end] = nucleus(letters)
  const o = start + 1
  if (end - start > 1 && bare(letters[start]?.c ?? '') === 'u' && bare(letters[o]?.c ?? '') === 'o') {
    // thuở has a plain u, but with a letter behind it is always ươ.
    const open = o === letters.length - 1 && letters[start]?.c === 'u'
    const pair = open ? marked(letters, [[o, 'ơ']]) : marked(letters, [[start, 'ư'], [o, 'ơ']])
    if (pair) return pair
  }
  const one = (bowl && mark(letters, 'a', 'ă')) || (alone && (mark(letters, 'o', 'ơ') ?? mark(letters, 'u', 'ư')))
  return one || null
}

/** Takes back what the same key has done. */
function without(letters: Letter[], marks: string): Letter[] | null {
  const some = letters.some((letter) => marks.includes(letter.c))
  return some && possible(letters) ? letters.map((letter) => (marks.includes(letter.c) ? { ...letter, c: bare(letter.c) } : letter)) : null
}

const half = (letters: Letter[]): boolean => letters.map((letter) => letter.c).join('').includes('ưo')

/** null: the key is a letter here. An undone mark gives the key back. */
type Change = { letters: Letter[]; undone: boolean } | null

const done = (letters: Letter[] | null): Change => letters && { letters, undone: false }
const undo = (letters: Letter[] | null): Change => letters && { letters, undone: true }

function changeTone(letters: Letter[], tone: Tone, style: ToneStyle): Change {
  const [start, end] = nucleus(letters)
  if (start === end) return null
  const now = toneIn(letters)
  if (!possible(letters, tone) || (tone === 'none' && now === 'none')) return null
  if (now === tone) return undo(withTone(letters, 'none', style))
  return done(withTone(letters, tone, style))
}

/** Whether the last letter is a ư that w made out of nothing: tw is tư. */
function short(letters: Letter[], keys: string): boolean {
  const last = letters[letters.length - 1]
  return letters.length > 1 && last?.c === 'ư' && last.tone === 'none' && !isVowel(letters[letters.length - 2]) && !/u/i.test(keys)
}

function telex(letters: Letter[], key: string, upper: boolean, style: ToneStyle, keys: string): Change {
  const tone = telexTones.get(key)
  if (tone) return changeTone(letters, tone, style)
  const hat = { a: 'â', e: 'ê', o: 'ô' }[key]
  if (hat) return undo(without(letters, hat)) ?? done(mark(letters, key, hat))
  if (key === 'd') return stroke(letters)
  if (key !== 'w') return null
  if (short(letters, keys)) return undo(letters.slice(0, -1))
  if (!half(letters)) {
    const back = without(letters, 'ăơư')
    if (back) return undo(back)
  }
  const found = horn(letters, true, true)
  if (found || letters.some(isVowel)) return done(found)
  const alone: Letter[] = [...letters, { c: 'ư', upper, tone: 'none' }]
  return done(letters.length > 0 && possible(alone) ? alone : null)
}

function stroke(letters: Letter[]): Change {
  const first = letters[0]
  if (first?.c === 'đ') return undo(without(letters, 'đ'))
  return done(first?.c === 'd' ? marked(letters, [[0, 'đ']]) : null)
}

function vni(letters: Letter[], key: string, style: ToneStyle): Change {
  const tone = vniTones.get(key)
  if (tone) return changeTone(letters, tone, style)
  if (key === '9') return stroke(letters)
  if (key === '8') return undo(without(letters, 'ă')) ?? done(mark(letters, 'a', 'ă'))
  if (key === '7') return (half(letters) ? null : undo(without(letters, 'ơư'))) ?? done(horn(letters, false, true))
  if (key !== '6') return null
  return undo(without(letters, 'âêô')) ?? done(mark(letters, 'a', 'â') ?? mark(letters, 'e', 'ê') ?? mark(letters, 'o', 'ô'))
}

/** Adds letters; the tone moves on with the syllable: hòa, hoàn. */
function append(before: string, more: string, style: ToneStyle): string {
  const word = lastWord.exec(before)?.[0] ?? ''
  const plain = (before + more).normalize('NFC')
  const added = take(more.normalize('NFC'))
  if (word === '' || word.length > longest) return plain
  const letters = [...take(word), ...added]
  const tone = toneIn(letters)
  const whole = closed(letters)
  if (!possible(whole)) return plain
  return before.slice(0, before.length - word.length) + put(tone === 'none' ? whole : withTone(whole, tone, style))
}

/** uơ and ưo with a letter behind are ươ. */
function closed(letters: Letter[]): Letter[] {
  const at = letters.map((letter) => letter.c).join('').search(/(uơ|ưo)./u)
  if (at < 0) return letters
  return marked(letters, [[at, 'ư'], [at + 1, 'ơ']]) ?? letters
}

/**
 * The text before the caret after a key. keys are those by which the last word
 * was typed, "" if that is not known: they tell hw and huw apart, which both are hư.
 */
export function compose(before: string, key: string, method: Method, style: ToneStyle = 'old', keys = ''): string {
  const text = before.normalize('NFC')
  const word = lastWord.exec(text)?.[0] ?? ''
  if (method === 'off' || word === '' || word.length > longest || key.length !== 1) return append(text, key, style)
  const letters = take(word)
  const small = key.toLowerCase()
  const change = method === 'telex' ? telex(letters, small, key !== small, style, keys) : vni(letters, key, style)
  if (!change) return append(text, key, style)
  const head = text.slice(0, text.length - word.length)
  if (change.undone) return head + put(change.letters) + key
  return head + put(withTone(change.letters, toneIn(change.letters), style))
}

/** Whether the last word can be, or become, a Vietnamese syllable. */
export function plausible(text: string): boolean {
  const word = lastWord.exec(text)?.[0] ?? ''
  return possible(take(word.slice(0, longest + 1)))
}

/** A letter of the direct row: ă â đ ê ô ơ ư. */
export function letter(before: string, added: string, style: ToneStyle = 'old'): string {
  return append(before.normalize('NFC'), added, style)
}

/** A tone of the direct row, for the last syllable; the same one again takes it away. */
export function tone(before: string, wanted: Tone, style: ToneStyle = 'old'): string {
  const text = before.normalize('NFC')
  const word = lastWord.exec(text)?.[0].slice(-longest) ?? ''
  const letters = take(word)
  const [start, end] = sounding(letters)
  if (start === end) return text
  const now = toneIn(letters.slice(start, end))
  const sung = withTone(letters, now === wanted ? 'none' : wanted, style)
  // What is not touched stays as it is: it may be of any script.
  const chars = [...word]
  return (
    text.slice(0, text.length - word.length) +
    chars.slice(0, start).join('') + put(sung.slice(start, end)) + chars.slice(end).join('')
  )
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** The visible letters of a text. */
export function visible(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** The text without its last visible letter. */
export function backspace(before: string): string {
  return visible(before.normalize('NFC')).slice(0, -1).join('')
}
