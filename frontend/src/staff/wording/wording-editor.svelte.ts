import { Typing } from '../../components/keyboard/typing.svelte'
import type { Backend } from '../../lib/backend'
import type { DrawingView, WordingView } from '../../lib/views'
import { Draft, type Sent } from '../draft/draft.svelte'
import { isoDay, writtenDay } from './days'
import { drawnLines, drawnTexts, type DrawnText } from './drawn'
import { isArranged, isScreen } from './kinds'
import { toggled } from './whom'

const fields = ['say', 'more', 'source', 'dated', 'from'] as const

export type FieldName = (typeof fields)[number]

/** Letters of a field: more than is right, so that what is too long is said and not lost. */
const longest = 500

/** Names of steps, or of answers: nobody types them. */
const longestArranged = 10_000

/** A sentence of a lesson, a number of a service, the order of its steps, for whom one is or the words on a drawing while it is written. */
export class WordingEditor extends Draft<WordingView> {
  /** What is typed, each in a field of its own: days as people write them. */
  readonly typed: Record<FieldName, Typing>
  /** Of a drawing: its texts as the province has them, and what is typed in their place. */
  drawn = $state.raw<readonly (DrawnText & { typing: Typing })[]>([])

  /** Of a step that the province has not drawn: the line by which a drawing is copied, '' none is. */
  copy = $state('')
  /** Those to choose from; null before the program has answered. */
  choices = $state.raw<readonly DrawingView[] | null>(null)
  /** Another one is wanted. */
  picks = $state(false)

  constructor(
    private readonly backend: Backend,
    readonly target: string,
    shut: () => void,
  ) {
    super(shut)
    const line = (): Typing => new Typing('', longest)
    this.typed = { say: new Typing('', isArranged(target) ? longestArranged : longest), more: line(), source: line(), dated: line(), from: line() }
  }

  /** Where one types in a field, of a drawing by the key of its text. */
  field(name: string): Typing {
    return this.drawn.find(({ key }) => key === name)?.typing ?? this.typed[name as FieldName]
  }

  /** What is typed in the first field; of a drawing the texts that differ, a line each. */
  get #say(): string {
    return isScreen(this.target) ? [this.copy, drawnLines(this.drawn, (key) => this.field(key).text)].filter(Boolean).join('\n') : this.typed.say.text
  }

  /** A line for each field, days as the program has them. */
  get text(): string {
    const { more, source, dated, from } = this.typed
    return [this.#say, more.text, source.text, isoDay(dated.text), isoDay(from.text)].join('\n')
  }

  protected load(): Promise<WordingView> {
    return this.backend.staff.wording(this.target)
  }

  protected words({ draft }: WordingView): string {
    return fields.map((field) => draft[field]).join('\n')
  }

  protected fill({ draft, before, copy }: WordingView): void {
    this.copy = copy?.line ?? ''
    const written = { ...draft, dated: writtenDay(draft.dated), from: writtenDay(draft.from) }
    if (isScreen(this.target)) {
      const now = new Map(drawnTexts(draft.say).map(({ key, say }) => [key, say]))
      this.drawn = drawnTexts(before.say).map(({ key, say }) => ({ key, say, typing: new Typing(now.get(key) ?? say, longest) }))
      written.say = ''
    }
    for (const field of fields) this.typed[field].replace(written[field])
  }

  protected async send(sequence: number): Promise<Sent<WordingView>> {
    const { more, source, dated, from } = this.typed
    const text = { say: this.#say, more: more.text, source: source.text, dated: isoDay(dated.text), from: isoDay(from.text) }
    const { kept, wording } = await this.backend.staff.saveWording(this.target, text, sequence)
    return { kept, now: wording }
  }

  /** Of an order: the step changes its place with the one before it, or after it. */
  move(id: string, by: -1 | 1): void {
    const ids = this.typed.say.text.split(' ')
    const at = ids.indexOf(id)
    const other = ids[at + by]
    if (at < 0 || other === undefined) return
    ids[at] = other
    ids[at + by] = id
    this.typed.say.replace(ids.join(' '))
  }

  /** Of for whom something is: who gives that answer sees it, or no longer does. */
  toggle(question: string, answer: string): void {
    const { say } = this.typed
    say.replace(toggled(this.kept?.whom?.asks ?? [], say.text, question, answer))
  }

  /** A drawing is to be chosen before its words are. */
  get choosing(): boolean {
    return Boolean(this.kept?.bare) && (this.picks || this.copy === '')
  }

  /** Looks for the drawings to choose from. */
  async look(): Promise<void> {
    await this.act(async () => {
      this.choices = await this.backend.staff.drawings(this.target)
    })
  }

  /** Another drawing is wanted. What was typed is saved first. */
  async pick(): Promise<void> {
    if (this.saved || (await this.save())) this.picks = true
  }

  /** Copies a drawing, with its words as they are. What was written for another one is given up. */
  async choose({ line, texts }: DrawingView): Promise<void> {
    this.picks = true
    if (line !== this.copy) {
      this.copy = line
      this.drawn = drawnTexts(texts).map(({ key, say }) => ({ key, say, typing: new Typing(say, longest) }))
    }
    if (this.saved || (await this.save()) || this.other) this.picks = false
  }

  /** Asks a second person to read it. Gives whether it is asked. */
  async ask(): Promise<boolean> {
    if (!(await this.save())) return false
    return this.act(async ({ sequence }) => {
      this.kept = await this.backend.staff.askWording(this.target, sequence)
    })
  }
}
