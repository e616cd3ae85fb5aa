import type { Backend, BackendError } from '../../lib/backend'
import type { Found, JudgedView, LinkCodeView, LinksView, LinkView, Reader } from '../../lib/views'
import { Typing } from '../../components/keyboard/typing.svelte'
import { refused } from '../refused'

/** Where a round of checking stands. */
export type RoundPage = 'begin' | 'control' | 'link' | 'address' | 'end'

/** What was said of a link in this round. */
interface Said {
  link: string
  found: Found
}

/** A round of checking links: each is opened with a phone, and somebody says what opened. */
export class LinkRound {
  view = $state.raw<LinksView | null>(null)
  page = $state<RoundPage>('begin')
  problem = $state.raw<BackendError | null>(null)
  reader = $state<Reader>('android')
  /** The control code did not open: what does not open now says nothing. */
  outage = $state(false)
  /** The links of the round, and at which one it is. */
  links = $state.raw<readonly LinkView[]>([])
  at = $state(0)
  /** The link on the glass, with its code. */
  shown = $state.raw<LinkCodeView | null>(null)
  /** An earlier verdict that says the opposite, and what is said now. */
  asks = $state.raw<{ before: JudgedView; found: Found } | null>(null)
  /** A pasted address that is tried. */
  readonly pasting = new Typing('', 2000)
  tried = $state.raw<LinkCodeView | null>(null)
  said = $state.raw<readonly Said[]>([])

  #sitting = 0
  #running: Promise<void> | null = null

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {
    this.pasting.method = 'off' // an address is its letters
  }

  /** Looks what there is to check; a round under way goes on. */
  async look(): Promise<void> {
    if (this.page !== 'begin' && this.page !== 'end') return
    await this.#do(async (staff) => {
      this.view = await staff.links()
      this.page = 'begin'
    })
  }

  /** Begins a round, of these links or those that come first. */
  async begin(links: readonly LinkView[] = this.view?.links ?? []): Promise<void> {
    await this.#do(async (staff) => {
      this.#sitting = await staff.beginLinks()
      this.links = links
      this.said = []
      this.outage = false
      if (!this.view?.control) {
        await staff.linksControl(this.#sitting, false)
        await this.#show(staff, 0)
        return
      }
      this.shown = await staff.linkCode(this.view.control.key)
      this.page = 'control'
    })
  }

  /** Begins a round of links by their keys, unless one is under way. */
  async check(keys: readonly string[]): Promise<void> {
    if (this.page !== 'begin') return
    const links: LinkView[] = []
    await this.#do(async (staff) => {
      for (const key of keys) links.push((await staff.linkCode(key)).link)
    })
    if (!this.problem) await this.begin(links)
  }

  async control(opened: boolean): Promise<void> {
    await this.#do(async (staff) => {
      await staff.linksControl(this.#sitting, opened)
      this.outage = !opened
      await this.#show(staff, 0)
    })
  }

  /** Says what opened. An earlier verdict that says the opposite is shown once. */
  async judge(found: Found, sure = false): Promise<void> {
    const link = this.shown?.link
    if (!link) return
    await this.#do(async (staff) => {
      const before = await staff.judgeLink({ sitting: this.#sitting, link: link.key, url: link.url, found, reader: this.reader, sure })
      this.asks = before.found === '' ? null : { before, found }
      if (this.asks) return
      this.said = [...this.said, { link: link.key, found }]
      await this.#show(staff, this.at + 1)
    })
  }

  async skip(): Promise<void> {
    await this.#do((staff) => this.#show(staff, this.at + 1))
  }

  /** Takes back the last thing that was said, and shows that link again. */
  async undo(): Promise<void> {
    await this.#do(async (staff) => {
      const key = await staff.undoLink(this.#sitting)
      const at = this.links.findIndex((link) => link.key === key)
      this.said = this.said.slice(0, -1)
      await this.#show(staff, at >= 0 ? at : this.at)
    })
  }

  /** Ends the round, once what was said last is kept; an answer to it that asks is not passed over. */
  async end(): Promise<void> {
    const asked = this.asks !== null
    await this.#running
    if (this.asks && !asked) return
    this.asks = null
    this.page = 'end'
  }

  askAddress(): void {
    this.pasting.clear()
    this.tried = null
    this.page = 'address'
  }

  async tryAddress(): Promise<void> {
    const link = this.shown?.link
    if (link) await this.#do(async (staff) => (this.tried = await staff.tryAddress(link.key, this.pasting.text)))
  }

  /** The right page opened by the pasted address: from now on it is used. */
  async useAddress(): Promise<void> {
    const { tried } = this
    if (!tried) return
    await this.#do(async (staff) => {
      const { key, url } = tried.link
      await staff.useAddress({ sitting: this.#sitting, link: key, url, found: 'right', reader: this.reader, sure: true })
      this.said = [...this.said, { link: key, found: 'right' }]
      await this.#show(staff, this.at + 1)
    })
  }

  async back(): Promise<void> {
    await this.#do((staff) => this.#show(staff, this.at))
  }

  async drop(key: string): Promise<void> {
    await this.#do(async (staff) => {
      await staff.dropAddress(key)
      this.view = await staff.links()
    })
  }

  count(found: Found): number {
    return this.said.filter((said) => said.found === found).length
  }

  /** Shows the link at a place, which changes with what is on the glass: a key never answers for another code. */
  async #show(staff: Backend['staff'], at: number): Promise<void> {
    const link = this.links[at]
    if (link) this.shown = await staff.linkCode(link.key)
    this.at = at
    this.page = link ? 'link' : 'end'
  }

  /** One thing at a time: who touches twice says it once. */
  async #do(act: (staff: Backend['staff']) => Promise<unknown>): Promise<void> {
    if (this.#running) return
    this.#running = this.#try(act)
    await this.#running
    this.#running = null
  }

  async #try(act: (staff: Backend['staff']) => Promise<unknown>): Promise<void> {
    try {
      this.problem = null
      await act(this.backend.staff)
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }
}
