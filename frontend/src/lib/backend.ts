// The only door to the program, with the staff's calls behind it in
// backend-staff.ts. Everything else asks for a Backend and can be given another
// one in tests.

import * as resident from '../../wailsjs/go/desktop/Resident'
import { EventsOn } from '../../wailsjs/runtime/runtime'
import type { CountEvent, Detail, Role, Setting } from './enums'
import type {
  BatchView,
  BeatView,
  JudgedView,
  LinkCodeView,
  LinksView,
  ManualChapterView,
  LinkVerdict,
  NotesView,
  NoteView,
  SavedNoteView,
  SavedWordingView,
  CommuneView,
  DetailView,
  DrawingView,
  SavedDetailView,
  SettingsView,
  BootView,
  ClipView,
  CodesView,
  DoorView,
  EnteredView,
  EntryView,
  FolderView,
  GapsView,
  IntakeView,
  Layout,
  NotedView,
  OrderView,
  PaperView,
  PersonView,
  PreviewView,
  PrintersView,
  ProgressView,
  RecordingView,
  RehearsalView,
  RulerView,
  SearchView,
  ServiceView,
  SpeakView,
  SpokenView,
  TodayView,
  TopicPageView,
  TrialView,
  UnfinishedView,
  UpdateFileView,
  UpdatesView,
  VoicesView,
  WalkView,
  WifiView,
  WordingText,
  WordingView,
} from './views'
import type { TextSize } from './session.svelte'
import { sent, type Wire } from './wire'

export type Answers = Readonly<Record<string, string>>

export interface Backend {
  boot(lang: string): Promise<BootView>
  topic(key: string, lang: string): Promise<TopicPageView>
  service(key: string, lang: string): Promise<ServiceView>
  /** size: of the letters in the drawings. */
  walk(key: string, answers: Answers, lang: string, size: TextSize): Promise<WalkView>
  rehearsal(key: string, answers: Answers, lang: string, size: TextSize): Promise<RehearsalView>
  /** The steps for which one step of a lesson stands. */
  skill(key: string, skill: string, lang: string, size: TextSize): Promise<RehearsalView>
  codes(key: string, lang: string): Promise<CodesView>
  /** The code to practise scanning with. */
  trial(lang: string): Promise<TrialView>
  search(query: string, lang: string): Promise<SearchView>
  /** A procedure of the national catalogue, by its page id. */
  entry(id: string, lang: string): Promise<EntryView>
  /** Who can read aloud. */
  voices(): Promise<VoicesView>
  /** How a unit is spoken: its sentences, and the sounds for them. */
  speak(unit: SpeakView): Promise<SpokenView>
  /** The code that joins a phone to the office's network. */
  wifi(): Promise<WifiView>
  /** Prints a resident's own papers; nothing of the answers is kept. */
  slip(service: string, answers: Answers, lang: string): Promise<void>
  /** Counts a query that found nothing; the program checks that and drops numbers. */
  missed(query: string): void
  /** Adds one to a count. A count that is lost never disturbs the resident. */
  count(service: string, event: CountEvent, detail: string, lang: string): void
  /** Says, once, that the first screen is on the glass. */
  ready(): void
  /** Says that the page lives, to who watches over the window. */
  beat(mark: BeatView): void
  /** The visit is over: the program forgets its part of it. */
  endSession(): void
  /** Calls tell whenever someone tries to close the full-screen window. */
  onCloseAsked(tell: () => void): () => void
  /** Calls tell when a new program that is tried has proven itself. */
  onProven(tell: () => void): () => void
  readonly staff: StaffBackend
}

