import type { Backend, BackendError } from '../../lib/backend'
import type { Setting } from '../../lib/enums'
import type { PrintersView, SettingsView, SettingView } from '../../lib/views'
import { refused } from '../refused'

/** Milliseconds without a touch until what is moved step by step is kept. */
const pause = 600

/** How this kiosk is set. What is changed is kept at once, and can be put back as long as the room is open. */
export class SettingsRoom {
  view = $state.raw<SettingsView | null>(null)
  /** What it can be printed on; null until the program has said so. */
  printing = $state.raw<PrintersView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** What is being changed. */
  at = $state<Setting | null>(null)
  /** What was kept last, '' nothing yet. */
  saved = $state<Setting | 'folder' | ''>('')
  /** What was set before it was changed here. */
  before = $state.raw<ReadonlyMap<Setting, string>>(new Map())

  #waiting: { name: Setting; value: string } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  get(name: Setting): SettingView | undefined {
    return this.view?.settings.find((setting) => setting.name === name)
  }

  async look(): Promise<void> {
    this.before = new Map()
    this.saved = ''
    await this.#keep(async () => (this.view = await this.backend.staff.settings()))
    await this.findPrinters()
  }

  /** Asks which printers there are; an answer that does not come is as good as none. */
  async findPrinters(): Promise<void> {
    this.printing = await this.backend.staff.printers().catch(() => this.printing)
  }

  open(name: Setting): void {
    this.problem = null
    this.saved = ''
    this.at = name
  }

  close(): void {
    this.at = null
    this.problem = null
    void this.#settle()
  }

  /** Sets one thing, '' as it is everywhere. */
  async change(name: Setting, value: string): Promise<void> {
    const was = this.get(name)
    if (!was || was.kept === value) return
    if (!this.before.has(name)) this.before = new Map(this.before).set(name, was.kept)
    await this.#keep(async () => {
      this.view = await this.backend.staff.changeSetting(name, value)
      this.saved = name
    })
  }

  /** The same for what is moved step by step: the last step counts. */
  step(name: Setting, value: string): void {
    this.#waiting = { name, value }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#settle(), pause)
  }

  async #settle(): Promise<void> {
    clearTimeout(this.#timer)
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting) await this.change(waiting.name, waiting.value)
  }

  /** Whether something is set otherwise than before. */
  changed(name: Setting): boolean {
    const before = this.before.get(name)
    return before !== undefined && before !== this.get(name)?.kept
  }

  /** As it was before it was changed here. */
  async undo(name: Setting): Promise<void> {
    await this.#settle()
    await this.change(name, this.before.get(name) ?? '')
  }

  async copyFolder(): Promise<void> {
    await this.#keep(async () => {
      await this.backend.staff.copyFolder()
      this.saved = 'folder'
    })
  }

  async #keep(work: () => Promise<unknown>): Promise<void> {
    this.saved = ''
    try {
      await work()
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  /** The desk is locked. */
  leave(): void {
    this.close()
    this.view = null
    this.problem = null
  }
}
