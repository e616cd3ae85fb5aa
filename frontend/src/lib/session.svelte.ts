import type { Answers } from './backend'
import type { CodeView } from './views'

/** A language of the pack. The window's own words exist in vi and en; elsewhere they stay Vietnamese. */
export type Language = string

/** 0 as designed; then 1.25, 1.6 and 2 times as large. */
export type TextSize = 0 | 1 | 2 | 3

export const largestText: TextSize = 3

/** Of four; see the reader's loudness. */
const usualVolume = 2

/** Where the resident is. A screen knows all it takes to come back to it. */
export type Screen =
  | { name: 'attract' }
  | { name: 'home' }
  | { name: 'search' }
  /** Behind the staff door. */
  | { name: 'staff' }
  /** A procedure of the national catalogue, by its page id. */
  | { name: 'entry'; id: string }
  /** A topic, or one of its groups. */
  | { name: 'topic'; topic: string; group?: number }
  | { name: 'service'; service: string }
  | { name: 'details'; service: string }
  | { name: 'bring'; service: string }
  /** The next question, or the checklist once all are answered. ready: what of what one must have is missing, "all" for nothing; left out: nobody has asked yet. */
  | { name: 'lesson'; service: string; answers: Answers; ready?: string }
  /** The chapters of the lesson. */
  | { name: 'overview'; service: string; answers: Answers }
  | { name: 'step'; service: string; answers: Answers; index: number }
  /** A step practised on the drawn phone; one past the last: the end. again: only what is not right yet. skill: the steps of that one step. */
  | { name: 'rehearsal'; service: string; answers: Answers; index: number; again: boolean; skill?: string }
  /** link: the code for this phone; left out where there is one for all, or nobody has asked yet. */
  | { name: 'handoff'; service: string; answers: Answers; link?: CodeView['link'] }
  /** Scanning is tried, before the code of this service. */
  | { name: 'trial'; service: string }
  | { name: 'after'; service: string; answers: Answers }
  | { name: 'helpful'; service: string }
  /** The end of a visit: thanks, or the way to staff. */
  | { name: 'thanks' | 'unhelped' }

const home: Screen = { name: 'home' }

/** A lesson that waits while its resident does something else first. */
interface Waiting {
  /** Its service's name. */
  title: string
  /** The way to where it goes on. */
  screens: readonly Screen[]
  /** What waits for this one, in turn. */
  outer: Waiting | null
}

/** All that is known of a visit, as it stands when one begins. Whatever is added here is forgotten with the rest. */
class Visit {
  language = $state<Language>('vi')
  textSize = $state<TextSize>(0)
  /** From the first screen to the one on the glass; never empty. */
  screens = $state.raw<readonly Screen[]>([home])
  /** The answers given in the lesson at hand, by fact. */
  answers = $state.raw<Answers>({})
  /** What the resident has typed to search; never kept. */
  query = $state('')
  /** Somebody stands beside the learner and is told what to watch for. */
  helped = $state(false)
  /** Screens have been read aloud, and nobody has stopped it: who listens hears what happens, too. */
  listens = $state(false)
  /** Reading aloud goes slowly. */
  slow = $state(false)
  /** How loud it is, from 0 to 3. */
  volume = $state(usualVolume)
  /** The number pad leads, and every screen is spoken. */
  five = $state(false)
  /** White on black. */
  contrast = $state(false)
  /** What is touched stands in the lower half of the glass. */
  low = $state(false)
  /** The spoken language that was chosen; "": the language of the screen. */
  voice = $state('')
  /** The sign that calls staff is up. */
  calling = $state(false)
  /** Papers the resident has laid ready, by their words. */
  ready = $state.raw<ReadonlySet<string>>(new Set())

  /** The steps that were practised, by index: true when the first touch was right each time. */
  practised = $state.raw<ReadonlyMap<number, boolean>>(new Map())

  /** The lesson to come back to; null: nothing else comes first. */
  waiting = $state.raw<Waiting | null>(null)

  /** The resident's visit, as it was when staff came to the screen in the midst of it; null: nobody has. */
  aside = $state.raw<Visit | null>(null)
}

/** The names of what a visit holds: all of a class but its constructor, which is always the first. */
const held = Object.getOwnPropertyNames(Visit.prototype).slice(1) as (keyof Visit)[]

/** Makes a visit like another one. */
function copy(from: Visit, to: Visit): void {
  for (const name of held) (to as Record<keyof Visit, unknown>)[name] = from[name]
}

/**
 * One resident's visit. All that is known of it stands here, in memory, and
 * end() forgets it. Nothing of it is ever written anywhere.
 */
export class Session extends Visit {
  /** The size that a visit begins with. */
  letters: TextSize = 0

  /** The screen on the glass. */
  get screen(): Screen {
    return this.screens[this.screens.length - 1] ?? home
  }

  push(screen: Screen): void {
    // Staff come to the screen: the visit waits as it is, whatever they change.
    if (screen.name === 'staff') {
      this.calling = false
      const aside = new Visit()
      copy(this, aside)
      this.aside = aside
    }
    this.screens = [...this.screens, screen]
  }

  pop(): void {
    if (this.aside) return copy(this.aside, this)
    if (this.screens.length > 1) this.screens = this.screens.slice(0, -1)
    if (this.waiting && this.screens.length <= this.waiting.screens.length + 1) this.waiting = this.waiting.outer
  }

  /** Lets the lesson at hand wait, from the screen before this one. */
  wait(title: string): void {
    this.waiting = { title, screens: this.screens.slice(0, -1), outer: this.waiting }
  }

  /** Goes back to the lesson that waits. */
  resume(): void {
    if (!this.waiting) return
    const { screens, outer } = this.waiting
    this.screens = screens
    this.waiting = outer
    this.clearService()
    if ('answers' in this.screen) this.answers = this.screen.answers
  }

  /** Goes back to the step that was practised closely. */
  leaveSkill(): void {
    while ('skill' in this.screen && this.screen.skill) this.pop()
  }

  answer(fact: string, answer: string): void {
    this.answers = { ...this.answers, [fact]: answer }
    // Other answers make other steps.
    this.practised = new Map()
  }

  /** Notes how a step went that was practised to its end. */
  practise(index: number, right: boolean): void {
    this.practised = new Map(this.practised).set(index, right)
  }

  /** Takes up a paper, or lays it down again. */
  togglePaper(say: string): void {
    const ready = new Set(this.ready)
    if (!ready.delete(say)) ready.add(say)
    this.ready = ready
  }

  /** Forgets one service's answers and papers, when another is opened. */
  clearService(): void {
    this.answers = {}
    this.ready = new Set()
    this.practised = new Map()
  }

  /** The size that visits begin with is another one now. */
  begin(letters: TextSize): void {
    this.letters = letters
    if (this.screens.length === 1) this.textSize = letters
  }

  /** One size up, or none where the letters are largest. */
  enlarge(): void {
    if (this.textSize < largestText) this.textSize++
  }

  /** One size down. */
  reduce(): void {
    if (this.textSize > 0) this.textSize--
  }

  /** Goes back to a screen that leads there from the first one, and forgets what came after. */
  returnTo(screens: readonly Screen[]): void {
    this.screens = [home, ...screens]
    this.query = ''
    this.waiting = this.aside = null
    this.clearService()
  }

  /** Forgets everything, and waits for the next resident at the given screen. */
  end(next: Screen = home): void {
    copy(new Visit(), this)
    this.textSize = this.letters
    this.screens = [next]
  }
}
