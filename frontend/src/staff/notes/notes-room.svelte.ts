import type { Backend, BackendError } from '../../lib/backend'
import type { Screen } from '../../lib/session.svelte'
import type { NotesView, WordingView } from '../../lib/views'
import { refused } from '../refused'
import { isFact } from '../wording/kinds'
import { NoteEditor } from './note-editor.svelte'

/** What the office notes beside the pack: all of it as a list, and where residents see it. */
export class NotesRoom {
  view = $state.raw<NotesView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** The way to the resident's screen on the glass; null: the list is. */
  walking = $state.raw<readonly Screen[] | null>(null)
  /** The note that is written. */
  editor = $state.raw<NoteEditor | null>(null)

  /** The number of which staff say whether it is true. */
  number = $state.raw<{ target: string; on: string } | null>(null)
  /** Of that number, what the office has agreed to say itself; null where it may not. */
  own = $state.raw<WordingView | null>(null)

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  async look(): Promise<void> {
    await this.#do(async () => {
      this.view = await this.backend.staff.notes()
    })
  }

  /** Goes to where residents see a service, or to their first screen. */
  walk(service?: string): void {
    this.walking = [{ name: 'home' }, ...(service ? [{ name: 'service', service } as const] : [])]
  }

  /** Back to the list. */
  async stop(): Promise<void> {
    this.walking = null
    await this.look()
  }

  /** Writes the note of a place. first: words to begin with. The field is there once it has what is kept: no letter is typed before. */
  async edit(target: string, first = ''): Promise<void> {
    const editor = new NoteEditor(this.backend, target, this.shut, first)
    await editor.open()
    this.editor = editor
  }

  /** Nobody writes any more; what was typed is saved first. Where that fails, who closes again leaves it. */
  async close(): Promise<void> {
    const { editor } = this
    const told = Boolean(editor?.problem)
    if (!editor || (!(await editor.save()) && editor.problem && !told)) return
    this.editor = null
    if (!this.walking) await this.look()
  }

  async take(target: string): Promise<void> {
    await this.#do(async () => {
      await this.backend.staff.takeNote(target)
      this.view = await this.backend.staff.notes()
    })
  }

  /** Takes a service or a number from residents, or gives it back. Gives whether that is done. */
  async away(target: string, back: boolean): Promise<boolean> {
    await this.#do(async () => {
      const { staff } = this.backend
      await (back ? staff.bringBack(target) : staff.takeAway(target))
      this.view = await staff.notes()
    })
    return this.problem === null
  }

  /** Staff say of a number whether it is true, or write another one. */
  async doubt(target: string, on: string): Promise<void> {
    this.own = null
    await this.#do(async () => {
      if (isFact(target)) this.own = await this.backend.staff.wording(target)
    })
    this.number = { target, on }
  }

  /** Residents read the province's number again. Gives whether that is done. */
  async dropOwn(target: string): Promise<boolean> {
    await this.#do(() => this.backend.staff.dropWording(target))
    return this.problem === null
  }

  /** Whether residents are told to ask staff there. */
  gone(target: string): boolean {
    return this.view?.away.some((one) => one.target === target && !one.over) ?? false
  }

  /** The desk is locked. */
  leave(): void {
    this.walking = null
    this.editor = null
    this.number = null
    this.view = null
    this.problem = null
  }

  async #do(act: () => Promise<void>): Promise<void> {
    try {
      this.problem = null
      await act()
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }
}
