// What staff work with, as views.ts.

import type { BegunKind, Deed, Detail, GapKind, Layout, LinkName, ManualKind, Role, Setting, TodayPart } from './enums'

export interface DoorView {
  /** false: one is chosen with the set-up code. */
  hasPin: boolean
  /** Who can open it. */
  people: AtDoorView[]
  /** The file on this PC with the set-up code; empty: there is a PIN. */
  codeFile: string
  /** Seconds until a PIN or a code may be tried again. */
  locked: number
}

export interface AtDoorView {
  id: number
  name: string
  /** The office's one PIN of before, of 4 to 8 digits. */
  old: boolean
  /** Somebody else chose the PIN: it agrees on nothing until it is changed. */
  given: boolean
}

/** Who has come through the door. */
export interface EnteredView {
  name: string
  role: Role
  /** By the office's one PIN of before: a name and another PIN are asked for. */
  old: boolean
  /** Somebody else knows the PIN, too. */
  given: boolean
  /** The new recovery code, shown until it is written down; ''. */
  recovery: string
}

/** Somebody who works here. */
export interface PersonView {
  id: number
  name: string
  role: Role
  hasPin: boolean
  /** Who asks. */
  me: boolean
  /** YYYY-MM-DD, '' */
  since: string
}

/** A line of the trail. */
export interface NotedView {
  id: number
  /** YYYY-MM-DD HH:MM */
  made: string
  /** '': somebody at the PC itself. */
  who: string
  what: Deed
  /** A few Vietnamese words, ''. */
  subject: string
}

/** A chapter of the manual. */
export interface ManualChapterView {
  /** Of its file. */
  name: string
  title: string
  blocks: ManualBlockView[]
}

/** A paragraph, a line of a list or a picture. */
export interface ManualBlockView {
  kind: ManualKind
  /** Of a step. */
  number: number
  spans: { text: string; /** What stands on the screen. */ button: boolean }[]
  /** Of a picture: its file, what is seen on it, and its pixels. */
  picture: string
  alt: string
  width: number
  height: number
}

/** One setting of this kiosk. */
export interface SettingView {
  name: Setting
  /** What holds; of a printer the system's name, '' none. */
  value: string
  /** What was set here, as it is given to change it back; '' nothing. */
  kept: string
  /** What people call a printer. */
  about: string
  /** The bounds of a number. */
  least: number
  most: number
}

/** How this kiosk is set. */
export interface SettingsView {
  /** Those that this computer has, in their order. */
  settings: SettingView[]
  /** What is wrong with where SumatraPDF is said to be, '' nothing. */
  problem: string
  folder: DataFolderView
}

export interface DataFolderView {
  path: string
  /** Megabytes. */
  size: number
  /** Megabytes left on its disk; -1: the system does not say. */
  free: number
}

/** Which version of the program runs, waits or has failed. */
export interface UpdatesView {
  version: string
  /** YYYY-MM-DD; '': since it was installed. */
  since: string
  waiting: WaitingUpdateView | null
  /** The last one tried, unless a good one came after it. */
  failed: FailedUpdateView | null
  /** What the file that was read last has. */
  offer: UpdateOfferView | null
}

/** A version that waits until nobody is at the kiosk. */
export interface WaitingUpdateView {
  version: string
  /** YYYY-MM-DD HH:MM. */
  taken: string
  /** It has been started, and is yet to prove itself. */
  trying: boolean
  /** Why it could not be tried yet, as part of a sentence; ''. */
  held: string
}

/** A version that did not prove itself: the one before runs again. */
export interface FailedUpdateView {
  version: string
  /** YYYY-MM-DD HH:MM. */
  at: string
  /** As part of a sentence. */
  why: string
}

/** What a file has, for who decides on it. */
export interface UpdateOfferView {
  version: string
  number: number
  /** YYYY-MM-DD. */
  made: string
  /** Bytes. */
  size: number
  file: string
  /** Why it failed here before, as part of a sentence; ''. */
  failed: string
  /** The version that would not be put in then; ''. */
  instead_of: string
}

/** A file that may be an update. */
export interface UpdateFileView {
  path: string
  name: string
  /** '': the user's own folder. */
  place: string
  stick: boolean
  /** Bytes. */
  size: number
  /** In the place; ''. */
  folder: string
}

