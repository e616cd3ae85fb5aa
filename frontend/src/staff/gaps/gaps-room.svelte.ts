import type { Backend, BackendError } from '../../lib/backend'
import type { GapsView } from '../../lib/views'
import { refused } from '../refused'

/** What the lessons still lack here. */
export class GapsRoom {
  /** null until the program has said so. */
  view = $state.raw<GapsView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** The lesson whose lines are shown, '' none; null: nobody has chosen, and the first is. */
  open = $state<string | null>(null)
  /** Lessons that nobody has opened here are shown as well. */
  all = $state(false)

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  async look(): Promise<void> {
    try {
      this.view = await this.backend.staff.gaps()
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  /** The lesson whose lines are shown. */
  get shown(): string {
    return this.open ?? this.view?.groups.find(({ later }) => !later)?.key ?? ''
  }

  /** Shows the lines of a lesson, or folds them again. */
  unfold(key: string): void {
    this.open = this.shown === key ? '' : key
  }

  /** The desk is locked. */
  leave(): void {
    this.view = null
    this.open = null
    this.all = false
    this.problem = null
  }
}
