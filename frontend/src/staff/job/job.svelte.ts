import { toBackendError, type Backend } from '../../lib/backend'
import type { ProgressView } from '../../lib/views'

/** Milliseconds between two looks at a job. */
const look = 250

/** The one job that staff can have under way, and how far it is. */
export class Job {
  progress = $state.raw<ProgressView | null>(null)

  constructor(private readonly backend: Backend) {}

  get atWork(): boolean {
    return this.progress?.state === 'busy' || this.progress?.state === 'printing'
  }

  /** Starts a job and follows it until it is over. */
  async follow(start: () => Promise<void>, pages: number): Promise<void> {
    this.progress = { state: 'busy', done: 0, pages, file: '', problem: '', warnings: [] }
    try {
      await start()
      do {
        await new Promise((next) => setTimeout(next, look))
        this.progress = await this.backend.staff.progress()
      } while (this.atWork)
    } catch (err) {
      const { message } = toBackendError(err)
      this.progress = { state: 'failed', done: 0, pages: 0, file: '', problem: message, warnings: [] }
    }
  }

  async stop(): Promise<void> {
    await this.backend.staff.stop().catch(() => undefined)
  }
}