/** What only staff may do; the program refuses it while the door is shut. */
export interface StaffBackend {
  door(): Promise<DoorView>
  /** Shows the set-up code, after which the first PIN can be chosen. */
  enterCode(code: string): Promise<void>
  /** Shows the recovery code of an admin, after which another PIN can be chosen. */
  recover(id: number, code: string): Promise<void>
  /** Chooses a name and a PIN, after a code or the office's one PIN of before, and opens the door. */
  choose(name: string, pin: string): Promise<EnteredView>
  unlock(id: number, pin: string): Promise<EnteredView>
  lock(): Promise<void>
  /** Gives who opened the door another PIN, for the old one. */
  ownPin(old: string, pin: string): Promise<void>
  people(): Promise<PersonView[]>
  /** A question of the set-up is answered later. */
  putOff(step: string): Promise<void>
  addPerson(name: string, role: Role, pin: string): Promise<void>
  changePerson(id: number, name: string, role: Role): Promise<void>
  givePin(id: number, pin: string): Promise<void>
  removePerson(id: number): Promise<void>
  /** Makes another recovery code, to be shown once. */
  newRecovery(): Promise<string>
  /** The recovery code is on paper: it does not come again. */
  recoveryWritten(): Promise<void>
  /** The lines from before one of them, 0 for the newest. */
  trail(before: number): Promise<NotedView[]>
  saveTrail(folder: string): Promise<void>
  /** How the desk is used: the chapters of the manual. */
  manual(): Promise<ManualChapterView[]>
  /** A chapter, or all of it for ''. */
  printManual(chapter: string, printer: string): Promise<void>
  saveManual(chapter: string, folder: string): Promise<void>
  /** What there is to do. */
  today(): Promise<TodayView>
  /** What the lessons still lack here. */
  gaps(): Promise<GapsView>
  /** Starts saving what residents looked for in vain, for the province: only what many have typed. */
  saveMissed(folder: string): Promise<void>
  /** Starts copying what the office has made into a folder. */
  backup(folder: string): Promise<void>
  /** Which version of the program runs, waits or has failed, and what is in the file that was read. */
  updates(): Promise<UpdatesView>
  updateFiles(): Promise<UpdateFileView[]>
  /** Starts reading a file that may be an update. */
  checkUpdate(path: string): Promise<void>
  /** Starts taking what was read, by the PIN of who opened the door. */
  takeUpdate(pin: string): Promise<void>
  /** The version that waits is not put in. */
  cancelUpdate(): Promise<void>
  /** What paper there is, and how much may be ordered at once. */
  paper(): Promise<PaperView>
  preview(order: OrderView, page: number): Promise<PreviewView>
  printers(): Promise<PrintersView>
  print(order: OrderView, printer: string): Promise<void>
  folders(): Promise<FolderView[]>
  save(order: OrderView, folder: string): Promise<void>
  progress(): Promise<ProgressView>
  stop(): Promise<void>
  unfinished(): Promise<UnfinishedView>
  /** Goes on with the unfinished job at a page, from 1. */
  resume(from: number): Promise<void>
  forget(): Promise<void>
  ruler(printer: string, layout: Layout): Promise<RulerView>
  printRuler(printer: string, layout: Layout): Promise<void>
  /** What was measured on the ruler, in millimetres. */
  calibrate(printer: string, layout: Layout, across: number, down: number): Promise<void>
  history(): Promise<BatchView[]>
  retire(id: number): Promise<void>
  /** Which links to check next. */
  links(): Promise<LinksView>
  linkCode(key: string): Promise<LinkCodeView>
  /** Begins a round of checking links by who opened the door, and gives its number. */
  beginLinks(): Promise<number>
  linksControl(sitting: number, opened: boolean): Promise<void>
  judgeLink(verdict: LinkVerdict): Promise<JudgedView>
  /** Takes back the round's last verdict and gives its link, '' when there is none left. */
  undoLink(sitting: number): Promise<string>
  /** The code of an address that staff have pasted for a link. */
  tryAddress(link: string, pasted: string): Promise<LinkCodeView>
  /** The right page opened by that address: from now on it is used. */
  useAddress(verdict: LinkVerdict): Promise<void>
  /** Back to the province's address. */
  dropAddress(link: string): Promise<void>
  /** All that the office notes beside the pack, and what of it changed. */
  notes(): Promise<NotesView>
  /** What is kept at a place. */
  note(target: string): Promise<NoteView>
  /** Keeps what is being written; residents do not see it. sequence: greater than that of what is kept. */
  saveNote(target: string, text: string, sequence: number): Promise<SavedNoteView>
  /** Puts the draft with that sequence before residents. */
  showNote(target: string, sequence: number): Promise<NoteView>
  takeNote(target: string): Promise<void>
  /** The sentences that the office writes in the place of the pack's. */
  wordings(): Promise<WordingView[]>
  wording(target: string): Promise<WordingView>
  /** Prints the recovery code that is on the glass, on the usual printer. */
  printRecovery(code: string): Promise<void>
  /** The name for one more service of the office's own under a tile. */
  newOwn(topic: string): Promise<string>
  lesson(key: string): Promise<WordingView[]>
  /** The drawings that may be copied to a step without one. */
  drawings(target: string): Promise<DrawingView[]>
  /** Keeps what is typed; residents do not see it. sequence: greater than that of what is kept. */
  saveWording(target: string, text: WordingText, sequence: number): Promise<SavedWordingView>
  /** Asks a second person to read it. */
  askWording(target: string, sequence: number): Promise<WordingView>
  /** That person, by the PIN, puts it before residents. */
  agreeOnWording(target: string, sequence: number, person: number, pin: string): Promise<void>
  /** Back to who wrote it. */
  returnWording(target: string, sequence: number): Promise<void>
  /** The province's sentences again. */
  dropWording(target: string): Promise<void>
  /** Takes a service or a number from residents, at once. */
  takeAway(target: string): Promise<void>
  bringBack(target: string): Promise<void>
  /** What residents' search finds, and what is hidden from it. */
  find(query: string, lang: string): Promise<SearchView>
  /** All that the office says of itself, and what of it changed. */
  commune(): Promise<CommuneView>
  /** Keeps what staff are writing of a detail; residents do not see it. */
  saveDetail(name: Detail, text: string, sequence: number): Promise<SavedDetailView>
  /** Puts a detail before residents as staff see it, at once; also that there is none. */
  showDetail(name: Detail, sequence: number): Promise<DetailView>
  /** How this kiosk is set. */
  settings(): Promise<SettingsView>
  /** Sets one thing, at once; '': as it is everywhere. */
  changeSetting(name: Setting, value: string): Promise<SettingsView>
  /** Shuts the door and makes room for the PC's other programs. */
  stepAside(): Promise<void>
  /** Shuts the door and closes the kiosk. */
  leave(): Promise<void>
  /** Puts the path of the data folder where other programs paste from. */
  copyFolder(): Promise<void>
  /** How much is recorded in each language. */
  recordings(): Promise<RecordingView[]>
  /** Saves what is to be read before a microphone; no services: everything. */
  saveScript(lang: string, services: readonly string[], folder: string): Promise<void>
  /** Takes the recordings of a language from a folder. */
  takeIn(lang: string, folder: string): Promise<void>
  imported(): Promise<IntakeView>
  clips(lang: string): Promise<ClipView[]>
  /** Takes recordings out; restore brings them back until the door is locked. */
  discard(lang: string, ids: readonly string[]): Promise<void>
  restore(lang: string, ids: readonly string[]): Promise<void>
}

