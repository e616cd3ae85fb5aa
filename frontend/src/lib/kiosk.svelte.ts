import { getContext, setContext, tick } from 'svelte'
import { toBackendError, type Backend, type BackendError } from './backend'
import { Finder } from './finder.svelte'
import { Loader, type Page } from './load'
import { Reader } from './reader.svelte'
import { Session, type Language, type Screen, type TextSize } from './session.svelte'
import { Tally } from './tally'
import type { BootView, CodeView, HitView, WifiView } from './views'

/** Milliseconds in which nothing can be touched after a change on the glass. */
const calm = 400

/** What is on the glass: a screen, or why it cannot be shown. */
export interface Glass {
  /** Grows with every change of screen; stays when only the language changes. */
  visit: number
  page: Page | null
  failure: BackendError | null
}

/**
 * The resident's part of the kiosk: where the resident is, what is on the
 * glass. Screens read it and call its verbs.
 */
export class Kiosk {
  readonly session = new Session()
  readonly finder: Finder
  readonly reader: Reader
  /** null until the program has answered. */
  boot = $state.raw<BootView | null>(null)
  /** What is on the glass; null until the first screen is loaded. */
  glass = $state.raw<Glass | null>(null)
  /** The office's network while it is shown; 'failed': a sentence in its place. */
  wifi = $state.raw<WifiView | 'failed' | null>(null)
  /** How the resident's slip stands. */
  slip = $state.raw<'printing' | 'printed' | BackendError | null>(null)
  /** The resident is choosing one of many languages, to read or to hear. */
  choosing = $state<'language' | 'voice' | null>(null)
  /** A screen has been asked for and is not here yet. */
  busy = $state(false)
  /** What is on the glass has just changed; nothing can be touched yet. */
  resting = $state(false)

  #resting: ReturnType<typeof setTimeout> | undefined
  #rests = 0
  #bootLanguage = ''
  #ticket = 0
  #visit = 0
  readonly #loader: Loader
  readonly #tally: Tally

  /** prepare makes sure that a screen can be drawn, before it is shown. */
  constructor(
    readonly backend: Backend,
    private readonly prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
  ) {
    this.#loader = new Loader(backend)
    this.#tally = new Tally(backend, this.session)
    this.finder = new Finder(backend, this.session)
    this.reader = new Reader(backend, this.session)
  }

  /** Shows the first screen. */
  start(): Promise<void> {
    return this.#show()
  }

  /** Says that the first screen is on the glass. */
  painted(): void {
    this.backend.ready()
  }

  /** Staff come to the screen. In the midst of a visit they leave it as it was: see back(). */
  openStaff(): void {
    this.#forward({ name: 'staff' })
  }

  openSearch(): void {
    this.#forward({ name: 'search' })
  }

  /** Opens what was found. */
  openHit(hit: HitView): void {
    if (hit.kind === 'catalogue') this.#forward({ name: 'entry', id: hit.key })
    else this.openService(hit.key)
  }

  openTopic(topic: string): void {
    this.#forward({ name: 'topic', topic })
  }

  openGroup(topic: string, group: number): void {
    this.#forward({ name: 'topic', topic, group })
  }

  openService(service: string): void {
    if (this.busy) return
    this.session.clearService()
    this.#forward({ name: 'service', service })
    this.#tally.opened(service)
  }

  openDetails(service: string): void {
    this.#forward({ name: 'details', service })
  }

  openBring(service: string): void {
    this.#forward({ name: 'bring', service })
  }

  /** Starts the lesson, at its first question or at the checklist. */
  learn(service: string): void {
    this.#forward({ name: 'lesson', service, answers: {} })
  }

  /** Answers the question on the glass. */
  answer(fact: string, answer: string): void {
    const screen = this.session.screen
    if (screen.name !== 'lesson' || this.busy) return
    this.session.answer(fact, answer)
    this.#forward({ ...screen, answers: { ...screen.answers, [fact]: answer } })
  }

  /** Says what of what one must have is missing, or that nothing is. */
  have(ready: string): void {
    const screen = this.session.screen
    if (screen.name === 'lesson') this.#forward({ ...screen, ready })
  }

  /** Opens what is to be done first; the lesson at hand waits. title: its service's. */
  detour(first: string, title: string): void {
    if (this.busy) return
    this.session.wait(title)
    this.openService(first)
  }

  /** Back to the lesson that waits. */
  resume(): void {
    void this.#move(() => this.session.resume())
  }

