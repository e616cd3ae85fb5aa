// The program's answers, as JSON. These types mirror backend/desktop/views.go,
// which documents every field; here stand only what the window relies on.
// wire.ts compares them with what Wails makes of views.go; the words that Go
// chooses from are generated into enums.ts.
// The texts of a service and of a thing to bring are taken from Go's own types, so that a
// new one is here by itself; everything.test.ts says where it must be seen.
// lang: "", or the language that a view stays in because it is not translated yet.

import type { desktop } from '../../wailsjs/go/models'
import type { Advice, Kind as AnyKind, Layout, LinkName, Secret, Sureness, Tint } from './enums'
import type { Texts } from './wire'

export type { Advice, Layout, Secret, Sureness }

export interface BootView {
  version: string
  edition: number
  edited: string
  place: string
  office: OfficeView
  topics: TopicView[]
  /** What residents come for most, most asked first. */
  common: DoorwayView[]
  /** For who has just been cheated; null: the pack has none. */
  emergency: DoorwayView | null
  languages: string[]
  /** The same languages with their names. */
  languageNames: LanguageView[]
  idle: IdleView
  /** Name of the network for visitors, or "". */
  wifi: string
  /** Residents may print their papers. */
  slips: boolean
  /** For staff: "" or what does not work. */
  notice: string
}

/** A language of the content; name as its speakers write it. */
export interface LanguageView {
  code: string
  name: string
}

export interface OfficeView {
  /** What stands above the first screen. */
  title: string
  name: string
  place: string
  hours: string[]
  phone: string
  /** Pixels per inch of the screen, never 0. */
  dpi: number
}

/** All in seconds. */
export interface IdleView {
  quiet: number
  quietBusy: number
  warning: number
  attract: number
}

export interface TopicView {
  key: string
  title: string
  /** The colour of its tile. */
  tint: Tint
  /** Its pictogram, as SVG text. */
  picture: string
}

/** Leads from the first screen straight to a service. */
export interface DoorwayView {
  key: string
  /** Its short title. */
  title: string
  /** Its pictogram or its topic's. */
  picture: string
}

export interface TopicPageView {
  topic: TopicView
  /** Those that people come for most; all of them where there are no groups. */
  services: ServiceCard[]
  groups: GroupView[]
}

/** A few services of a topic that people look for together. */
export interface GroupView {
  /** "": what stands in no group. */
  title: string
  /** Its pictogram, or "". */
  picture: string
  services: ServiceCard[]
}

/** What is in the pack; the national catalogue's entries have a page of their own. */
export type Kind = Exclude<AnyKind, 'catalogue'>

export interface ServiceCard {
  key: string
  kind: Kind
  code: string
  title: string
  /** The title where there is little room. */
  short: string
  decides: string
  guide: boolean
  /** It leads to a page on the phone. */
  codes: boolean
  /** Its pictogram or its topic's. */
  picture: string
}

export interface ServiceView extends Texts<desktop.ServiceView, 'kind' | 'advice' | 'sure' | 'picture'> {
  /** Its pictogram or its topic's. */
  picture: string
  kind: Kind
  topic: TopicView
  advice: Advice
  /** null: ask staff. */
  fee: ClaimView | null
  /** null: ask staff. */
  time: ClaimView | null
  /** By when it must be done, in a few words; null: no source says. */
  deadline: ClaimView | null
  hotline: ClaimView | null
  /** What everybody brings first; empty: ask staff. */
  bring: ItemView[]
  /** On the longest way through the lesson. */
  questions: number
  watch: LineView[]
  /** null: an ordinary service. */
  emergency: EmergencyView | null
  sure: Sureness
  sources: SourceView[]
  guide: boolean
  /** Of the longest way through the lesson; without a lesson, of the steps that open it, or 0. */
  stepCount: number
  /** That these steps take to read, about. */
  minutes: number
  /** Can be rehearsed from the first to the last touch. */
  rehearsal: boolean
  codes: boolean
}

/** What to do at once; it takes the place of a service's page. */
export interface EmergencyView {
  acts: ItemView[]
  numbers: CallView[]
  /** Key of the service to go on with afterwards, or "". */
  then: string
  thenTitle: string
}

