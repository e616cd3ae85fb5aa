import type { Backend, BackendError } from '../../lib/backend'
import type { WordingView } from '../../lib/views'
import { refused } from '../refused'
import { isoDay, writtenDay } from './days'

/** Milliseconds without a letter until what was typed is saved. */
const pause = 300

const fields = ['say', 'more', 'source', 'dated', 'from'] as const

/** What is typed, each in a field of its own: days as people write them. */
class Fields {
  say = $state('')
  more = $state('')
  source = $state('')
  dated = $state('')
  from = $state('')
}

/**
 * A sentence of a lesson while it is written. What is typed is saved by itself, one
 * call at a time, the last letter always among them. What was typed stays in its
 * field whatever goes wrong, and nothing is ever written into one but once, before
 * the first letter.
 */
export class WordingEditor {
  readonly text = new Fields()
  /** What is kept; null before the program has answered. */
  kept = $state.raw<WordingView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** What another window has kept meanwhile, '' nothing. */
  other = $state('')
  saving = $state(false)

  #kept = $state('')
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly backend: Backend,
    readonly target: string,
    private readonly shut: () => void,
  ) {}

  /** Everything that was typed is kept. */
  get saved(): boolean {
    return this.#typed === this.#kept
  }

  get #typed(): string {
    return fields.map((field) => this.text[field]).join('\n')
  }

  async open(): Promise<void> {
    try {
      const kept = await this.backend.staff.wording(this.target)
      const { draft } = kept
      Object.assign(this.text, { ...draft, dated: writtenDay(draft.dated), from: writtenDay(draft.from) })
      this.#kept = this.#typed
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

  /** Saves what is typed, until all of it is kept or something is wrong. Gives whether it is. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#running) await this.#running
    this.#running = this.#saveAll()
    await this.#running
    this.#running = null
    return this.saved && !this.problem && !this.other
  }

  async #saveAll(): Promise<void> {
    if (this.saved || !this.kept) return
    this.saving = true
    this.problem = null
    try {
      while (!this.saved && !this.other) {
        const typed = this.#typed
        const { say, more, source, dated, from } = this.text
        const before = this.kept.draft
        const { kept, wording } = await this.backend.staff.saveWording(this.target, { say, more, source, dated: isoDay(dated), from: isoDay(from) }, this.kept.sequence + 1)
        this.kept = wording
        // A call whose answer was lost has been kept all the same.
        if (kept || wording.draft.say === say.trim()) this.#kept = typed
        else if (wording.draft.say !== before.say) this.other = wording.draft.say
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

  /** Asks a second person to read it. Gives whether it is asked. */
  async ask(): Promise<boolean> {
    if (!this.kept || !(await this.save())) return false
    this.problem = null
    try {
      this.kept = await this.backend.staff.askWording(this.target, this.kept.sequence)
      return true
    } catch (err) {
      this.problem = refused(err, this.shut)
      return false
    }
  }
}