  /** Shows the chapters of the lesson. */
  openOverview(service: string): void {
    this.#forward({ name: 'overview', service, answers: this.#answers() })
  }

  openStep(service: string, index: number): void {
    this.#forward({ name: 'step', service, index, answers: this.#answers() })
  }

  /** Practises a step on the drawn phone; one past the last ends the rehearsal. again: only what is not right yet. */
  rehearse(service: string, index: number, again = false): void {
    this.#forward({ name: 'rehearsal', service, index, again, answers: this.#answers() })
  }

  /** Practises the steps for which one step stands; one past the last goes back to it. */
  practise(service: string, skill: string, index: number, last = false): void {
    if (last) void this.#move(() => this.session.leaveSkill())
    else this.#forward({ name: 'rehearsal', service, index, again: false, answers: this.#answers(), skill })
  }

  /** Practises the lesson from its first step, as if nothing had been practised. */
  rehearseAll(service: string): void {
    if (this.busy) return
    this.session.practised = new Map()
    this.rehearse(service, 0)
  }

  /** Shows the code, once it is known for which phone; link names it. */
  openHandoff(service: string, link?: CodeView['link']): void {
    this.#forward({ name: 'handoff', service, answers: this.#answers(), ...(link && { link }) })
  }

  /** Shows a code to practise scanning with. */
  openTrial(service: string): void {
    this.#forward({ name: 'trial', service })
  }

  openAfter(service: string): void {
    this.#forward({ name: 'after', service, answers: this.#answers() })
  }

  askHelpful(service: string): void {
    this.#forward({ name: 'helpful', service })
  }

  answerHelpful(yes: boolean): void {
    if (this.busy) return
    this.#tally.count(this.#service(), 'helpful', yes ? 'yes' : 'no')
    this.#forward({ name: yes ? 'thanks' : 'unhelped' })
  }

  /** Prints the papers on the glass for the resident to take along. */
  async printSlip(service: string): Promise<void> {
    if (this.slip === 'printing') return
    const visit = this.#visit
    this.slip = 'printing'
    try {
      await this.backend.slip(service, this.#answers(), this.session.language)
      if (visit === this.#visit) this.slip = 'printed'
    } catch (err) {
      if (visit === this.#visit) this.slip = toBackendError(err)
    }
  }

  /** Shows the office's network. */
  async openWifi(): Promise<void> {
    const visit = this.#visit
    try {
      const wifi = await this.backend.wifi()
      if (visit === this.#visit) this.wifi = wifi
    } catch {
      if (visit === this.#visit) this.wifi = 'failed'
    }
  }

  closeWifi(): void {
    this.wifi = null
  }

  closeSlip(): void {
    this.slip = null
  }

  back(): void {
    if (this.session.screens.length > 1) void this.#move(() => this.session.pop())
  }

  /** Back to the first screen. The language and the size of the letters belong to who stands here, and stay. */
  goHome(): void {
    void this.#move(() => this.session.returnTo([]))
  }

  /** Up to the services of a topic, from one of them. */
  goToTopic(topic: string): void {
    void this.#move(() => this.session.returnTo([{ name: 'topic', topic }]))
  }

  /** The first screen for somebody else; everything of this visit is forgotten. */
  restart(): void {
    void this.#move(() => this.#endVisit({ name: 'home' }))
  }

  /**
   * Somebody has touched the name of a language: the first screen in it, read
   * aloud. voice is a language that is only spoken, "" for none.
   */
  async greet(language: Language, voice: string): Promise<void> {
    await this.#move(() => {
      this.#endVisit({ name: 'home' })
      this.session.language = language
      this.session.voice = voice
    })
    // What there is to read is offered once it is laid out.
    await tick()
    if (this.session.screen.name === 'home' && this.reader.offered) void this.reader.read()
  }

  /** Nobody is here any more: forget everything and invite the next one. */
  end(): void {
    void this.#move(() => this.#endVisit({ name: 'attract' }))
  }

  /**
   * Another screen, page or notice has come under the finger. The second tap of
   * a double tap was not meant for it, and neither is what a hand does before
   * the eyes have seen it.
   */
  rest(): void {
    this.resting = true
    clearTimeout(this.#resting)
    const rest = ++this.#rests
    // From when it is seen: laying it out may take a weak PC as long again.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (rest === this.#rests) this.#resting = setTimeout(() => (this.resting = false), calm)
      }),
    )
  }

  retry(): void {
    void this.#show()
  }

  setLanguage(language: Language): void {
    this.session.language = language
    this.session.voice = ''
    this.choosing = null
    void this.#show()
  }

  /** Changes the size of the letters, and has what is drawn drawn anew in it. What is read, or done, goes on. */
  resize(way: 'enlarge' | 'reduce'): void {
    this.session[way]()
    void this.#redraw()
  }

  async #redraw(): Promise<void> {
    const { screen, language, textSize } = this.session
    const ticket = this.#ticket
    // Without an answer the drawing stays as it is: it can be read.
    const page = await this.#loader.load(screen, language, textSize).catch(() => null)
    if (page && ticket === this.#ticket && textSize === this.session.textSize) this.glass = { visit: this.#visit, page, failure: null }
  }

  /** Chooses the language that is spoken, "" for that of the screen, and reads on in it. */
  setVoice(voice: string): void {
    this.choosing = null
    this.reader.choose(voice)
  }

  callStaff(): void {
    if (this.session.calling) return
    this.session.calling = true
    const step = this.#step()
    this.#tally.count(this.#service(), 'staff_called')
    if (step) this.#tally.count(this.#service(), 'unclear', step)
  }

  endCall(): void {
    this.session.calling = false
  }

  #forward(screen: Screen): void {
    // A second tap while the first is being answered would open it twice.
    if (this.busy) return
    void this.#move(() => this.session.push(screen))
  }

