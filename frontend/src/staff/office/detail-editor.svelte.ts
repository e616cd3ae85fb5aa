import { Typing } from '../../components/keyboard/typing.svelte'
import type { Backend } from '../../lib/backend'
import type { Detail } from '../../lib/enums'
import type { DetailView } from '../../lib/views'
import { Draft, type Sent } from '../draft/draft.svelte'

/** Letters of a line: more than is right, so that what is too long is said and not lost. */
const longest = 200

/** Lines of opening hours. */
const mostLines = 6

/** One detail of the office while it is written; it is kept also where it is not right yet. */
export class DetailEditor extends Draft<DetailView> {
  /** The fields: a line each. */
  lines = $state.raw<readonly Typing[]>([])
  /** Somebody wanted residents to see it: what is wrong is said from then on. */
  asked = $state(false)

  /** Lines that have no field: whether a network hides its name. */
  #rest: readonly string[] = []

  constructor(
    private readonly backend: Backend,
    readonly name: Detail,
    shut: () => void,
    /** Words to begin with in the place of what is kept. */
    private readonly first?: string,
  ) {
    super(shut)
  }

  get text(): string {
    const typed = this.lines.map(({ text }) => text)
    // Without a network nothing of it is kept.
    return (typed.every((line) => line === '') ? [] : [...typed, ...this.#rest]).join('\n').replace(/\n+$/, '')
  }

  /** Residents see just what is in the fields. */
  get shown(): boolean {
    const { kept } = this
    return kept !== null && this.saved && kept.decided && kept.shown === kept.draft
  }

  /** What is wrong, '' nothing. It is not said of a word that is only half typed. */
  get wrong(): string {
    return this.asked ? (this.kept?.problem ?? '') : ''
  }

  protected async load(): Promise<DetailView | null> {
    const { details } = await this.backend.staff.commune()
    return details.find(({ name }) => name === this.name) ?? null
  }

  protected words({ draft }: DetailView): string {
    return draft
  }

  protected fill({ draft, problem }: DetailView): void {
    this.asked = problem !== ''
    const text = this.first ?? draft
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

  override changed(): void {
    this.#grow()
    super.changed()
  }

  protected async send(sequence: number): Promise<Sent<DetailView>> {
    const { kept, detail } = await this.backend.staff.saveDetail(this.name, this.text, sequence)
    return { kept, now: detail }
  }

  /** Spaces within a line stay: a password may have two. */
  protected override tidy(text: string): string {
    return text
      .normalize('NFC')
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .replace(/\n+$/, '')
  }

  /** Puts what is in the fields before residents. Gives whether they see it. */
  async show(): Promise<boolean> {
    this.asked = true
    if (!(await this.save()) || this.wrong) return false
    return this.act(async ({ sequence }) => {
      this.kept = await this.backend.staff.showDetail(this.name, sequence)
      this.settle()
    })
  }
}
