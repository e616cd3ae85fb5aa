// What crosses into the window for reading aloud, and for recording what is read.

/** How much is recorded in a language. */
export interface RecordingView {
  lang: string
  /** What people call it, in Vietnamese: tiếng Tày. */
  name: string
  recorded: number
  total: number
  /** Recordings of the commune itself. */
  own: number
  /** Those of them whose words have changed. */
  outdated: string[]
  /** The folder in which its recordings are looked for. */
  folder: string
}

/** One of the commune's own recordings. */
export interface ClipView {
  id: string
  /** What it says; none: the words have changed. */
  texts: string[]
  /** Titles of the services and parts it is heard in, or was recorded for. */
  where: string[]
  sound: string
  /** Where the words have changed: those to record instead, as far as known. */
  now: string[][]
}

/** What became of the files of the last import, those not taken first. */
export interface IntakeView {
  lang: string
  taken: number
  files: TakenView[]
}

export interface TakenView {
  file: string
  texts: string[]
  /** '': it was not taken, and problem says why and what to do. */
  sound: string
  problem: string
}

/** Who can read aloud. */
export interface VoicesView {
  /** Languages the program can speak by itself. */
  synth: string[]
  /** Languages of the screens for which there are recordings. */
  recorded: string[]
  /** The same of spoken languages that no screen is written in. */
  languages: VoiceLanguage[]
  /** The office wants nothing read aloud now. */
  silent: boolean
}

export interface VoiceLanguage {
  code: string
  /** As its speakers know it: tiếng Tày. */
  name: string
}

/** One unit to be read aloud, as it stands on the glass. */
export interface SpeakView {
  texts: string[]
  /** Language of the texts. */
  lang: string
  /** Spoken language that is wanted. */
  voice: string
  slow: boolean
  /** The program speaks where there is no recording; otherwise the system does. */
  synth: boolean
}

/** How much of a unit is heard in another language than the one wanted. */
export type Missing = '' | 'part' | 'all'

export interface SpokenView {
  pieces: SpokenPieceView[]
  /** How much is not recorded in the spoken language that is wanted. */
  missing: Missing
  /** What that language is called, in the language of the texts. */
  name: string
}

/** A sentence to be spoken. */
export interface SpokenPieceView {
  /** Which of the texts, and which letters of it. */
  text: number
  from: number
  to: number
  /** The sentence as it is spoken, numbers written out. */
  say: string
  lang: string
  /** Where its sound is; "": the system says it. */
  sound: string
  /** Where the sentence is in a recording, in seconds; both 0: the whole of a sound the program made. */
  start: number
  end: number
}
