import type { Backend } from './backend'
import type { Session } from './session.svelte'
import { localeOf, m } from './strings'
import type { SpokenPieceView, SpokenView, VoiceLanguage } from './views'
import { browserVoice, type Voice } from './voice'

/** Texts that belong together and are read one after the other: a step's two sentences, a paper with its note. */
export interface Unit {
  texts: readonly string[]
  /** "" or left out: the language of the screen. */
  lang?: string
  /** Slowly, whatever the resident has chosen: it is written down while it is heard. */
  slow?: boolean
}

/** The sentence that is being spoken: letters from..to of a text on the glass. */
export interface Spoken {
  text: string
  from: number
  to: number
}

/** How fast recordings and the system's voices speak when a resident wants them slow. */
const slowly = 0.78

/** How loud, by session.volume: 20 dB from the softest to what the machine is set to. */
const loudness = [0.1, 0.25, 0.6, 1]

/** Says in the language of the texts what is not there in the language wanted, "" when all is. */
function says({ missing, name }: SpokenView, lang: string): string {
  const locale = localeOf(lang)
  if (missing === 'all') return m.spoken_missing_all({}, { locale })
  return missing === 'part' ? m.spoken_missing_part({ name }, { locale }) : ''
}

/**
 * Reads the screen aloud when a resident asks for it, and stops when the screen
 * goes. Screens say what there is to read; Highlighted shows where it is.
 */
export class Reader {
  /** Reading has been asked for and is not over. */
  reading = $state(false)
  /** What is being spoken. */
  now = $state.raw<Spoken | null>(null)
  /** Says that something is not there in the wanted language, or "". */
  fallback = $state('')
  /** Spoken languages for which there are recordings. */
  languages = $state.raw<readonly VoiceLanguage[]>([])

  /** The office wants nothing read aloud now. */
  silent = $state(false)

  #units = $state.raw<readonly Unit[]>([])
  /** Languages of the screens that are recorded, or that the program can say. */
  #spoken = $state.raw<readonly string[]>([])
  #arrivals = $state(0)
  /** Which unit is being read. */
  #at = 0
  #stop = new AbortController()

  constructor(
    private readonly backend: Backend,
    private readonly session: Session,
    private readonly voice: Voice = browserVoice(),
  ) {}

