import type { Backend, BackendError } from '../../lib/backend'
import type { BatchView } from '../../lib/views'
import { refused } from '../refused'

/** What was printed in this office, and what of it has to be replaced. */
export class PrintHistory {
  batches = $state.raw<readonly BatchView[]>([])
  problem = $state.raw<BackendError | null>(null)

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  private asked = 0

  /** What comes late of an earlier question is not shown over what came of a later one. */
  async look(): Promise<void> {
    const mine = ++this.asked
    try {
      const batches = await this.backend.staff.history()
      if (mine !== this.asked) return
      this.batches = batches
      this.problem = null
    } catch (err) {
      if (mine === this.asked) this.problem = refused(err, this.shut)
    }
  }

  /** Notes that a batch was replaced everywhere. */
  async retire(id: number): Promise<void> {
    let problem: BackendError | null = null
    await this.backend.staff.retire(id).catch((err: unknown) => (problem = refused(err, this.shut)))
    await this.look()
    this.problem ??= problem
  }
}