/** What there is to do. */
export interface TodayView {
  /** Batches on paper that are no longer true. */
  paper: number
  /** Codes of this kiosk's own to check this week. */
  codes: number
  /** Notes whose place has changed: nobody sees them. */
  notes: number
  /** Sentences of the office's own that a second person, or anybody, has to read. */
  words: number
  /** What staff began to write and have neither shown nor asked anybody to read, the latest first. */
  begun: BegunView[]
  /** What the office has not said of itself. */
  office: Detail[]
  /** Steps at which lessons come to a halt often. */
  stuck: number
  /** What was being put on paper and is not finished, ''. */
  job: string
  /** What residents looked for in vain in the last 30 days, the most frequent first. */
  missed: MissedView[]
  /** null: not for who asks. */
  backup: BackupView | null
  /** The version of the program that was tried lately and did not run, ''; also where it is not for who asks. */
  update: string
  /** Of these nothing is known just now. */
  failed: TodayPart[]
}

/** A place where staff can go on writing. */
export interface BegunView {
  kind: BegunKind
  target: string
  /** What stands there, '' when the place is gone. */
  on: string
  /** The title of the lesson. */
  of: string
  /** YYYY-MM-DD HH:MM */
  saved: string
  who: string
}

export interface MissedView {
  /** '' for all of which nothing may be kept. */
  words: string
  times: number
  /** Often enough, on enough days, for the province to be told. */
  often: boolean
}

/** What lessons lack at this office. */
export interface GapsView {
  /** Of the office itself. */
  office: GapView[]
  /** The lessons opened most first. */
  groups: GapGroupView[]
  /** How many days are looked back. */
  days: number
}

/** What one lesson lacks, or what several share. */
export interface GapGroupView {
  key: string
  /** '' of what the pack has no more. */
  title: string
  /** How often in these days. */
  opened: number
  /** Nobody opened it here, and nobody here has begun to write in it. */
  later: boolean
  lines: GapView[]
}

export interface GapView {
  kind: GapKind
  /** The place to mend: of a note or a sentence, a service, a detail of the office. */
  target: string
  /** What stands there, '' when the place is gone. */
  on: string
  /** What is wrong with a sentence, and what to do. */
  say: string
  /** How often people left there, or called staff. */
  times: number
  /** What is to be asked for, or the links of codes. */
  names: string[]
}

/** The last backup that was found good, and what is in it. */
export interface BackupView {
  /** YYYY-MM-DD HH:MM, '': there was none. */
  made: string
  /** Days since then. */
  ago: number
  /** It left the PC. */
  stick: boolean
  /** Days of which something was counted. */
  days: number
  batches: number
  checks: number
  clips: number
  notes: number
  /** Places with words of the office's own. */
  words: number
  /** What is hidden. */
  away: number
  people: number
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

/** What a person saw who opened a link. */
export type Found = 'right' | 'wrong' | 'shut'

/** With what a code was read. */
export type Reader = 'android' | 'iphone' | 'zalo'

/** What a round of checking links begins with. */
export interface LinksView {
  /** The page that is known to be good. */
  control: LinkView | null
  /** Those to check next, in order. */
  links: LinkView[]
  /** How many of them are this kiosk's own, this week. */
  own: number
  /** How many there are in all. */
  left: number
  /** Those found broken, and those with an address of the office's own. */
  changed: LinkView[]
}

/** One link, and what its page must say. */
export interface LinkView {
  key: string
  url: string
  title: string
  /** The procedure's, ''. */
  code: string
  kind: LinkName
  /** Residents get it; else it stands in when another fails. */
  shown: boolean
  state: 'never' | 'ok' | 'broken'
  /** YYYY-MM-DD, '' */
  checked: string
  who: string
  /** The address is the office's own. */
  local: boolean
  own: boolean
}

export interface LinkCodeView {
  link: LinkView
  host: string
  /** Side in modules, quiet zone included. */
  size: number
  /** SVG path data in a viewBox of 0 0 size size. */
  path: string
}

export interface LinkVerdict {
  sitting: number
  link: string
  /** That was on the glass. */
  url: string
  found: Found
  reader: Reader
  /** They were asked about the earlier verdict. */
  sure: boolean
}

/** While found is not '', an earlier verdict says the opposite, and nothing was kept. */
export interface JudgedView {
  found: Found | ''
  /** YYYY-MM-DD */
  day: string
  who: string
}
