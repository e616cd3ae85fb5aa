import type { Backend, BackendError } from '../../lib/backend'
import { m } from '../../lib/strings'
import { Typing } from '../../components/keyboard/typing.svelte'
import type { BatchView, FolderView, FormView, HitView, Layout, LayoutView, OrderView, PaperView, PreviewView, PrintersView, RulerView, UnfinishedView } from '../../lib/views'
import { withHit, type Chosen } from '../service-picker/chosen'
import { refused } from '../refused'
import type { Job } from '../job/job.svelte'
import { fill } from './counts'

/** Stands on the preview until the hamlet has its name. */
const unnamed = '…'

/** One line of the order: a service or a code, and how many there are of it. */
export interface Row extends Chosen {
  count: number
}

const keyOf = (form: FormView): string => `${form.kind} ${form.name} ${form.phone}`
const titleOf = (form: FormView): string => (form.kind === 'wifi' ? 'Wi-Fi' : `${form.name}, ${form.phone}`)

/** An order for paper as staff put it together, how it would look, and what prints it. */
export class PrintOrder {
  chosen = $state.raw<readonly Chosen[]>([])
  /** Codes that are no service: to call, to keep, to join the Wi-Fi. */
  forms = $state.raw<readonly FormView[]>([])
  layout = $state<Layout>('a5')
  start = $state(1)
  large = $state(false)
  /** Paper for every household of one hamlet, not for one person. */
  forHamlet = $state(false)
  readonly naming = new Typing()
  households = $state(30)

  /** What paper there is; null until the program has said so. */
  paper = $state.raw<PaperView | null>(null)
  /** What it can be printed on; null until the program has said so. */
  printing = $state.raw<PrintersView | null>(null)
  /** The order that came out last. */
  #out = $state('')
  preview = $state.raw<PreviewView | null>(null)
  problem = $state.raw<BackendError | null>(null)
  /** A job that was cut off, until staff say what is to become of it. */
  unfinished = $state.raw<UnfinishedView | null>(null)
  /** The page of the preview, from 1. */
  page = $state(1)

  /** Counts that staff have set, by the key of the row. */
  #set = $state.raw<ReadonlyMap<string, number>>(new Map())
  #ticket = 0

  constructor(
    private readonly backend: Backend,
    readonly job: Job,
    private readonly shut: () => void,
  ) {}