  #move(change: () => void): Promise<void> {
    const from = this.session.screen
    const language = this.session.language
    const depth = this.session.screens.length
    const step = this.#step()
    if (from.name === 'search') this.finder.leave()
    if (from.name === 'staff') this.#leaveStaff()
    change()
    this.#tally.left(from, language, step)
    this.slip = null
    this.wifi = null
    this.choosing = null
    this.#visit++
    return this.#show(this.session.screens.length > depth)
  }

  #leaveStaff(): void {
    // Whoever walks away must not leave the door open.
    void this.backend.staff.lock().catch(() => undefined)
    // Staff may have noted something beside what was asked for before, or found a page wrong.
    this.#loader.clear()
    // And hidden what stands on the first screen, or changed what the office says of itself.
    this.#bootLanguage = ''
    // Staff may have recorded a language, or taken its last recording out.
    this.reader.ask()
  }

  /** The one place where a visit ends, in whatever way. What the page holds of it goes here, the program's part with it. */
  #endVisit(next: Screen): void {
    this.session.end(next)
    this.backend.endSession()
    this.#loader.clear()
    this.finder.clear()
    // The hour in which it may speak may have come.
    if (this.reader.silent) this.reader.ask()
  }

  async #show(forward = false): Promise<void> {
    const ticket = ++this.#ticket
    const { screen, language, textSize } = this.session
    // At the touch, not when the next screen is here: what is read belongs to the one that goes.
    this.reader.stop()
    this.busy = true
    try {
      const [page, boot] = await Promise.all([this.#loader.load(screen, language, textSize), this.#boot(language)])
      await this.prepare(page)
      if (ticket !== this.#ticket) return
      this.boot = boot
      // Another size than that of before, when the kiosk is opened or staff have set it: this visit begins with it.
      // One that goes on after staff were here keeps its own.
      if (this.session.letters !== boot.letters) this.session.begin(boot.letters as TextSize)
      this.glass = { visit: this.#visit, page, failure: null }
      if (textSize !== this.session.textSize) void this.#redraw()
      if (forward) this.#tally.arrived(page)
    } catch (err) {
      if (ticket !== this.#ticket) return
      this.glass = { visit: this.#visit, page: null, failure: toBackendError(err) }
    }
    this.busy = false
    this.rest()
  }

  async #boot(language: Language): Promise<BootView> {
    if (this.boot && this.#bootLanguage === language) return this.boot
    const boot = await this.backend.boot(language)
    this.#bootLanguage = language
    return boot
  }

  /** The answers the screen on the glass rests on. */
  #answers(): Readonly<Record<string, string>> {
    const screen = this.session.screen
    return 'answers' in screen ? screen.answers : {}
  }

  /** The lasting name of the step on the glass, '' where none is. */
  #step(): string {
    const page = this.glass?.page
    return page && 'step' in page ? page.step.target : ''
  }

  #service(): string {
    const { screen } = this.session
    return 'service' in screen ? screen.service : ''
  }
}

/** Under which components find the kiosk. */
export const kioskKey = Symbol('kiosk')

export function provideKiosk(kiosk: Kiosk): void {
  setContext(kioskKey, kiosk)
}

export function useKiosk(): Kiosk {
  return getContext<Kiosk>(kioskKey)
}
