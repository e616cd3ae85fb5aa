import { Typing } from '../../components/keyboard/typing.svelte'
import type { Backend } from '../../lib/backend'
import type { NoteView } from '../../lib/views'
import { Draft, type Sent } from '../draft/draft.svelte'

/** Letters that a note may have; the program counts the same. */
const longest = 200

/** One note while it is written. */
export class NoteEditor extends Draft<NoteView> {
  readonly typing = new Typing('', longest)

  constructor(
    private readonly backend: Backend,
    readonly target: string,
    shut: () => void,
    /** Words to begin with in the place of what is kept. */
    private readonly first = '',
  ) {
    super(shut)
  }

  get text(): string {
    return this.typing.text
  }

  /** Residents see just what is in the field. */
  get shown(): boolean {
    const { kept } = this
    return kept !== null && this.saved && kept.shown !== '' && !kept.parked && kept.shown === kept.draft
  }

  protected load(): Promise<NoteView> {
    return this.backend.staff.note(this.target)
  }

  protected words({ draft }: NoteView): string {
    return draft
  }

  protected fill({ draft }: NoteView): void {
    this.typing.replace(this.first || draft)
  }

  protected async send(sequence: number, { lessons }: NoteView): Promise<Sent<NoteView>> {
    const { kept, note } = await this.backend.staff.saveNote(this.target, this.text, sequence)
    return { kept, now: { ...note, lessons } }
  }

  /** Puts what is in the field before residents. Gives whether they see it. */
  async show(): Promise<boolean> {
    if (!(await this.save())) return false
    return this.act(async ({ sequence, lessons }) => {
      this.kept = { ...(await this.backend.staff.showNote(this.target, sequence)), lessons }
    })
  }

  /** Takes the note away. Gives whether it is gone. */
  async take(): Promise<boolean> {
    await this.rest()
    return this.act(async () => {
      await this.backend.staff.takeNote(this.target)
      this.kept = await this.backend.staff.note(this.target)
      this.typing.clear()
      this.settle()
    })
  }

  /** Hides the service of which this is the place, or shows it again. Gives whether that is done. */
  async hide(): Promise<boolean> {
    await this.save()
    return this.act(({ hidden }) => (hidden ? this.backend.staff.bringBack(this.target) : this.backend.staff.takeAway(this.target)))
  }
}