  /** What is on the paper, and how many of each: the number shown is what comes out. */
  get rows(): readonly Row[] {
    const list = [...this.chosen, ...this.forms.map((form) => ({ key: keyOf(form), title: titleOf(form) }))]
    const counts = fill(list.map(({ key }) => this.#set.get(key) ?? null), this.cells, this.start)
    return list.map((row, i) => ({ ...row, count: counts[i] ?? 1 }))
  }

  /** The name of the hamlet, as it is typed. */
  get hamlet(): string {
    return this.naming.text
  }

  set hamlet(name: string) {
    this.naming.replace(name)
  }

  get empty(): boolean {
    return this.chosen.length + this.forms.length === 0
  }

  get #said(): string {
    return JSON.stringify(this.view)
  }

  /** Something is chosen that has not come out yet, as it stands now. */
  get pending(): boolean {
    return !this.empty && this.#said !== this.#out
  }

  /** The layout that comes out of the printer, with its shape. */
  get look(): LayoutView | undefined {
    return this.paper?.layouts.find(({ name }) => name === this.#paper)
  }

  /** Places on a sheet. */
  get cells(): number {
    const look = this.paper?.layouts.find(({ name }) => name === this.layout)
    return look && !look.folded ? look.columns * look.rows : 1
  }

  /** What has to be chosen or typed before anything can be printed, in words; "": nothing. */
  get missing(): string {
    if (this.empty) return m.staff_choose_first()
    return this.forHamlet && this.hamlet.trim() === '' ? m.staff_hamlet_first() : ''
  }

  /** The order as the program takes it. */
  get view(): OrderView {
    const counts = this.rows.map(({ count }) => count)
    return {
      services: this.chosen.map((c) => c.key),
      codes: [...this.forms],
      layout: this.layout,
      copies: Math.max(1, ...counts),
      counts: this.forHamlet ? [] : counts,
      start: this.start,
      large: this.large,
      team: '',
      hamlet: this.forHamlet ? this.hamlet.trim() || unnamed : '',
      households: this.households,
    }
  }

  add(hit: HitView): void {
    this.chosen = withHit(this.chosen, hit)
  }

  /** Adds a service that is known by its key. */
  addKnown(service: Chosen): void {
    if (!this.chosen.some(({ key }) => key === service.key)) this.chosen = [...this.chosen, { key: service.key, title: service.title }]
  }

  remove(key: string): void {
    this.chosen = this.chosen.filter((c) => c.key !== key)
    this.forms = this.forms.filter((form) => keyOf(form) !== key)
    this.#set = new Map([...this.#set].filter(([set]) => set !== key))
  }

  addForm(form: FormView): void {
    this.forms = [...this.forms.filter((f) => f.kind !== form.kind || f.phone !== form.phone), form]
  }

  /** Takes everything out; the paper stays as it was. */
  clear(): void {
    this.chosen = []
    this.forms = []
    this.#set = new Map()
    this.hamlet = ''
    this.start = 1
    this.preview = null
    this.problem = null
  }

  setHouseholds(households: number): void {
    this.households = Math.min(this.paper?.maxHouseholds ?? Infinity, Math.max(1, households))
  }

  choose(layout: Layout): void {
    this.layout = layout
    this.start = 1
  }

  setCount(key: string, count: number): void {
    this.#set = new Map([...this.#set, [key, Math.min(this.paper?.maxCopies ?? Infinity, Math.max(1, Math.round(count)))]])
  }

  setStart(start: number): void {
    this.start = Math.min(this.cells, Math.max(1, start))
  }

  /** Asks what paper there is and what is often printed; asked when the order is shown. */
  async findPaper(): Promise<void> {
    this.paper = await this.backend.staff.paper().catch(() => this.paper)
    if (this.paper) this.naming.max = this.paper.maxHamletName
  }

  /** Asks what it can be printed on; an answer that does not come is as good as none. */
  async findPrinters(): Promise<void> {
    const none: PrintersView = { printers: [], chosen: '', gone: '', problem: '' }
    this.printing = await this.backend.staff.printers().catch(() => this.printing ?? none)
  }

  /** Asks how it would look; of several questions the last answer counts. */
  async ask(): Promise<void> {
    const ticket = ++this.#ticket
    if (this.empty) {
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
    void this.ask()
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

  print(printer: string): Promise<void> {
    return this.#follow(() => this.backend.staff.print(this.view, printer))
  }

  save(folder: string): Promise<void> {
    return this.#follow(() => this.backend.staff.save(this.view, folder))
  }

  async #follow(start: () => Promise<void>, pages = this.preview?.pages ?? 1): Promise<void> {
    const asked = this.#said
    await this.job.follow(start, pages, 'paper')
    if (this.job.progress?.state === 'done') this.#out = asked
    await Promise.all([this.findPaper(), this.findPrinters()])
  }

  /** Takes over what an old batch was of. */
  repeat(batch: BatchView): void {
    this.clear()
    this.chosen = batch.services.map(({ key, title }) => ({ key, title }))
    this.forHamlet = batch.hamlet !== ''
    if (this.forHamlet) {
      this.hamlet = batch.hamlet
      this.setHouseholds(batch.copies)
      return
    }
    this.choose(batch.layout)
    for (const { key, copies } of batch.services) this.setCount(key, copies)
  }

  #refused(err: unknown): void {
    this.problem = refused(err, this.shut)
  }
}
