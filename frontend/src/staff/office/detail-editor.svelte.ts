import { Typing } from '../../components/keyboard/typing.svelte'
import type { Backend, BackendError } from '../../lib/backend'
import type { Detail } from '../../lib/enums'
import type { DetailView } from '../../lib/views'
import { refused } from '../refused'

/** Milliseconds without a letter until what was typed is saved. */
const pause = 300

/** Letters of a line: more than is right, so that what is too long is said and not lost. */
const longest = 200

/** Lines of opening hours. */
const mostLines = 6

/**
 * One detail of the office while it is written. What is typed is saved by itself,
 * one call at a time, the last letter always among them, also where it is not right
 * yet; residents see it only when somebody says so. What was typed stays in its
 * fields whatever goes wrong, and nothing is ever written into them but once,
 * before the first letter.
 */
export class DetailEditor {
  /** The fields: a line each. */
  lines = $state.raw<readonly Typing[]>([])
  /** What is kept; null before the program has answered. */
  detail = $state.raw<DetailView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** What another window has kept meanwhile, '' nothing. */
  other = $state('')
  saving = $state(false)
  /** Somebody wanted residents to see it: what is wrong is said from then on. */
  asked = $state(false)

  /** What was saved last, as it was typed. */
  #kept = $state('')
  /** Lines that have no field: whether a network hides its name. */
  #rest: readonly string[] = []
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly backend: Backend,
    readonly name: Detail,
    private readonly shut: () => void,
  ) {}

  /** What is in the fields. */
  get text(): string {
    const typed = this.lines.map(({ text }) => text)
    // Without a network nothing of it is kept.
    return (typed.every((line) => line === '') ? [] : [...typed, ...this.#rest]).join('\n').replace(/\n+$/, '')
  }

  /** Everything that was typed is kept. */
  get saved(): boolean {
    return this.text === this.#kept
  }

  /** Residents see just what is in the fields. */
  get shown(): boolean {
    const { detail } = this
    return detail !== null && this.saved && detail.decided && detail.shown === detail.draft
  }

  /** What is wrong, '' nothing. It is not said of a word that is only half typed. */
  get wrong(): string {
    return this.asked ? (this.detail?.problem ?? '') : ''
  }

  /** first: words to begin with in the place of what is kept. */
  async open(first?: string): Promise<void> {
    try {
      const { details } = await this.backend.staff.commune()
      const detail = details.find(({ name }) => name === this.name)
      if (!detail) return
      this.#kept = detail.draft
      this.asked = detail.problem !== ''
      this.#fill(first ?? detail.draft)
      this.detail = detail
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  #fill(text: string): void {
    const lines = text === '' ? [] : text.split('\n')
    const fields = { hours: mostLines, wifi: 2 }[this.name as string] ?? 1
    this.#rest = lines.slice(fields)
    this.lines = (this.name === 'hours' ? lines : Array.from({ length: fields }, (_, i) => lines[i] ?? '')).slice(0, fields).map((line) => this.#line(line))
    this.#grow()
  }

  #line(text: string): Typing {
    const line = new Typing(text, longest)
    // A password is its letters, not words.
    if (this.name === 'wifi') line.method = 'off'
    return line
  }

  /** Opening hours have a line more than are written. */
  #grow(): void {
    const last = this.lines.at(-1)
    if (this.name === 'hours' && this.lines.length < mostLines && !(last?.empty ?? false)) this.lines = [...this.lines, this.#line('')]
  }

  /** Something was typed. */
  changed(): void {
    this.#grow()
    clearTimeout(this.#timer)
    if (this.detail && !this.saved && !this.other) this.#timer = setTimeout(() => void this.save(), pause)
  }

  /** Saves what is in the fields, until all of it is kept or something goes wrong. Gives whether it is. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#running) await this.#running
    this.#running = this.#saveAll()
    await this.#running
    this.#running = null
    return this.saved && !this.problem && !this.other
  }

  async #saveAll(): Promise<void> {
    if (this.saved || !this.detail) return
    this.saving = true
    this.problem = null
    try {
      while (!this.saved && !this.other) {
        const { text } = this
        const { kept, detail } = await this.backend.staff.saveDetail(this.name, text, this.detail.sequence + 1)
        const same = detail.draft === tidy(text)
        // A call whose answer was lost has been kept all the same.
        if (!kept && !same && detail.draft !== this.detail.draft) this.other = detail.draft || ' '
        else if (kept || same) this.#kept = text
        this.detail = detail
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

  /** Puts what is in the fields before residents. Gives whether they see it. */
  async show(): Promise<boolean> {
    this.asked = true
    if (!(await this.save()) || !this.detail || this.wrong) return false
    try {
      this.detail = await this.backend.staff.showDetail(this.name, this.detail.sequence)
      this.#kept = this.text
      return true
    } catch (err) {
      this.problem = refused(err, this.shut)
      return false
    }
  }
}

/** As the program keeps it. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n+$/, '')
