import type { Backend, BackendError } from '../../lib/backend'
import type { Detail } from '../../lib/enums'
import type { CommuneView } from '../../lib/views'
import { refused } from '../refused'
import { DetailEditor } from './detail-editor.svelte'

/** What the office says of itself: all of it, and what changed. */
export class OfficeRoom {
  view = $state.raw<CommuneView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** The detail that is written. */
  editor = $state.raw<DetailEditor | null>(null)

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  async look(): Promise<void> {
    try {
      this.view = await this.backend.staff.commune()
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  /** Writes a detail. first: words to begin with. Its fields are there once they have what is kept: no letter is typed before. */
  async edit(name: Detail, first?: string): Promise<void> {
    const editor = new DetailEditor(this.backend, name, this.shut, first)
    await editor.open()
    this.editor = editor
  }

  /** Nobody writes any more; what was typed is saved first. Where that fails, who closes again leaves it. */
  async close(): Promise<void> {
    const { editor } = this
    const told = Boolean(editor?.problem)
    if (!editor || (!(await editor.save()) && editor.problem && !told)) return
    this.editor = null
    await this.look()
  }

  /** Residents see what is written. */
  async show(): Promise<void> {
    if (!(await this.editor?.show())) return
    this.editor = null
    await this.look()
  }

  /** The desk is locked. */
  leave(): void {
    this.editor = null
    this.view = null
  }
}