/** A call that failed: a code to choose the words by, and the program's own sentence in Vietnamese. */
export class BackendError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'BackendError'
  }
}

/** How long a call may take, in milliseconds. Calls answer in a few; a dead program never does. */
export const callTimeout = 5000

/** The same for what asks other machines, makes sound (speakWait in the program is shorter), or takes a PIN. */
export const slowTimeout = 15_000

/** The program behind the window. */
export function wailsBackend(timeout = callTimeout): Backend {
  const ask = asking(timeout)
  const askSlowly = asking(slowTimeout)
  return {
    boot: (lang) => ask(() => resident.Boot(lang)),
    topic: (key, lang) => ask(() => resident.Topic(key, lang)),
    service: (key, lang) => ask(() => resident.Service(key, lang)),
    walk: (key, answers, lang, size) => ask(() => resident.Walk(key, { ...answers }, lang, size)),
    skill: (key, skill, lang, size) => ask(() => resident.Skill(key, skill, lang, size)),
    rehearsal: (key, answers, lang, size) => ask(() => resident.Rehearsal(key, { ...answers }, lang, size)),
    codes: (key, lang) => ask(() => resident.Codes(key, lang)),
    trial: (lang) => ask(() => resident.Trial(lang)),
    search: (query, lang) => ask(() => resident.Search(query, lang)),
    entry: (id, lang) => ask(() => resident.Entry(id, lang)),
    voices: () => ask(() => resident.Voices()),
    speak: (unit) => askSlowly(() => resident.Speak(sent(unit))),
    wifi: () => ask(() => resident.WiFi()),
    slip: (service, answers, lang) => askSlowly(() => resident.Slip(service, { ...answers }, lang)),
    missed: (query) => void within(timeout, () => resident.Missed(query)).catch(() => undefined),
    count: (service, event, detail, lang) =>
      void within(timeout, () => resident.Count(service, event, detail, lang)).catch(() => undefined),
    ready: () => void within(timeout, () => resident.Ready()).catch(() => undefined),
    beat: (mark) => void within(timeout, () => resident.Beat(sent(mark))).catch(() => undefined),
    endSession: () => void within(timeout, () => resident.EndSession()).catch(() => undefined),
    onCloseAsked: (tell) => EventsOn('close-asked', tell),
    onProven: (tell) => EventsOn('proven', tell),
    staff: later(async () => (await import('./backend-staff')).wailsStaff(timeout)),
  }
}

/** Makes calls that wait so long, in milliseconds; one whose answer is not the view it goes to does not compile. */
export function asking(timeout: number) {
  return <View, Go>(call: Wire<View, Go>): Promise<View> => within(timeout, call) as Promise<unknown> as Promise<View>
}

/** The staff's calls, fetched with the first of them: the first screen does without. */
function later(fetch: () => Promise<StaffBackend>): StaffBackend {
  type Call = (...args: unknown[]) => Promise<unknown>
  return new Proxy({} as StaffBackend, {
    get: (_, name) => async (...args: unknown[]) => ((await fetch())[name as keyof StaffBackend] as Call)(...args),
  })
}

/** Runs a call and rejects with a BackendError, also when no answer ever comes. */
export async function within<T>(timeout: number, call: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BackendError('timeout', '')), timeout)
  })
  try {
    return await Promise.race([call(), late])
  } catch (err) {
    throw toBackendError(err)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Reads what the program rejected with. Its errors carry JSON in their
 * message; some arrive as the bare string.
 */
export function toBackendError(err: unknown): BackendError {
  if (err instanceof BackendError) return err
  const text = err instanceof Error ? err.message : String(err)
  try {
    const failure: unknown = JSON.parse(text)
    if (typeof failure === 'object' && failure !== null && 'code' in failure && 'message' in failure) {
      return new BackendError(String(failure.code), String(failure.message))
    }
  } catch {
    // Not ours: an error of the bridge itself, in words that are not for people.
  }
  return new BackendError('internal', '')
}
