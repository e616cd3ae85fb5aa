// What the office says itself, as views.ts: notes, sentences, its own details.

import type { Detail } from './enums'

/** All that the office notes beside the pack. */
export interface NotesView {
  /** Those to look at first are first. */
  notes: NoteView[]
  parked: number
  /** What was taken from residents; those to look at first are first. */
  away: AwayView[]
  /** Of those, how many the province has changed. */
  over: number
  /** Letters that a note may have. */
  longest: number
  /** The newest first. */
  changes: NoteChangeView[]
}

/** A service or a number that was taken from residents. */
export interface AwayView {
  target: string
  /** A whole service; else a number of one. */
  service: boolean
  /** Title of the service. */
  of: string
  /** What residents read before. */
  under: string
  /** The province has changed or dropped it: residents have its new word. */
  over: boolean
  /** Of one that is over: that word, '' if there is none. */
  now: string
  /** YYYY-MM-DD HH:MM */
  made: string
  who: string
}

/** A note at its place. */
export interface NoteView {
  target: string
  /** The service, or the part that several share. */
  of: string
  /** What stands there, '' when the place is gone. */
  on: string
  /** In how many lessons a shared step is seen; 0: it is of one. */
  lessons: number
  draft: string
  /** Of the draft; the next one saved must be greater. */
  sequence: number
  /** What residents see, or would if it were not parked. */
  shown: string
  /** Its place has changed: nobody sees it. */
  parked: boolean
  /** Of one that is parked: what stood there when it was written. */
  under: string
  /** YYYY-MM-DD HH:MM */
  saved: string
  who: string
  /** The sentence there can be written anew, too. */
  words: boolean
  /** And so can the words on its drawing. */
  drawn: boolean
  /** Its step has no drawing, and one may be copied. */
  bare: boolean
  /** It is the place of a service that is hidden. */
  hidden: boolean
}

/** Whether a draft was kept, and what is kept now. */
export interface SavedNoteView {
  kept: boolean
  note: NoteView
}

/** A change that residents saw. */
export interface NoteChangeView {
  /** YYYY-MM-DD HH:MM */
  made: string
  who: string
  target: string
  of: string
  /** '' when the place is gone. */
  on: string
  before: string
  after: string
  /** The place is still in the pack. */
  there: boolean
  /** after was taken away, or before brought back. */
  away: boolean
}

/** What stands at a place of a lesson, or is written for it. */
export interface WordingText {
  /** What to do, or to bring. */
  say: string
  /** Why, or the note. */
  more: string
  /** The paper that its numbers are taken from. */
  source: string
  /** YYYY-MM-DD, of that paper. */
  dated: string
  /** YYYY-MM-DD; '' at once. */
  from: string
}

/** Something wrong with what is typed. */
export interface FlawView {
  field: string
  message: string
  mend: string
  /** Advice; one may go on. */
  warning: boolean
}

/** A step of a lesson whose order the office may change. */
export interface OrderedStep {
  id: string
  say: string
  /** The answers of those whom it is for, '' everybody. */
  when: string
}

/** An answer to a question of a lesson, as its button says it. */
export interface AnsweredView {
  key: string
  say: string
}

/** A question of a lesson, with the answers that lead to it. */
export interface AskedView {
  key: string
  ask: string
  /** Not everybody is asked. */
  some: boolean
  answers: AnsweredView[]
}

/** A way through a lesson that changes: how many steps, or things, it has. */
export interface WayView {
  /** The answers, as their buttons say them. */
  say: string
  /** 9, or 9–11 */
  before: string
  after: string
}

/** For whom a step or a line of a lesson is. */
export interface WhomView {
  /** What stands there. */
  on: string
  /** The condition by which residents see it. */
  now: string
  /** Something to have or to do, not a step. */
  line: boolean
  asks: AskedView[]
  /** Those for whom it changes with what is written. */
  ways: WayView[]
}

/** A drawing of another step that is copied to one without. */
export interface CopyView {
  /** The first line of what is written. */
  line: string
  /** The lesson, or the part that several share. */
  of: string
  /** What the step says whose drawing it is. */
  step: string
  /** Its texts as the province has them, a line each. */
  texts: string
}

/** A drawing that may be copied to a step. */
export interface DrawingView extends CopyView {
  /** It is of the same lesson. */
  near: boolean
  /** SVG. */
  picture: string
  alt: string
}

/** A place of a lesson, a number of its service, the order of its steps, for whom one is or the words on a drawing: what the province says there, what is written, what residents read. */
export interface WordingView {
  target: string
  /** The service, or the part that several share. */
  of: string
  /** A service of the office's own: the province says nothing there, and `of` is its tile. */
  own: boolean
  /** The place is still in the pack. */
  there: boolean
  before: WordingText
  /** Begins as what residents read. */
  draft: WordingText
  /** The next one saved must be greater. */
  sequence: number
  /** Something is being written. */
  writing: boolean
  /** A second person is to read it. */
  asked: boolean
  author: string
  authorId: number
  /** YYYY-MM-DD HH:MM */
  saved: string
  flaws: FlawView[]
  /** Something of the office's own was agreed on and holds. */
  agreed: boolean
  /** For other sentences than those of now: residents read the province's. */
  parked: boolean
  /** Of one that is parked: what stood there then. */
  under: string
  /** What was agreed on last. */
  now: WordingText
  /** Who wrote it and who agreed. */
  by: string
  /** YYYY-MM-DD HH:MM */
  made: string
  /** Of a drawing: what its step says. */
  step: string
  /** The province has drawn nothing there. */
  bare: boolean
  /** What is copied there by what is written, or else agreed on. */
  copy: CopyView | null
  /** And by what was agreed on last. */
  copyNow: CopyView | null
  /** Of a drawing with what is written, as the step has it, '' in the list of a lesson: SVG. */
  picture: string
  /** The same as a rehearsal shows it: more of it. */
  practice: string
  /** What the pictures show. */
  alt: string
  /** Of an order: its steps, as the province has them; the texts say their names. */
  steps: OrderedStep[]
  /** Of for whom a step or a line is; the texts say the condition. */
  whom: WhomView | null
  /** A number of the province's, which one may take away alone. */
  takeable: boolean
}

/** Whether what was typed was kept, and what is kept now. */
export interface SavedWordingView {
  kept: boolean
  wording: WordingView
}

/** All that the office says of itself. */
export interface CommuneView {
  /** All of them, in their order. */
  details: DetailView[]
  /** The newest first. */
  changes: DetailChangeView[]
  /** The communes and wards of the province. */
  places: PlaceView[]
  /** Questions of the set-up that an admin answers later. */
  putOff: string[]
}

/** A commune to choose, and how its office is called, '' unknown. */
export interface PlaceView {
  name: string
  office: string
}

/** A detail of the office. */
export interface DetailView {
  name: Detail
  /** Its lines; of Wi-Fi the name, the password. */
  draft: string
  /** Of the draft; the next one saved must be greater. */
  sequence: number
  /** What residents see, '' nothing. */
  shown: string
  /** Somebody said that it is so, also that there is none. */
  decided: boolean
  /** What is wrong with the draft, '' nothing. */
  problem: string
  /** YYYY-MM-DD HH:MM, '' never. */
  saved: string
  who: string
  /** Only an admin may change it. */
  admin: boolean
}

/** Whether a draft was kept, and what is kept now. */
export interface SavedDetailView {
  kept: boolean
  detail: DetailView
}

/** A change of a detail that residents saw. */
export interface DetailChangeView {
  /** YYYY-MM-DD HH:MM */
  made: string
  who: string
  name: Detail
  before: string
  after: string
}
