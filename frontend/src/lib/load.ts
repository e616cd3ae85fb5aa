import type { Backend } from './backend'
import type { Language, Screen, TextSize } from './session.svelte'
import type { ChapterView, CodeView, CodesView, EntryView, FactView, GroupView, PlayView, RehearsalView, ServiceView, StepView, TopicPageView, WalkView } from './views'

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
  checklist: { service: ServiceView; walk: WalkView }
  overview: { service: ServiceView; walk: WalkView }
  step: { service: ServiceView; walk: WalkView; step: StepView; index: number; codes: CodeView[] }
  rehearsal: { service: ServiceView; steps: PlayView[]; chapters: ChapterView[]; step: PlayView; index: number; again: boolean }
  rehearsed: { service: ServiceView; steps: PlayView[] }
  /** code: the one that is shown; null: there is none, or the phone is asked for first. */
  handoff: { service: ServiceView; walk: WalkView; codes: CodesView; code: CodeView | null; link: CodeView['link'] | '' }
  after: { service: ServiceView; walk: WalkView; codes: CodesView }
  helpful: object
  thanks: object
  unhelped: object
}

export type PageName = keyof Shows

/** The code that any phone can open; null: there is none. */
export const forAll = ({ codes: [code], phones }: CodesView): CodeView | null => (phones.length === 0 && code) || null

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
        return { name: 'entry', entry: await this.#entry(screen.id, language) }
      case 'topic':
        return this.#group(screen, language)
      case 'service': {
        const [service, codes] = await Promise.all([this.#service(screen.service, language), this.#codes(screen.service, language)])
        return { name: 'service', service, codes }
      }
      case 'details':
      case 'bring':
        return { name: screen.name, service: await this.#service(screen.service, language) }
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

  async #group(screen: Extract<Screen, { name: 'topic' }>, language: Language): Promise<Page> {
    const topic = await this.#topic(screen.topic, language)
    return { name: 'topic', topic, group: topic.groups[screen.group ?? -1] }
  }

  async #lesson(
    screen: Extract<Screen, { name: 'lesson' | 'overview' | 'step' | 'handoff' | 'after' }>,
    language: Language,
    size: TextSize,
  ): Promise<Page> {
    const [service, walk] = await Promise.all([
      this.#service(screen.service, language),
      this.#walk(screen.service, screen.answers, language, size),
    ])
    switch (screen.name) {
      case 'lesson':
        return walk.ask ? { name: 'fact', service, walk, ask: walk.ask } : { name: 'checklist', service, walk }
      case 'overview':
        return { name: 'overview', service, walk }
      case 'step': {
        const step = walk.steps[screen.index]
        if (!step) return this.#after(service, walk, language)
        const { codes } = step.scan ? await this.#codes(screen.service, language) : { codes: [] }
        return { name: 'step', service, walk, step, index: screen.index, codes }
      }
      case 'handoff': {
        const codes = await this.#codes(screen.service, language)
        const link = screen.link ?? ''
        return { name: 'handoff', service, walk, codes, link, code: link ? (codes.codes.find((code) => code.link === link) ?? null) : forAll(codes) }
      }
      case 'after':
        return this.#after(service, walk, language)
    }
  }

  async #after(service: ServiceView, walk: WalkView, language: Language): Promise<Page> {
    return { name: 'after', service, walk, codes: await this.#codes(service.key, language) }
  }

  async #practice(screen: Extract<Screen, { name: 'rehearsal' }>, language: Language, size: TextSize): Promise<Page> {
    const given = JSON.stringify(Object.entries(screen.answers))
    const [service, rehearsal] = await Promise.all([
      this.#service(screen.service, language),
      this.#once<RehearsalView>(`rehearsal ${screen.service} ${given} ${language} ${size}`, () =>
        this.backend.rehearsal(screen.service, screen.answers, language, size),
      ),
    ])
    const { steps, chapters } = rehearsal
    const { index, again } = screen
    const step = steps[index]
    if (!step) return { name: 'rehearsed', service, steps }
    return { name: 'rehearsal', service, steps, chapters, step, index, again }
  }

  #entry(id: string, language: Language): Promise<EntryView> {
    return this.#once(`entry ${id} ${language}`, () => this.backend.entry(id, language))
  }

  #topic(key: string, language: Language): Promise<TopicPageView> {
    return this.#once(`topic ${key} ${language}`, () => this.backend.topic(key, language))
  }

  #service(key: string, language: Language): Promise<ServiceView> {
    return this.#once(`service ${key} ${language}`, () => this.backend.service(key, language))
  }

  #codes(key: string, language: Language): Promise<CodesView> {
    return this.#once(`codes ${key} ${language}`, () => this.backend.codes(key, language))
  }

  #walk(key: string, answers: Readonly<Record<string, string>>, language: Language, size: TextSize): Promise<WalkView> {
    const given = JSON.stringify(Object.entries(answers))
    return this.#once(`walk ${key} ${given} ${language} ${size}`, () => this.backend.walk(key, answers, language, size))
  }

  #once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#known.get(question)
    if (known) return known as Promise<T>
    const answer = ask()
    this.#known.set(question, answer)
    // A failure may be gone by the next try.
    answer.catch(() => this.#known.delete(question))
    return answer
  }
}
