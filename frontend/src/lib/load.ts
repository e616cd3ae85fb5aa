import type { Backend } from './backend'
import type { Language, Screen, TextSize } from './session.svelte'
import type { ChapterView, CodeView, CodesView, DoorwayView, EntryView, FactView, GroupView, PlayView, ReadyView, ServiceView, StepView, TopicPageView, TrialView, WalkView } from './views'

/** What each screen shows. */
interface Shows {
  attract: object
  home: object
  search: object
  /** Behind the staff door. */
  staff: object
  entry: { entry: EntryView }
  topic: { topic: TopicPageView; group: GroupView | undefined }
  service: { service: ServiceView; codes: CodesView }
  details: { service: ServiceView }
  bring: { service: ServiceView }
  fact: { service: ServiceView; walk: WalkView; ask: FactView }
  /** What one must have before the first step. */
  ready: { service: ServiceView; ready: ReadyView[] }
  /** Something is missing: what to do first. lacks: what, where it is one of what one must have. */
  detour: { service: ServiceView; lacks: ReadyView | null | undefined; first: DoorwayView | null; desk: boolean }
  checklist: { service: ServiceView; walk: WalkView }
  overview: { service: ServiceView; walk: WalkView }
  step: { service: ServiceView; walk: WalkView; step: StepView; index: number; codes: CodeView[] }
  rehearsal: { service: ServiceView; steps: PlayView[]; chapters: ChapterView[]; step: PlayView; index: number; again: boolean; skill: string }
  rehearsed: { service: ServiceView; steps: PlayView[]; ending: WalkView['ending'] }
  /** code: the one that is shown; null: there is none, or the phone is asked for first. */
  handoff: { service: ServiceView; walk: WalkView; codes: CodesView; code: CodeView | null; link: CodeView['link'] | '' }
  trial: { service: ServiceView; trial: TrialView }
  after: { service: ServiceView; walk: WalkView; codes: CodesView }
  helpful: object
  thanks: object
  unhelped: object
}

export type PageName = keyof Shows

/** In place of the key of what is missing: nothing is. */
export const all = 'all'

/** The code that any phone can open; null: there is none. */
export const forAll = ({ codes: [code], phones }: CodesView): CodeView | null => (phones.length === 0 && code) || null

/** What is asked of the program once. */
type Asked = 'entry' | 'topic' | 'service' | 'codes' | 'walk' | 'rehearsal' | 'skill' | 'trial'

/** A screen with all it shows. */
export type Page = { [Name in PageName]: { name: Name } & Shows[Name] }[PageName]

/**
 * Asks the program for what screens show, once for each question: going back
 * and on to the next step need no second answer. Belongs to one session.
 */
export class Loader {
  #known = new Map<string, Promise<unknown>>()

  constructor(private readonly backend: Backend) {}

  /** size: of the letters in the drawings. Rejects with a BackendError. */
  async load(screen: Screen, language: Language, size: TextSize): Promise<Page> {
    switch (screen.name) {
      case 'attract':
      case 'home':
      case 'search':
      case 'staff':
      case 'thanks':
      case 'unhelped':
      case 'helpful':
        return { name: screen.name }
      case 'entry':
        return { name: 'entry', entry: await this.#ask('entry', screen.id, language) }
      case 'topic': {
        const topic = await this.#ask('topic', screen.topic, language)
        return { name: 'topic', topic, group: topic.groups[screen.group ?? -1] }
      }
      case 'service': {
        const [service, codes] = await Promise.all([this.#ask('service', screen.service, language), this.#ask('codes', screen.service, language)])
        return { name: 'service', service, codes }
      }
      case 'details':
      case 'bring':
        return { name: screen.name, service: await this.#ask('service', screen.service, language) }
      case 'trial': {
        const [service, trial] = await Promise.all([this.#ask('service', screen.service, language), this.#ask('trial', language)])
        return { name: 'trial', service, trial }
      }
      case 'rehearsal':
        return this.#practice(screen, language, size)
      default:
        return this.#lesson(screen, language, size)
    }
  }

  /** Forgets all answers. */
  clear(): void {
    this.#known.clear()
  }

  async #lesson(
    screen: Extract<Screen, { name: 'lesson' | 'overview' | 'step' | 'handoff' | 'after' }>,
    language: Language,
    size: TextSize,
  ): Promise<Page> {
    const [service, walk] = await Promise.all([
      this.#ask('service', screen.service, language),
      this.#ask('walk', screen.service, screen.answers, language, size),
    ])
    switch (screen.name) {
      case 'lesson':
        return this.#before(screen.ready, service, walk)
      case 'overview':
        return { name: 'overview', service, walk }
      case 'step': {
        const step = walk.steps[screen.index]
        if (!step) return this.#after(service, walk, language)
        const { codes } = step.scan ? await this.#ask('codes', screen.service, language) : { codes: [] }
        return { name: 'step', service, walk, step, index: screen.index, codes }
      }
      case 'handoff': {
        const known = await this.#ask('codes', screen.service, language)
        // Who is to call at once, or to go somewhere, is shown whom and where, and no code to scan.
        const codes = walk.acts.length > 0 || walk.ending === 'urgent' ? { ...known, codes: [], phones: [] } : known
        const link = screen.link ?? ''
        return { name: 'handoff', service, walk, codes, link, code: link ? (codes.codes.find((code) => code.link === link) ?? null) : forAll(codes) }
      }
      case 'after':
        return this.#after(service, walk, language)
    }
  }

  /** A question, or what is missing, or the papers: whatever comes next before the steps. */
  #before(had: string | undefined, service: ServiceView, walk: WalkView): Page {
    const { ask, first, blocked, ready, desk } = walk
    if (ask) return { name: 'fact', service, walk, ask }
    if (first || blocked) return { name: 'detour', service, lacks: blocked, first, desk: false }
    if (had === all || ready.length === 0) return { name: 'checklist', service, walk }
    const lacks = ready.find(({ key }) => key === had)
    return lacks ? { name: 'detour', service, lacks, first: lacks.first, desk } : { name: 'ready', service, ready }
  }

  async #after(service: ServiceView, walk: WalkView, language: Language): Promise<Page> {
    return { name: 'after', service, walk, codes: await this.#ask('codes', service.key, language) }
  }

  async #practice(screen: Extract<Screen, { name: 'rehearsal' }>, language: Language, size: TextSize): Promise<Page> {
    const [service, rehearsal] = await Promise.all([
      this.#ask('service', screen.service, language),
      screen.skill
        ? this.#ask('skill', screen.service, screen.skill, language, size)
        : this.#ask('rehearsal', screen.service, screen.answers, language, size),
    ])
    const { index, again, skill = '' } = screen
    const step = rehearsal.steps[index]
    return step ? { name: 'rehearsal', service, ...rehearsal, step, index, again, skill } : { name: 'rehearsed', service, ...rehearsal }
  }

  #ask<Name extends Asked>(name: Name, ...asked: Parameters<Backend[Name]>): ReturnType<Backend[Name]> {
    const question = JSON.stringify([name, ...asked])
    const known = this.#known.get(question)
    if (known) return known as ReturnType<Backend[Name]>
    const answer = (this.backend[name] as (...asked: Parameters<Backend[Name]>) => ReturnType<Backend[Name]>)(...asked)
    this.#known.set(question, answer)
    // A failure may be gone by the next try.
    answer.catch(() => this.#known.delete(question))
    return answer
  }
}
