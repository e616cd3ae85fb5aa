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

  async look(): Promise<void> {
    try {
      this.batches = await this.backend.staff.history()
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
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
