import { toBackendError, type Backend } from '../../lib/backend'
import type { ProgressView } from '../../lib/views'

/** Milliseconds between two looks at a job. */
const look = 250

/** What a job is for: whose screen shows how far it is. */
export type Purpose = 'paper' | 'files'

const nothing = { done: 0, pages: 0, file: '', problem: '', warnings: [] }

/** The one job that staff can have under way, and how far it is. */
export class Job {
  progress = $state.raw<ProgressView | null>(null)
  purpose = $state<Purpose>('paper')

  #starting: Promise<void> | undefined

  constructor(private readonly backend: Backend) {}

  get atWork(): boolean {
    return this.progress?.state === 'busy' || this.progress?.state === 'printing'
  }

  /** How far the job is, for the screen that it concerns. */
  of(purpose: Purpose): ProgressView | null {
    return this.purpose === purpose ? this.progress : null
  }

  /** Starts a job and follows it until it is over. A job that is under way is left alone. */
  async follow(start: () => Promise<void>, pages: number, purpose: Purpose): Promise<void> {
    this.purpose = purpose
    this.progress = { ...nothing, state: 'busy', pages }
    this.#starting = start()
    try {
      await this.#starting
    } catch (err) {
      this.progress = { ...nothing, state: 'failed', problem: toBackendError(err).message }
      return
    }
    await this.#watch()
  }

  /** Follows a job that is under way already: staff left the desk meanwhile. */
  async attach(): Promise<void> {
    if (this.atWork) return
    const found = await this.backend.staff.progress().catch(() => null)
    if (this.atWork || (found?.state !== 'busy' && found?.state !== 'printing')) return
    this.progress = found
    await this.#watch()
  }

  async #watch(): Promise<void> {
    try {
      do {
        await new Promise((next) => setTimeout(next, look))
        this.progress = await this.backend.staff.progress()
      } while (this.atWork)
    } catch (err) {
      const { code, message } = toBackendError(err)
      // The door has shut behind who left: the job goes on, and is found again.
      this.progress = code === 'denied' ? null : { ...nothing, state: 'failed', problem: message }
    }
  }

  /** What it came to has been read. */
  dismiss(): void {
    if (!this.atWork) this.progress = null
  }

  /** Stops what is done, once it has begun: who is quick is not passed over. */
  async stop(): Promise<void> {
    await this.#starting?.catch(() => undefined)
    await this.backend.staff.stop().catch(() => undefined)
  }
}