export interface CallView {
  call: string
  /** What to call it for. */
  claim: ClaimView
  /** Side of the code in modules; 0: there is none, the number is dialled by hand. */
  size: number
  path: string
}

export interface ClaimView {
  say: string
  note: string
  source: SourceView
  lang: string
}

export interface LineView {
  say: string
  source: SourceView | null
  lang: string
}

export interface SourceView {
  title: string
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  date: string
}

export interface ItemView extends Texts<desktop.ItemView, 'picture'> {
  /** Its pictogram, or "". */
  picture: string
  conditional: boolean
  /** Serves instead of the one before. */
  or: boolean
  /** Everybody brings it, or one that serves for it. */
  must: boolean
  /** Something to do or to ask: nothing to bring. */
  do: boolean
  source: SourceView | null
}

export interface WalkView {
  ask: FactView | null
  asked: number
  questions: number
  checklist: ItemView[]
  steps: StepView[]
  /** Of the steps, in order; empty: the lesson has none. */
  chapters: ChapterView[]
  handoff: string
  next: LineView[]
  trouble: TroubleView[]
}

export interface FactView {
  key: string
  ask: string
  help: string
  answers: AnswerView[]
  lang: string
}

export interface AnswerView {
  key: string
  say: string
  /** A pictogram that says the same, or "". */
  picture: string
}

/** A run of steps with a short name. */
export interface ChapterView {
  name: string
  /** Index of its first step. */
  first: number
  /** How many steps it has. */
  count: number
  /** For a slow reader, about. */
  minutes: number
}

export interface StepView {
  say: string
  why: string
  secret: Secret | ''
  /** A standalone SVG document, or "". */
  picture: string
  /** The same with larger letters, for each size above the first. */
  larger: string[]
  /** The step opens a page by the service's code. */
  scan: boolean
  alt: string
  source: SourceView | null
  lang: string
}

/** A lesson to be practised on the drawn phone. */
export interface RehearsalView {
  steps: PlayView[]
  chapters: ChapterView[]
}

/** One step of a rehearsal. No touches: it is done away from the phone. */
export interface PlayView {
  say: string
  why: string
  /** For who stands beside, or "". */
  helper: string
  secret: Secret | ''
  /** SVG with groups "fill" and "ring", one for each touch; or "". */
  picture: string
  alt: string
  spots: SpotView[]
  /** The touches that lead on, in order, as indices of spots. */
  touches: number[]
  lang: string
}

/** A place on the drawn phone; x, y, w, h are shares of its size. */
export interface SpotView {
  say: string
  kind: string
  /** Said when it is touched by mistake, or "". */
  wrong: string
  /** A touch puts something in. */
  fills: boolean
  x: number
  y: number
  w: number
  h: number
}

export interface TroubleView {
  wrong: string
  do: string
  source: SourceView | null
  lang: string
}

export interface CodesView {
  /** It goes on in this app, which is on the phone: there is no code. Or "". */
  app: string
  code: string
  codes: CodeView[]
  problem: string
  /** The kinds of phone to ask for, when the codes are not for all. */
  phones: PhoneView[]
}

export interface PhoneView {
  link: LinkName
  /** Its back, as SVG text. */
  picture: string
}

export interface CodeView {
  link: LinkName
  url: string
  host: string
  hostName: string
  /** Side in modules, quiet zone included. */
  size: number
  /** SVG path data in a viewBox of 0 0 size size. */
  path: string
}

/** The office's network for visitors. */
export interface WifiView {
  name: string
  /** "": it is open. */
  password: string
  code: CodeView
}

export interface SearchView {
  hits: HitView[]
  /** Ask: may this be it? */
  unsure: boolean
}

export interface HitView {
  /** Service key; page id for a catalogue entry. */
  key: string
  kind: AnyKind
  code: string
  title: PieceView[]
  decides: string
  guide: boolean
}

export interface PieceView {
  say: string
  hit: boolean
}

/** A procedure of the national catalogue; its names are always Vietnamese. */
export interface EntryView {
  id: string
  code: string
  name: string
  issuer: string
  departments: string[]
  /** false: another province made it for itself. */
  here: boolean
  codes: CodesView
}

// What staff work with.

