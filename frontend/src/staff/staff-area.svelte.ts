import { getContext, setContext } from 'svelte'
import type { Backend } from '../lib/backend'
import type { BatchView, EnteredView } from '../lib/views'
import type { Detail } from '../lib/enums'
import { GapsRoom } from './gaps/gaps-room.svelte'
import { PrintHistory } from './history/print-history.svelte'
import { GlassKeys } from './keys/glass-keys.svelte'
import { LinkRound } from './links/link-round.svelte'
import { NotesRoom } from './notes/notes-room.svelte'
import { Job } from './job/job.svelte'
import { ManualRoom } from './manual/manual-room.svelte'
import { OfficeRoom } from './office/office-room.svelte'
import { Setup } from './office/setup.svelte'
import { People } from './people/people.svelte'
import { PrintOrder } from './print/print-order.svelte'
import { SettingsRoom } from './settings/settings-room.svelte'
import { refused } from './refused'
import { Recordings } from './recordings/recordings.svelte'
import { Today } from './today/today.svelte'
import { Trail } from './trail/trail.svelte'
import { UpdateRoom } from './update/update-room.svelte'
import { WordingRoom } from './wording/wording-room.svelte'

/** The screens behind the door. */
export type StaffScreen = 'today' | 'gaps' | 'order' | 'history' | 'links' | 'notes' | 'wordings' | 'office' | 'recordings' | 'import-result' | 'clips' | 'people' | 'trail' | 'manual' | 'settings' | 'update'

/**
 * What stands behind the staff door while it is open. The door itself is in
 * the program, which refuses every call from here while it is shut.
 */
export class StaffArea {
  open = $state(false)
  /** Who opened it. */
  me = $state.raw<EnteredView | null>(null)
  screen = $state<StaffScreen>('today')
  /** The form for codes that are no service lies over the order. */
  form = $state(false)
  /** Who opened the door is changing the own PIN. */
  changing = $state(false)
  /** Ctrl+P was pressed while the door was still opening: the desk answers it. */
  early = false
  /** Where the manual was opened. */
  #before: StaffScreen = 'today'

  readonly keys = new GlassKeys()
  readonly job: Job
  readonly order: PrintOrder
  readonly history: PrintHistory
  readonly recordings: Recordings
  readonly links: LinkRound
  readonly notes: NotesRoom
  readonly wordings: WordingRoom
  readonly office: OfficeRoom
  readonly setup: Setup
  readonly people: People
  readonly trail: Trail
  readonly manual: ManualRoom
  readonly today: Today
  readonly settings: SettingsRoom
  readonly gaps: GapsRoom
  readonly updates: UpdateRoom

  constructor(private readonly backend: Backend) {
    const shut = () => (this.open = false)
    this.job = new Job(backend)
    this.order = new PrintOrder(backend, this.job, shut)
    this.history = new PrintHistory(backend, shut)
    this.links = new LinkRound(backend, shut)
    this.notes = new NotesRoom(backend, shut)
    this.wordings = new WordingRoom(backend, shut)
    this.office = new OfficeRoom(backend, shut)
    this.setup = new Setup(backend, shut)
    this.recordings = new Recordings(backend, this.job, shut)
    this.people = new People(backend, shut)
    this.trail = new Trail(backend, this.job, shut)
    this.manual = new ManualRoom(backend, this.job, shut)
    this.today = new Today(backend, this.job, shut)
    this.settings = new SettingsRoom(backend, shut)
    this.gaps = new GapsRoom(backend, shut)
    this.updates = new UpdateRoom(backend, this.job, shut)
  }

  /** Somebody came in. What another was doing stays, but not a room that is not for everybody. */
  enter(who: EnteredView): void {
    if (who.role !== 'admin' && (this.screen === 'people' || this.screen === 'trail' || this.screen === 'update')) this.screen = 'today'
    if (this.early && this.screen === 'today') this.screen = 'order'
    this.today.view = null
    this.people.forget()
    this.updates.leave()
    this.trail.lines = []
    this.changing = false
    this.me = who
    this.open = true
    if (this.screen === 'people') void this.people.look()
    else if (this.screen === 'trail') void this.trail.look()
    else if (this.screen === 'settings') void this.settings.look()
    else if (this.screen === 'update') void this.updates.look()
  }

  /** Somebody is at the open door. What the office has yet to say is asked of an admin before the desk is seen. */
  async arrive(who: EnteredView): Promise<void> {
    if (who.role === 'admin') await this.setup.begin()
    else this.setup.leave()
    this.enter(who)
    if (this.setup.step) await this.people.look()
  }

  /** Gives who opened the door a PIN that nobody else knows. */
  async ownPin(pin: string, old: string): Promise<void> {
    await this.backend.staff.ownPin(old, pin)
    if (this.me) this.me = { ...this.me, given: false }
  }

