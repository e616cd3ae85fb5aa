import type { Backend } from './backend'
import { forAll, type Page } from './load'
import type { Language, Screen, Session } from './session.svelte'

/** Counts what residents do: which services they open, how far they come. Nothing is counted of who they are. */
export class Tally {
  readonly #finished = new Set<string>()
  /** The service whose code has been on the glass since it was opened. */
  #scanned = ''

  constructor(
    private readonly backend: Backend,
    private readonly session: Session,
  ) {}

  count(service: string, event: Parameters<Backend['count']>[1], detail = '', language: Language = this.session.language): void {
    this.backend.count(service, event, detail, language)
  }

  opened(service: string): void {
    this.#scanned = ''
    this.count(service, 'opened')
  }

  arrived(page: Page): void {
    // Who skipped everything has not practised.
    if (page.name === 'rehearsed' && this.session.practised.size > 0) this.count(page.service.key, 'rehearsed')
    // On the page of a service a code stands, unless the phone is to be asked for first.
    const code = page.name === 'handoff' ? page.code : page.name === 'service' && forAll(page.codes)
    if (code && 'service' in page && this.#scanned !== page.service.key) this.count((this.#scanned = page.service.key), 'code_shown')
  }

  /** Language is that of the screen that was left, step the lasting name of what was seen on it last. */
  left(from: Screen, language: Language, step: string): void {
    const to = this.session.screen
    // Staff stand before it for a moment; who was in it goes on.
    if (to.name === 'staff') return
    if (isLesson(from) && !isLesson(to) && to.name !== 'handoff') {
      this.count(from.service, 'left', String('index' in from ? from.index + 1 : 0), language)
      if (step) this.count(from.service, 'stopped', step, language)
    }
    const ending = from.name === 'after' || from.name === 'helpful'
    if (ending && to.name !== 'after' && to.name !== 'handoff' && !this.#finished.has(from.service)) {
      this.#finished.add(from.service)
      this.count(from.service, 'finished', '', language)
    }
    if (this.session.screens.length > 1) return
    this.#finished.clear()
    this.#scanned = ''
  }
}

function isLesson(screen: Screen): screen is Extract<Screen, { name: 'lesson' | 'overview' | 'step' | 'rehearsal' }> {
  return screen.name === 'lesson' || screen.name === 'overview' || screen.name === 'step' || screen.name === 'rehearsal'
}
