import type { Backend, BackendError } from '../../lib/backend'
import type { FolderView, NotedView } from '../../lib/views'
import { refused } from '../refused'
import type { Job } from '../job/job.svelte'

/** How many lines the program gives at once. */
const page = 30

/** Who did what, the newest first. */
export class Trail {
  lines = $state.raw<readonly NotedView[]>([])
  /** The newest lines are shown. */
  newest = $state(true)
  problem = $state.raw<BackendError | null>(null)

  constructor(
    private readonly backend: Backend,
    readonly job: Job,
    private readonly shut: () => void,
  ) {}

  /** There may be lines before these. */
  get older(): boolean {
    return this.lines.length >= page
  }

  async look(before = 0): Promise<void> {
    try {
      this.lines = await this.backend.staff.trail(before)
      this.newest = before === 0
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  /** Goes back in time by a page. */
  back(): Promise<void> {
    return this.look(this.lines.at(-1)?.id ?? 0)
  }

  folders(): Promise<FolderView[]> {
    return this.backend.staff.folders()
  }

  save(folder: string): Promise<void> {
    return this.job.follow(() => this.backend.staff.saveTrail(folder), 1, 'files')
  }
}
