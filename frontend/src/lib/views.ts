// The program's answers, as JSON. These types mirror backend/desktop/views.go,
// which documents every field; here stand only what the window relies on.
// wire.ts compares them with what Wails makes of views.go; the words that Go
// chooses from are generated into enums.ts.
// The texts of a service and of a thing to bring are taken from Go's own types, so that a
// new one is here by itself; everything.test.ts says where it must be seen.
// lang: "", or the language that a view stays in because it is not translated yet.

import type { desktop } from '../../wailsjs/go/models'
import type { Advice, Ending, Kind as AnyKind, LinkName, Secret, Sureness, Tint } from './enums'
import type { Texts } from './wire'

export type { Advice, Secret, Sureness }

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
  /** Size of the letters that a visit begins with. */
  letters: number
  /** A new program is tried: nobody may come in before it is proven. */
  proving: boolean
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
  /** xã, phường or "": whose note it is. */
  unit: string
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
  /** Taken on the network only. */
  noPaper: ClaimView | null
  /** null: an ordinary service. */
  emergency: EmergencyView | null
  sure: Sureness
  sources: SourceView[]
  guide: boolean
  /** Of the longest way through the lesson; without a lesson, of the steps that open it, or 0. */
  stepCount: number
  /** Of the shortest way. */
  stepLeast: number
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
  /** Name by which staff take it away alone, ''. */
  target: string
}

export interface LineView {
  say: string
  source: SourceView | null
  lang: string
  /** Name by which staff take it away alone, ''. */
  target: string
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
  /** Of those, something to ask: a list of its own. */
  ask: boolean
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
  /** To be done before this can be; then there are neither papers nor steps. */
  first: DoorwayView | null
  /** The office has hidden what comes first: then this says to ask staff. */
  blocked: ReadyView | null
  /** What one must have before the first step. */
  ready: ReadyView[]
  /** The lesson has a way for the desk. */
  desk: boolean
  /** "": it is for another path. */
  handoff: string
  ending: Ending
  /** Said again at the end: of an urgent one the calls to make at once, of a task's in person where one goes. */
  acts: LineView[]
  next: LineView[]
  trouble: TroubleView[]
}

/** One thing that one must have before the first step. */
export interface ReadyView {
  key: string
  say: string
  picture: string
  /** What to do without it. */
  missing: string
  /** The service to do first; null: the desk. */
  first: DoorwayView | null
  lang: string
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
  /** A standalone SVG document. */
  picture: string
  /** Done without the drawn phone: there is nothing to practise. */
  away: boolean
  /** Of those, one that a telephone is used for. */
  phone: boolean
  /** The step opens a page by the service's code. */
  scan: boolean
  /** The skill for which this one step stands, or "". */
  skill: string
  alt: string
  source: SourceView | null
  lang: string
  /** The place on which a note of the office hangs, ''. */
  target: string
  /** That note, ''. */
  local: string
}

/** A lesson to be practised on the drawn phone. */
export interface RehearsalView {
  steps: PlayView[]
  chapters: ChapterView[]
  ending: Ending
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
  /** Without touches: a telephone is used all the same. */
  phone: boolean
  lang: string
  /** Its lasting name, by which is counted where people stop; ''. */
  target: string
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
  /** Day on which a person last found the right page, as people write it; "": nobody has looked. */
  checked: string
  /** That many days ago, where that is long ago; else 0. */
  age: number
}

/** The office's network for visitors. */
export interface WifiView {
  name: string
  /** "": it is open. */
  password: string
  code: CodeView
}

/** A code to practise scanning with. */
export interface TrialView {
  /** Its host is what a phone shows that has read it. */
  code: CodeView
  phones: ScannedView[]
}

/** What a kind of phone shows once it has read a code. */
export interface ScannedView {
  phone: 'android' | 'samsung' | 'iphone' | 'zalo'
  /** As SVG text. */
  picture: string
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
  /** Residents do not find it; only staff are told. */
  hidden: boolean
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

export type { Layout } from './enums'
export type * from './views-staff'
export type * from './views-words'
export type * from './views-speech'

/** What the page says of itself every two seconds: where its mark is, in pixels of the screen, and which of its shades it has. */
export interface BeatView {
  /** Nobody is at the kiosk: the mark is shown. */
  idle: boolean
  x: number
  y: number
  side: number
  shade: number
}