  /** Sheets for one person, or a pack for a hamlet. */
  showOrder(forHamlet: boolean): void {
    this.order.forHamlet = forHamlet
    this.screen = 'order'
  }

  async showHistory(): Promise<void> {
    this.screen = 'history'
    await this.history.look()
  }

  async showLinks(): Promise<void> {
    this.screen = 'links'
    await this.links.look()
  }

  /** walking: on the residents' own screens. */
  async showNotes(walking = false): Promise<void> {
    this.screen = 'notes'
    if (walking) this.notes.walk()
    await this.notes.look()
  }

  async showWordings(): Promise<void> {
    this.screen = 'wordings'
    this.wordings.lesson = null
    await this.wordings.look()
  }

  /** From the pencil of a note to the sentence itself; what was typed of the note is saved first. */
  async writeWording(target: string): Promise<void> {
    await this.notes.close()
    if (this.notes.editor) return
    this.notes.number = null
    this.wordings.lesson = null
    await this.wordings.write(target)
    this.screen = 'wordings'
  }

  /** One more service of the office's own, under the tile that is on the glass. */
  async addOwn(topic: string): Promise<void> {
    await this.wordings.add(topic)
    this.screen = 'wordings'
  }

  /** From the pencil of a service to its numbers and the order of its steps. */
  async openLesson(service: string): Promise<void> {
    await this.notes.close()
    if (this.notes.editor) return
    await this.wordings.openLesson(service)
    this.screen = 'wordings'
  }

  /** To the note of a place, from elsewhere. */
  async writeNote(target: string): Promise<void> {
    this.notes.walking = null
    await this.showNotes()
    await this.notes.edit(target)
  }

  /** To where residents see a service, with a pencil at each place. */
  async walkTo(service: string): Promise<void> {
    await this.showNotes()
    this.notes.walk(service)
  }

  /** To a sentence that waits for a second person. */
  async readWording(target: string): Promise<void> {
    await this.showWordings()
    const waits = this.wordings.list.find((one) => one.target === target)
    if (waits) await this.wordings.read(waits)
  }

  /** To a round of checking these links; one that is under way goes on. */
  async checkLinks(keys: readonly string[]): Promise<void> {
    await this.showLinks()
    await this.links.check(keys)
  }

  async editDetail(name: Detail): Promise<void> {
    await this.showOffice()
    await this.office.edit(name)
  }

  async showOffice(): Promise<void> {
    this.screen = 'office'
    await this.office.look()
  }

  async showPeople(): Promise<void> {
    this.screen = 'people'
    await this.people.look()
  }

  async showTrail(): Promise<void> {
    this.screen = 'trail'
    await this.trail.look()
  }

  /** Opens a chapter of the manual, or for '' its contents; the way back leads to where staff are. */
  async showManual(chapter: string): Promise<void> {
    if (this.screen !== 'manual') this.#before = this.screen
    this.screen = 'manual'
    this.manual.name = chapter
    await this.manual.look()
  }

  leaveManual(): void {
    this.screen = this.#before
  }

  async showSettings(): Promise<void> {
    this.screen = 'settings'
    await this.settings.look()
  }

  async showUpdates(): Promise<void> {
    this.screen = 'update'
    await this.updates.look()
  }

  /** Makes room for the PC's other programs; the desk is shut, and what was put together stays. False: there is no window. */
  stepAside(): Promise<boolean> {
    return this.#ofWindow(() => this.backend.staff.stepAside())
  }

  /** Closes the kiosk. False: there is no window. */
  leave(): Promise<boolean> {
    return this.#ofWindow(() => this.backend.staff.leave())
  }

  async #ofWindow(ask: () => Promise<void>): Promise<boolean> {
    try {
      await ask()
      return true
    } catch (err) {
      await this.showSettings()
      this.settings.problem = refused(err, () => (this.open = false))
      return false
    }
  }

  /** Orders an old batch again, as it would be printed today. */
  again(batch: BatchView): void {
    this.order.repeat(batch)
    this.screen = 'order'
  }

  /** Nothing that was put together is kept. */
  clear(): void {
    this.order.clear()
    this.order.forHamlet = false
    this.screen = 'today'
    this.notes.leave()
    this.wordings.leave()
    this.office.leave()
    this.gaps.leave()
    this.setup.leave()
    this.settings.leave()
    this.updates.leave()
    this.job.dismiss()
  }
}

const key = Symbol('staff area')

// What staff have put together outlives the screen: a resident comes in
// between, or nobody touches the desk for a while. The door shuts all the same.
const areas = new WeakMap<Backend, StaffArea>()

export function provideStaffArea(backend: Backend): StaffArea {
  const area = areas.get(backend) ?? new StaffArea(backend)
  areas.set(backend, area)
  area.open = false
  area.form = false
  return setContext(key, area)
}

export function useStaffArea(): StaffArea {
  return getContext<StaffArea>(key)
}
