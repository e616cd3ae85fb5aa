import { toBackendError, type Backend, type BackendError } from './backend'
import type { Session } from './session.svelte'
import type { SearchView } from './views'

/** Letters a query must have before it counts as looked for in vain. */
const meant = 3

/**
 * Asks the program while the resident types. One question is on its way at a
 * time; of those typed meanwhile only the last is asked. What was asked before
 * is not kept: the next resident must not see it.
 */
export class Finder {
  /** The answer to what is typed, or to what was typed just before. */
  view = $state.raw<SearchView | null>(null)
  failure = $state.raw<BackendError | null>(null)

  #asking: Promise<void> | null = null
  #answered = ''
  #visit = 0

  constructor(
    private readonly backend: Backend,
    private readonly session: Session,
  ) {}

  /** Asks for what the session's query says now; done when all typed so far is answered. */
  ask(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = null))
    return this.#asking
  }

  async #ask(): Promise<void> {
    const visit = this.#visit
    for (let asked: string | null = null; visit === this.#visit && asked !== this.#wanted(); ) {
      asked = this.#wanted()
      await this.#answer(asked, visit)
    }
    if (visit !== this.#visit && this.session.query !== '') await this.#ask()
  }

  /** The resident goes on: what was not found is worth counting. */
  leave(): void {
    const query = this.session.query.trim()
    if (query.length >= meant && this.#answered === this.#wanted() && this.view?.hits.length === 0) this.backend.missed(query)
  }

  /** Forgets everything. */
  clear(): void {
    this.#visit++
    this.#answered = ''
    this.view = null
    this.failure = null
  }

  #wanted(): string {
    return `${this.session.language} ${this.session.query}`
  }

  async #answer(asked: string, visit: number): Promise<void> {
    const { query, language } = this.session
    try {
      const view = query.trim() === '' ? null : await this.backend.search(query, language)
      if (visit !== this.#visit) return
      this.view = view
      this.failure = null
      this.#answered = asked
    } catch (err) {
      if (visit !== this.#visit) return
      this.view = null
      this.failure = toBackendError(err)
    }
  }
}
