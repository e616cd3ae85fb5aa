import { Typing } from '../../components/keyboard/typing.svelte'
import type { Backend, BackendError } from '../../lib/backend'
import type { NoteView } from '../../lib/views'
import { refused } from '../refused'

/** Letters that a note may have; the program counts the same. */
const longest = 200

/** Milliseconds without a letter until what was typed is saved. */
const pause = 300

/**
 * One note while it is written. What is typed is saved by itself, one call at a
 * time, the last letter always among them; residents see it only when somebody
 * says so. What was typed stays in the field whatever goes wrong, and nothing is
 * ever written into it but once, before the first letter.
 */
export class NoteEditor {
  readonly typing = new Typing('', longest)
  /** What is kept; null before the program has answered. */
  note = $state.raw<NoteView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** What another window has kept meanwhile, "" nothing. */
  other = $state('')
  saving = $state(false)

  /** What was saved last, as it was typed. */
  #kept = $state('')
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly backend: Backend,
    readonly target: string,
    private readonly shut: () => void,
    /** Words to begin with in the place of what is kept. */
    private readonly first = '',
  ) {}

  /** Everything that was typed is kept. */
  get saved(): boolean {
    return this.typing.text === this.#kept
  }

  /** Residents see just what is in the field. */
  get shown(): boolean {
    const { note } = this
    return note !== null && this.saved && note.shown !== '' && !note.parked && note.shown === note.draft
  }

  async open(): Promise<void> {
    try {
      this.note = await this.backend.staff.note(this.target)
      this.#kept = this.note.draft
      this.typing.replace(this.first || this.note.draft)
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  /** Something was typed. */
  changed(): void {
    clearTimeout(this.#timer)
    if (this.note && !this.saved && !this.other) this.#timer = setTimeout(() => void this.save(), pause)
  }

  /** Saves what is in the field, until all of it is kept or something is wrong. Gives whether it is. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#running) await this.#running
    this.#running = this.#saveAll()
    await this.#running
    this.#running = null
    return this.saved && !this.problem && !this.other
  }

  async #saveAll(): Promise<void> {
    if (this.saved || !this.note) return
    this.saving = true
    this.problem = null
    try {
      while (!this.saved && !this.other) {
        const { text } = this.typing
        const { kept, note } = await this.backend.staff.saveNote(this.target, text, this.note.sequence + 1)
        // A call whose answer was lost has been kept all the same.
        if (!kept && note.draft !== text.trim() && note.draft !== this.note.draft) this.other = note.draft || ' '
        else if (kept || note.draft === text.trim()) this.#kept = text
        this.note = { ...note, lessons: this.note.lessons }
      }
    } catch (err) {
      this.problem = refused(err, this.shut)
    } finally {
      this.saving = false
    }
  }

  /** What stands in the field holds, whatever another window has kept. */
  async keep(): Promise<void> {
    this.other = ''
    await this.save()
  }

  /** Puts what is in the field before residents. Gives whether they see it. */
  async show(): Promise<boolean> {
    if (!this.note || !(await this.save())) return false
    return this.#do(async (note) => {
      this.note = { ...(await this.backend.staff.showNote(this.target, note.sequence)), lessons: note.lessons }
    })
  }

  /** Takes the note away. Gives whether it is gone. */
  async take(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#running) await this.#running
    return this.#do(async () => {
      await this.backend.staff.takeNote(this.target)
      this.note = await this.backend.staff.note(this.target)
      this.#kept = ''
      this.typing.clear()
    })
  }

  /** Hides the service of which this is the place, or shows it again. Gives whether that is done. */
  async hide(): Promise<boolean> {
    await this.save()
    return this.#do((note) => (note.hidden ? this.backend.staff.bringBack(this.target) : this.backend.staff.takeAway(this.target)))
  }

  async #do(act: (note: NoteView) => Promise<void>): Promise<boolean> {
    if (!this.note) return false
    this.problem = null
    try {
      await act(this.note)
      return true
    } catch (err) {
      this.problem = refused(err, this.shut)
      return false
    }
  }
}
