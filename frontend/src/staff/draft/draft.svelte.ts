import type { BackendError } from '../../lib/backend'
import { refused } from '../refused'

/** Milliseconds without a letter until what was typed is saved. */
const pause = 300

/** An answer of the program to words that were sent. */
export interface Sent<Kept> {
  /** The words were taken; false where another window has kept something newer. */
  kept: boolean
  /** What is kept now. */
  now: Kept
}

/**
 * Words of the office while they are written. What is typed is saved by itself, one
 * call at a time, the last letter always among them; residents see it only when
 * somebody says so. What was typed stays in its fields whatever goes wrong, and
 * nothing is ever written into them but once, before the first letter.
 */
export abstract class Draft<Kept extends { readonly sequence: number }> {
  /** What is kept; null before the program has answered. */
  kept = $state.raw<Kept | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** What another window has kept meanwhile, '' nothing. */
  other = $state('')
  saving = $state(false)

  /** What was saved last, as it was typed. */
  #written = $state('')
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly shut: () => void) {}

  /** What is in the fields, in one. */
  abstract get text(): string

  /** Asks the program for what is kept; null where there is nothing to write. */
  protected abstract load(): Promise<Kept | null>

  /** What is kept, in the form of `text`. */
  protected abstract words(kept: Kept): string

  /** Writes into the fields what there is to begin with. */
  protected abstract fill(kept: Kept): void

  /** Has the program keep what is in the fields. */
  protected abstract send(sequence: number, kept: Kept): Promise<Sent<Kept>>

  /** A text as the program keeps it: one space between words, no more. */
  protected tidy(text: string): string {
    return text
      .normalize('NFC')
      .split('\n')
      .map((line) => line.trim().split(/\s+/).join(' '))
      .join('\n')
  }

  /** Everything that was typed is kept. */
  get saved(): boolean {
    return this.text === this.#written
  }

  /** What was typed last could not be kept. */
  get unsaved(): boolean {
    return this.problem !== null && !this.saving && !this.saved
  }

  async open(): Promise<void> {
    try {
      const kept = await this.load()
      if (!kept) return
      this.#written = this.words(kept)
      this.fill(kept)
      this.kept = kept
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  /** Something was typed. */
  changed(): void {
    clearTimeout(this.#timer)
    if (this.kept && !this.saved && !this.other) this.#timer = setTimeout(() => void this.save(), pause)
  }

  /** Saves what is in the fields, until all of it is kept or something is wrong. Gives whether it is. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    // Not by rest(): nothing may come between seeing that none runs and beginning one.
    while (this.#running) await this.#running
    this.#running = this.#saveAll()
    await this.#running
    this.#running = null
    return this.saved && !this.problem && !this.other
  }

  /** Waits until no call is under way. */
  protected async rest(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#running) await this.#running
  }

  async #saveAll(): Promise<void> {
    if (this.saved || !this.kept) return
    this.saving = true
    this.problem = null
    try {
      while (!this.saved && !this.other) {
        const { text } = this
        const before = this.words(this.kept)
        const { kept, now } = await this.send(this.kept.sequence + 1, this.kept)
        this.kept = now
        const after = this.words(now)
        // A call whose answer was lost has been kept all the same.
        if (kept || after === this.tidy(text)) this.#written = text
        else if (after !== before) this.other = after.trim() || ' '
      }
    } catch (err) {
      this.problem = refused(err, this.shut)
    } finally {
      this.saving = false
    }
  }

  /** What stands in the fields holds, whatever another window has kept. */
  async keep(): Promise<void> {
    this.other = ''
    await this.save()
  }

  /** What is in the fields is what is kept, by another way than saving. */
  protected settle(): void {
    this.#written = this.text
  }

  /** Does something with what is kept. Gives whether it is done. */
  protected async act(deed: (kept: Kept) => Promise<void>): Promise<boolean> {
    if (!this.kept) return false
    this.problem = null
    try {
      await deed(this.kept)
      return true
    } catch (err) {
      this.problem = refused(err, this.shut)
      return false
    }
  }
}
