import type { Backend, BackendError } from '../../lib/backend'
import type { BatchView, FolderView, FormView, HitView, Layout, OrderView, PaperView, PreviewView, PrinterView, RulerView, UnfinishedView } from '../../lib/views'
import { withHit, type Chosen } from '../service-picker/chosen'
import { refused } from '../refused'
import type { Job } from '../job/job.svelte'

/** Stands on the preview until the hamlet has its name. */
const unnamed = '…'

/** An order for paper as staff put it together, how it would look, and what prints it. */
export class PrintOrder {
  chosen = $state.raw<readonly Chosen[]>([])
  /** Codes that are no service: to call, to keep, to join the Wi-Fi. */
  forms = $state.raw<readonly FormView[]>([])
  layout = $state<Layout>('a5')
  copies = $state(1)
  start = $state(1)
  large = $state(false)
  /** Paper for every household of one hamlet, not for one person. */
  forHamlet = $state(false)
  hamlet = $state('')
  households = $state(30)

  /** What paper there is; null until the program has said so. */
  paper = $state.raw<PaperView | null>(null)
  preview = $state.raw<PreviewView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** A job that was cut off, until staff say what is to become of it. */
  unfinished = $state.raw<UnfinishedView | null>(null)
  /** The page of the preview, from 1. */
  page = $state(1)

  #ticket = 0

  constructor(
    private readonly backend: Backend,
    readonly job: Job,
    private readonly shut: () => void,
  ) {}

  /** The order as the program takes it. */
  get view(): OrderView {
    return {
      services: this.chosen.map((c) => c.key),
      layout: this.layout,
      copies: this.copies,
      start: this.start,
      large: this.large,
      team: '',
      forms: [...this.forms],
      hamlet: this.forHamlet ? this.hamlet.trim() || unnamed : '',
      households: this.households,
    }
  }

  add(hit: HitView): void {
    this.chosen = withHit(this.chosen, hit)
  }

  remove(key: string): void {
    this.chosen = this.chosen.filter((c) => c.key !== key)
  }

  addForm(form: FormView): void {
    this.forms = [...this.forms.filter((f) => f.kind !== form.kind || f.phone !== form.phone), form]
  }

  removeForm(form: FormView): void {
    this.forms = this.forms.filter((f) => f !== form)
  }

  chooseHamlet(): void {
    this.forHamlet = true
  }

  setHouseholds(households: number): void {
    this.households = Math.min(this.paper?.maxHouseholds ?? Infinity, Math.max(1, households))
  }

  choose(layout: Layout): void {
    this.forHamlet = false
    this.layout = layout
    this.start = 1
  }

  setCopies(copies: number): void {
    this.copies = Math.min(this.paper?.maxCopies ?? Infinity, Math.max(1, copies))
  }

  setStart(start: number): void {
    this.start = Math.min(this.preview?.cells ?? 1, Math.max(1, start))
  }

  /** Asks what paper there is; asked when the order is shown. */
  async findPaper(): Promise<void> {
    this.paper ??= await this.backend.staff.paper().catch(() => null)
  }

  /** Asks how it would look; of several questions the last answer counts. */
  async look(): Promise<void> {
    const ticket = ++this.#ticket
    if (this.chosen.length + this.forms.length === 0) {
      this.preview = null
      this.problem = null
      return
    }
    try {
      const preview = await this.backend.staff.preview(this.view, this.page)
      if (ticket !== this.#ticket) return
      this.preview = preview
      this.page = preview.page
      this.problem = null
    } catch (err) {
      if (ticket !== this.#ticket) return
      this.preview = null
      this.#refused(err)
    }
  }

  turn(pages: number): void {
    this.page = Math.min(this.preview?.pages ?? 1, Math.max(1, this.page + pages))
    void this.look()
  }

  /** Looks whether a job was cut off; asked whenever the order is shown. */
  async findUnfinished(): Promise<void> {
    const job = await this.backend.staff.unfinished().catch(() => null)
    this.unfinished = job?.title ? job : null
  }

  /** Leaves the unfinished job for the next time. */
  later(): void {
    this.unfinished = null
  }

  resume(from: number): Promise<void> {
    const pages = this.unfinished?.pages ?? 1
    this.unfinished = null
    return this.#follow(() => this.backend.staff.resume(from), pages)
  }

  async forget(): Promise<void> {
    this.unfinished = null
    await this.backend.staff.forget().catch((err: unknown) => this.#refused(err))
  }

  /** The layout that comes out of the printer. */
  get #paper(): Layout {
    return (this.forHamlet && this.paper?.hamletLayout) || this.layout
  }

  ruler(printer: string): Promise<RulerView> {
    return this.backend.staff.ruler(printer, this.#paper)
  }

  printRuler(printer: string): Promise<void> {
    return this.backend.staff.printRuler(printer, this.#paper)
  }

  calibrate(printer: string, across: number, down: number): Promise<void> {
    return this.backend.staff.calibrate(printer, this.#paper, across, down)
  }

  folders(): Promise<FolderView[]> {
    return this.backend.staff.folders()
  }

  printers(): Promise<PrinterView[]> {
    return this.backend.staff.printers()
  }

  print(printer: string): Promise<void> {
    return this.#follow(() => this.backend.staff.print(this.view, printer))
  }

  save(folder: string): Promise<void> {
    return this.#follow(() => this.backend.staff.save(this.view, folder))
  }

  #follow(start: () => Promise<void>, pages = this.preview?.pages ?? 1): Promise<void> {
    return this.job.follow(start, pages)
  }

  /** Takes over what an old batch was of. */
  repeat(batch: BatchView): void {
    this.chosen = batch.services.map(({ key, title }) => ({ key, title }))
    this.forms = []
    this.choose(batch.layout)
    this.setCopies(batch.copies)
  }

  #refused(err: unknown): void {
    this.problem = refused(err, this.shut)
  }
}
