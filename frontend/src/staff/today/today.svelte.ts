import type { Backend, BackendError } from '../../lib/backend'
import type { BackupView, FolderView, TodayView } from '../../lib/views'
import { refused } from '../refused'
import type { Job } from '../job/job.svelte'

/** What there is to do, and the copy of what the office has made. */
export class Today {
  /** null until the program has said so. */
  view = $state.raw<TodayView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** What is in the copy that was made just now. */
  copied = $state.raw<BackupView | null>(null)

  constructor(
    private readonly backend: Backend,
    readonly job: Job,
    private readonly shut: () => void,
  ) {}

  async look(): Promise<void> {
    try {
      this.view = await this.backend.staff.today()
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  folders(): Promise<FolderView[]> {
    return this.backend.staff.folders()
  }

  /** Saves for the province what many residents looked for in vain. */
  saveMissed(folder: string): Promise<void> {
    return this.job.follow(() => this.backend.staff.saveMissed(folder), 1, 'files')
  }

  async backup(folder: string): Promise<void> {
    this.copied = null
    await this.job.follow(() => this.backend.staff.backup(folder), 1, 'files')
    if (this.job.progress?.state !== 'done') return
    await this.look()
    this.copied = this.view?.backup ?? null
  }
}
