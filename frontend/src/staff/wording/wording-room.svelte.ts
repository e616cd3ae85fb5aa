import type { Backend, BackendError } from '../../lib/backend'
import type { AtDoorView, WordingView } from '../../lib/views'
import { refused } from '../refused'
import { lessonOf } from './kinds'
import { WordingEditor } from './wording-editor.svelte'

/** The sentences, numbers and orders that the office puts in the place of the province's. */
export class WordingRoom {
  list = $state.raw<readonly WordingView[]>([])
  problem = $state.raw<BackendError | null>(null)
  /** The sentence that is written. */
  editor = $state.raw<WordingEditor | null>(null)
  /** The one that a second person reads, and who could be that. */
  reads = $state.raw<{ wording: WordingView; people: readonly AtDoorView[] } | null>(null)

  /** The numbers of a lesson, its order and for whom its steps are, of which one may be chosen. */
  lesson = $state.raw<readonly WordingView[] | null>(null)
  /** Keys stand on the glass while something is written. */
  keys = $state(true)

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  async look(): Promise<void> {
    await this.#do(async () => undefined)
  }

  /** Shows what an office may say of a lesson beside its sentences. */
  async openLesson(key: string): Promise<void> {
    this.lesson = null
    await this.#do(async (staff) => {
      this.lesson = await staff.lesson(key)
    })
  }

  /** Back to the list. */
  async leaveLesson(): Promise<void> {
    this.lesson = null
    await this.look()
  }

  /** Writes in the place of a sentence. */
  async write(target: string): Promise<void> {
    const editor = new WordingEditor(this.backend, target, this.shut)
    await editor.open()
    this.editor = editor
  }

  /** Begins a service of the office's own under a tile; where that may not be, the list says why. */
  async add(topic: string): Promise<void> {
    this.lesson = null
    try {
      await this.write(await this.backend.staff.newOwn(topic))
    } catch (err) {
      await this.look()
      this.problem = refused(err, this.shut)
    }
  }

  /** Back to the list, or to the lesson; what was typed is saved first. Where that fails, who closes again leaves it. */
  async close(): Promise<void> {
    const { editor } = this
    const told = Boolean(editor?.problem)
    if (!editor || (!(await editor.save()) && editor.problem && !told)) return
    this.editor = null
    const [place] = this.lesson ?? []
    if (place) await this.openLesson(lessonOf(place.target))
    else await this.look()
  }

  /** A second person is asked: back to the list, where it waits. */
  async ask(): Promise<void> {
    if (!(await this.editor?.ask())) return
    this.editor = null
    this.lesson = null
    await this.look()
  }

  /** A second person reads what waits. */
  async read(wording: WordingView): Promise<void> {
    await this.#do(async (staff) => {
      const { people } = await staff.door()
      this.reads = { wording, people: people.filter(({ id, old }) => id !== wording.authorId && !old) }
    })
  }

  /** The second person agrees. Fails where that PIN was refused: no reason to shut the desk. */
  async agree(person: number, pin: string): Promise<void> {
    if (!this.reads) return
    const { target, sequence } = this.reads.wording
    await this.backend.staff.agreeOnWording(target, sequence, person, pin)
    this.reads = null
    await this.look()
  }

  async sendBack(): Promise<void> {
    const { reads } = this
    if (!reads) return
    await this.#do((staff) => staff.returnWording(reads.wording.target, reads.wording.sequence))
    this.reads = null
  }

  async drop(target: string): Promise<void> {
    await this.#do((staff) => staff.dropWording(target))
  }

  /** The desk is locked. */
  leave(): void {
    this.editor = null
    this.lesson = null
    this.reads = null
    this.list = []
  }

  async #do(act: (staff: Backend['staff']) => Promise<unknown>): Promise<void> {
    try {
      this.problem = null
      await act(this.backend.staff)
      this.list = await this.backend.staff.wordings()
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }
}
