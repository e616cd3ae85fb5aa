import { toBackendError, type Backend, type BackendError } from '../../lib/backend'
import type { UpdateFileView, UpdatesView } from '../../lib/views'
import type { Job } from '../job/job.svelte'
import { refused } from '../refused'

/** How far somebody has come who brings an update on a stick; '': nobody does. */
export type Step = '' | 'files' | 'reading' | 'offer' | 'pin' | 'taking' | 'taken' | 'failed'

/** Which version of the program runs, and how another comes in. Only the program decides what it takes, and from whom. */
export class UpdateRoom {
  view = $state.raw<UpdatesView | null>(null)
  /** The files that may be updates; null until the program has looked. */
  files = $state.raw<readonly UpdateFileView[] | null>(null)
  step = $state<Step>('')
  problem = $state.raw<BackendError | null>(null)
  /** Why a file was not taken. */
  failure = $state('')
  /** The version that was taken, or called off, just now. */
  taken = $state('')
  dropped = $state('')

  constructor(
    private readonly backend: Backend,
    readonly job: Job,
    private readonly shut: () => void,
  ) {}

  async look(): Promise<void> {
    this.dropped = ''
    await this.#keep(async () => (this.view = await this.backend.staff.updates()))
  }

  /** Looks on sticks for what may be an update. */
  async find(): Promise<void> {
    this.step = 'files'
    this.files = null
    this.dropped = ''
    await this.#try(async () => (this.files = await this.backend.staff.updateFiles()))
  }

  /** Has the program read a file, all of it. */
  async read(path: string): Promise<void> {
    this.step = 'reading'
    await this.#work(() => this.backend.staff.checkUpdate(path), () => (this.view?.offer ? 'offer' : 'files'))
  }

  askPin(): void {
    this.step = 'pin'
  }

  /** Takes what was read. Fails where the PIN was refused: no reason to shut the desk. */
  async take(pin: string): Promise<void> {
    this.taken = this.view?.offer?.version ?? ''
    await this.backend.staff.takeUpdate(pin)
    this.step = 'taking'
    await this.#work(() => Promise.resolve(), () => 'taken')
  }

  /** The version that waits is not put in. */
  async cancel(): Promise<void> {
    const version = this.view?.waiting?.version ?? ''
    await this.#keep(async () => {
      await this.backend.staff.cancelUpdate()
      this.view = await this.backend.staff.updates()
      this.dropped = version
    })
  }

  /** Whoever leaves while a file is read does not want it; what is being taken is not left half. */
  async close(): Promise<void> {
    if (this.step === 'taking') return
    if (this.step === 'reading') await this.job.stop()
    this.step = ''
    this.failure = ''
    this.job.dismiss()
  }

  /** The desk is locked. */
  leave(): void {
    this.step = ''
    this.view = null
    this.files = null
    this.problem = null
    this.failure = this.taken = this.dropped = ''
  }

  /** Follows work of the program to its end, and to the step after it. */
  async #work(start: () => Promise<void>, next: () => Step): Promise<void> {
    const { step } = this
    await this.#try(async () => {
      await this.job.follow(start, 0, 'files')
      const { progress } = this.job
      if (this.step !== step) return // left meanwhile
      if (progress?.state !== 'done') {
        this.#fail(progress?.problem ?? '')
        return
      }
      this.view = await this.backend.staff.updates()
      this.step = next()
    })
  }

  #fail(why: string): void {
    this.failure = why
    this.step = 'failed'
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (err) {
      const { code, message } = toBackendError(err)
      if (code === 'denied') this.shut()
      this.#fail(message)
    }
  }

  async #keep(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }
}