export interface DoorView {
  /** false: one is chosen with the set-up code. */
  hasPin: boolean
  /** The file on this PC with the set-up code; empty: there is a PIN. */
  codeFile: string
  /** Seconds until the PIN or the code may be tried again. */
  locked: number
}

/** What paper there is, and how much may be ordered at once. */
export interface PaperView {
  /** The smallest first. */
  layouts: LayoutView[]
  /** What every household of a hamlet gets. */
  hamletLayout: Layout
  maxCopies: number
  maxHouseholds: number
  /** Letters. */
  maxHamletName: number
  /** What this desk put on paper most of late, the most first. */
  often: { key: string; title: string }[]
}

/** A layout as the desk shows it: one of these is one thumbnail. */
export interface LayoutView {
  name: Layout
  /** What it is for. */
  vi: string
  en: string
  /** How it stands on its sheet, in a few letters. */
  sizeVi: string
  sizeEn: string
  /** The paper in the printer, as A4; '' for a roll. */
  sheet: string
  /** Of the sheet, in millimetres; a roll has no height. */
  width: number
  height: number
  columns: number
  rows: number
  /** Printed on both sides, then folded. */
  folded: boolean
}

export interface OrderView {
  services: string[]
  layout: Layout
  /** Of each service, when counts does not say. */
  copies: number
  /** Of the services, then of the codes, one by one. */
  counts: number[]
  /** First free place on a used sheet, from 1. */
  start: number
  large: boolean
  team: string
  /** Codes that are no service. */
  codes: FormView[]
  /** A pack for this hamlet, when it has a name; then layout, copies, counts, start and large mean nothing. */
  hamlet: string
  households: number
}

/** A code made from a form: a number to call, somebody for the address book, the office's Wi-Fi. */
export interface FormView {
  kind: 'phone' | 'contact' | 'wifi'
  name: string
  phone: string
}

export interface PreviewView {
  /** One page, a standalone SVG document. */
  svg: string
  /** Which one, from 1. */
  page: number
  pages: number
  /** Places on a sheet. */
  cells: number
  /** A pack for a hamlet takes so long on an office printer; 0 for the rest. */
  minutes: number
  /** What the paper will lack, a Vietnamese sentence each. */
  warnings: string[]
}

export interface FolderView {
  path: string
  /** '': the user's own folder. */
  name: string
  stick: boolean
}

/** What the desk can print on. */
export interface PrintersView {
  /** The system's default first. */
  printers: PrinterView[]
  /** Name of the desk's own printer; '': somebody has to choose. */
  chosen: string
  /** The desk's printer, as people know it, when it is no longer there. */
  gone: string
  /** Why no printer can be asked for, in Vietnamese; ''. */
  problem: string
}

export interface PrinterView {
  /** The system's. */
  name: string
  /** What people call it. */
  about: string
  ready: boolean
  /** Why it cannot print now, in Vietnamese. */
  reason: string
}

export interface ProgressView {
  /** busy: pages are being made; printing: the printer has them. */
  state: 'none' | 'busy' | 'printing' | 'done' | 'stopped' | 'failed'
  done: number
  pages: number
  file: string
  problem: string
  /** What the paper will lack, a Vietnamese sentence each. */
  warnings: string[]
}

/** A job on paper that was stopped, failed or cut off. */
export interface UnfinishedView {
  /** '': there is none. */
  title: string
  /** YYYY-MM-DD HH:MM */
  begun: string
  /** false: it was to be saved as a file. */
  printed: boolean
  /** The printer or the folder. */
  place: string
  pages: number
  /** Pages known to be out. */
  done: number
}

/** The ruler of a layout: how long its two lines should be, in millimetres. */
export interface RulerView {
  across: number
  down: number
  /** YYYY-MM-DD, '' if the printer was never measured. */
  measured: string
}

export interface BatchView {
  id: number
  /** YYYY-MM-DD HH:MM */
  made: string
  layout: Layout
  /** Whose pack it was, ''. */
  hamlet: string
  /** The printer or the folder, '' if it is not known. */
  place: string
  /** Of each service; where they differ, the most. */
  copies: number
  pages: number
  edition: number
  printed: boolean
  retired: string
  outdated: boolean
  services: { key: string; title: string; copies: number; why: string[] }[]
}

export type * from './views-speech'
