import { backspace, compose, letter, plausible, tone, visible, type Method, type Tone, type ToneStyle } from './composer'

/** What one line of a question may hold, in visible letters. */
const longest = 120

const lastWord = /\p{L}*$/u
/** A vowel with a tone or a mark of its own. */
const sung = /[^\P{L}a-zđ]/iu

/** One line of text with its caret, for the keys on the glass and for real ones. */
export class Typing {
  text = $state('')
  /** Where the next letter goes, counted as the input counts. */
  caret = $state(0)
  /** The other end of what is selected; the caret itself if nothing is. */
  anchor = $state(0)
  method = $state<Method>('telex')
  style: ToneStyle = 'old'

  // The last word as its keys were pressed and as it is seen, while it is typed
  // in one go: text must not stay tẽt for someone who knows nothing of Telex.
  #keys = ''
  #word = ''
  /** The last key became a mark. */
  #fresh = false

  constructor(
    text = '',
    public max = longest,
  ) {
    this.replace(text)
  }

  get empty(): boolean {
    return this.text === ''
  }

  key(key: string): void {
    const before = this.#before
    const word = lastWord.exec(before)?.[0] ?? ''
    const keys = word === '' ? key : word === this.#word && this.#keys ? this.#keys + key : ''
    const next = compose(before, key, this.method, this.style, keys.slice(0, -1))
    if (keys && this.#stray(word) && next === before + key && !plausible(next)) {
      this.#put(before.slice(0, before.length - word.length) + keys)
      return
    }
    if (!this.#put(next)) return
    this.#word = lastWord.exec(next)?.[0] ?? ''
    this.#fresh = next.length === before.length
    this.#keys = this.#word.length === word.length + (this.#fresh ? 0 : 1) ? keys : ''
  }

  /** One mark in the word and it has only just come: it may have been meant as a letter. */
  #stray(word: string): boolean {
    return this.#fresh && this.#keys.length === word.length + 1 && sung.test(word)
  }

  letter(added: string): void {
    this.#put(letter(this.#before, added, this.style))
  }

  tone(wanted: Tone): void {
    this.#put(tone(this.#before, wanted, this.style))
  }

  /** One space: a palm on the wide bar makes no row of them. */
  space(): void {
    const before = this.#before
    if (before !== '' && !before.endsWith(' ')) this.#put(before + ' ')
  }

  backspace(): void {
    const before = this.#before
    this.#put(this.anchor === this.caret ? backspace(before) : before)
  }

  clear(): void {
    this.replace('')
  }

  /** Text from elsewhere, as it is but for lines, controls and its length. */
  insert(more: string): void {
    const room = this.max - visible(this.#before + this.#after).length
    this.#put(this.#before + visible(clean(more)).slice(0, Math.max(0, room)).join(''))
  }

  /** Another text in its place, with the caret at its end unless told. */
  replace(text: string, caret = Infinity): void {
    this.text = visible(clean(text)).slice(0, this.max).join('')
    this.select(Math.min(caret, this.text.length))
    this.#forget()
  }

  /** Where the input has its caret. */
  select(caret: number, anchor = caret): void {
    this.caret = caret
    this.anchor = anchor
  }

  get #before(): string {
    return this.text.slice(0, Math.min(this.caret, this.anchor))
  }

  get #after(): string {
    return this.text.slice(Math.max(this.caret, this.anchor))
  }

  /** New text before the caret, if there is room for it. */
  #put(before: string): boolean {
    const after = this.#after
    this.#forget()
    const text = (before + after).normalize('NFC')
    if (text.length > this.text.length && visible(text).length > this.max) return false
    this.text = text
    this.select(text.length - after.length)
    return true
  }

  #forget(): void {
    this.#keys = ''
    this.#word = ''
    this.#fresh = false
  }
}

function clean(text: string): string {
  return text
    .slice(0, 9999) // of a pasted book no more is looked at
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cs}\p{Cf}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1') // a flood of marks on one letter
}
