import type { Backend } from '../../lib/backend'
import type { WordingView } from '../../lib/views'
import { Draft, type Sent } from '../draft/draft.svelte'
import { isoDay, writtenDay } from './days'

const fields = ['say', 'more', 'source', 'dated', 'from'] as const

/** What is typed, each in a field of its own: days as people write them. */
class Fields {
  say = $state('')
  more = $state('')
  source = $state('')
  dated = $state('')
  from = $state('')
}

/** A sentence of a lesson while it is written. */
export class WordingEditor extends Draft<WordingView> {
  readonly typed = new Fields()

  constructor(
    private readonly backend: Backend,
    readonly target: string,
    shut: () => void,
  ) {
    super(shut)
  }

  /** A line for each field, days as the program has them. */
  get text(): string {
    const { say, more, source, dated, from } = this.typed
    return [say, more, source, isoDay(dated), isoDay(from)].join('\n')
  }

  protected load(): Promise<WordingView> {
    return this.backend.staff.wording(this.target)
  }

  protected words({ draft }: WordingView): string {
    return fields.map((field) => draft[field]).join('\n')
  }

  protected fill({ draft }: WordingView): void {
    Object.assign(this.typed, { ...draft, dated: writtenDay(draft.dated), from: writtenDay(draft.from) })
  }

  protected async send(sequence: number): Promise<Sent<WordingView>> {
    const { say, more, source, dated, from } = this.typed
    const { kept, wording } = await this.backend.staff.saveWording(this.target, { say, more, source, dated: isoDay(dated), from: isoDay(from) }, sequence)
    return { kept, now: wording }
  }

  /** Asks a second person to read it. Gives whether it is asked. */
  async ask(): Promise<boolean> {
    if (!(await this.save())) return false
    return this.act(async ({ sequence }) => {
      this.kept = await this.backend.staff.askWording(this.target, sequence)
    })
  }
}