  /** Asks who can speak, and hears of the system's voices. Gives what stops it. */
  start(): () => void {
    this.ask()
    const unlisten = this.voice.onvoices(() => this.#arrivals++)
    return () => {
      unlisten()
      this.stop()
    }
  }

  /** Asks who can speak. A program without a voice is no failure. */
  ask(): void {
    this.backend.voices().then(
      (voices) => {
        this.#spoken = [...voices.synth, ...voices.recorded]
        this.languages = voices.languages
        this.silent = voices.silent
      },
      () => undefined,
    )
  }

  /** There is something to read on this screen, and somebody to read it. */
  get offered(): boolean {
    return this.#units.length > 0 && this.audible
  }

  /** Somebody can speak, in the language of the screen or in another. */
  get audible(): boolean {
    const { language } = this.session
    return !this.silent && (this.#spoken.includes(language) || this.languages.length > 0 || this.#systemSpeaks(language))
  }

  #systemSpeaks(lang: string): boolean {
    void this.#arrivals
    return this.voice.speaks(lang)
  }

  /** What there is to read on the screen. Gives what takes it back, and stops reading it. */
  offer(units: readonly Unit[]): () => void {
    const said = units
      .map(({ texts, lang = '' }) => ({ texts: texts.filter((text) => text !== ''), lang }))
      .filter(({ texts }) => texts.length > 0)
    this.#units = said
    return () => {
      if (this.#units === said) this.#units = []
      this.stop()
    }
  }

  toggle(): void {
    this.session.listens = !this.reading
    if (this.reading) this.stop()
    else void this.read()
  }

  /** Slow, or as usual; the step or line that is being read begins anew. */
  toggleSlow(): void {
    this.session.slow = !this.session.slow
    this.#again()
  }

  /** Louder or softer by one step, or none at an end; the step or line that is being read begins anew. */
  turn(way: 'louder' | 'softer'): void {
    const volume = this.session.volume + (way === 'louder' ? 1 : -1)
    if (loudness[volume] === undefined) return
    this.session.volume = volume
    this.#again()
  }

  /** It can be louder, or softer. */
  turns(way: 'louder' | 'softer'): boolean {
    return loudness[this.session.volume + (way === 'louder' ? 1 : -1)] !== undefined
  }

  /** The spoken languages to choose from beside the screen's own. */
  get others(): readonly VoiceLanguage[] {
    return this.languages.filter(({ code }) => code !== this.session.language)
  }

  /** Chooses the spoken language, "" for that of the screen, and reads on where it was. */
  choose(voice: string): void {
    this.session.voice = voice
    void this.read(this.#at)
  }

  stop(): void {
    this.#stop.abort()
    this.reading = false
    this.now = null
    this.fallback = ''
  }

  #again(): void {
    if (this.reading) void this.read(this.#at)
  }

  /** Reads the screen from a unit on. */
  async read(first = 0): Promise<void> {
    const signal = this.#begin()
    this.reading = true
    for (const [i, unit] of this.#units.entries()) {
      if (i < first) continue
      this.#at = i
      await this.#unit(unit, signal)
      if (signal.aborted) return
    }
    this.stop()
  }

  /** Says one thing that somebody points at. False: nobody can speak. */
  say(unit: Unit): boolean {
    if (!this.audible || unit.texts.length === 0) return false
    void this.tell([unit])
    return true
  }

  /** Says some things one after the other, until something else is said. */
  async tell(units: readonly Unit[]): Promise<void> {
    const signal = this.#begin()
    for (const unit of units) {
      if (unit.texts.length > 0) await this.#unit(unit, signal)
      if (signal.aborted) return
    }
    this.stop()
  }

  #begin(): AbortSignal {
    this.stop()
    this.#stop = new AbortController()
    return this.#stop.signal
  }

  async #unit(unit: Unit, signal: AbortSignal): Promise<void> {
    const slow = unit.slow ?? this.session.slow
    const lang = unit.lang || this.session.language
    const voice = this.session.voice || lang
    let spoken: SpokenView
    try {
      // The system's own voice is better than the program's; recordings are better than both.
      const synth = !this.voice.speaks(lang)
      spoken = await this.backend.speak({ texts: [...unit.texts], lang, voice, slow, synth })
    } catch {
      // Silent about this one, the words are on the glass; and about all, where its hour is over.
      return this.ask()
    }
    if (signal.aborted) return
    this.fallback = says(spoken, lang)
    for (const run of runs(spoken.pieces)) {
      await this.#run(run, unit, signal)
      if (signal.aborted) return
    }
  }

  /** Speaks pieces that are one sound, or one piece the system says. */
  async #run(run: readonly SpokenPieceView[], unit: Unit, signal: AbortSignal): Promise<void> {
    const [piece] = run
    if (!piece) return
    const rate = (unit.slow ?? this.session.slow) ? slowly : 1
    const volume = loudness[this.session.volume] ?? 1
    const show = (p: SpokenPieceView) => (this.now = { text: unit.texts[p.text] ?? '', from: p.from, to: p.to })
    show(piece)
    try {
      if (!piece.sound) return await this.voice.say(piece.say, piece.lang, rate, signal, volume)
      const sound = await this.voice.load(piece.sound, signal)
      // What the program makes is slow by itself; a recording is not.
      await this.voice.play(sound, piece.end > 0 ? rate : 1, (at) => !signal.aborted && show(pieceAt(run, at)), signal, volume)
    } catch {
      // Stopped while it was fetched, or gone: on to the next.
    }
  }
}

/** Parts pieces into runs of the same sound; a piece without sound stands alone. */
export function runs(pieces: readonly SpokenPieceView[]): SpokenPieceView[][] {
  const all: SpokenPieceView[][] = []
  for (const piece of pieces) {
    const last = all[all.length - 1]
    if (last && piece.sound && last[0]?.sound === piece.sound) last.push(piece)
    else all.push([piece])
  }
  return all
}

/** The piece that is heard at a moment of its sound, in seconds. */
export function pieceAt(run: readonly SpokenPieceView[], seconds: number): SpokenPieceView {
  const heard = run.filter((piece) => piece.start <= seconds)
  return (heard[heard.length - 1] ?? run[0]) as SpokenPieceView
}
