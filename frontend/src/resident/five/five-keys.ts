// The kiosk with eyes closed: the keys of a plain number pad lead through every
// screen, and the kiosk says where one is, what is there and what one does.

import type { Kiosk } from '../../lib/kiosk.svelte'
import type { Unit } from '../../lib/reader.svelte'
import { m } from '../../lib/strings'
import { items, place, said, type Item } from './items'
import { wayOf, type Way } from './pad'

/** Milliseconds in which what changes on the glass is one change. */
const settling = 80

export class FiveKeys {
  #items: Item[] = []
  /** The item one is at; -1: before the first. */
  #at = -1
  /** Where one was told to be. */
  #place = ''
  /** What was said last, to be said again. */
  #last: Unit[] = []
  /** The last key asked for the same again. */
  #again = false
  /** What key 5 does here before one has gone on to an item. */
  #offer: (() => void) | null = null
  /** An item was chosen, and what came of it has not been said. */
  #chosen = false
  /** What the screen told by itself. */
  #told: string[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #watch: MutationObserver

  constructor(
    private readonly kiosk: Kiosk,
    private readonly document: Document,
  ) {
    this.#watch = new MutationObserver((changes) => this.#changed(changes))
  }

  /** Begins to speak, and says which keys there are. */
  start(): void {
    this.kiosk.session.five = true
    this.#watch.observe(this.document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['aria-pressed', 'aria-checked'] })
    this.#announce([m.five_keys()])
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#watch.disconnect()
  }

  /** A key was pressed. asked: it was the answer to whether somebody is still here. */
  key(event: KeyboardEvent, asked: boolean): void {
    const way = wayOf(event)
    if (!way) return
    event.preventDefault()
    event.stopPropagation()
    if (asked) return
    const again = way === 'repeat' && this.#again
    this.#again = way === 'repeat'
    if (again) this.kiosk.session.slow = !this.kiosk.session.slow
    this.#go(way, event.repeat)
  }

  #go(way: Way, held: boolean): void {
    this.#look()
    switch (way) {
      case 'next':
      case 'previous':
        return this.#step(way === 'next' ? 1 : -1)
      case 'choose':
        // What is chosen must have been heard: neither a held key nor the second of two chooses what came meanwhile.
        return held || this.kiosk.busy || this.kiosk.resting ? undefined : this.#choose()
      case 'back':
        return held ? undefined : this.#back()
      case 'repeat':
        return this.#say(...this.#last)
      case 'louder':
      case 'softer':
        this.kiosk.reader.turn(way)
        return this.#aside(m.volume_now({ volume: this.kiosk.session.volume + 1 }))
    }
  }

  #step(by: 1 | -1): void {
    this.#offer = null
    const to = this.#at + by
    // At an end one is told so, and stays: going round would lose who does not see.
    if (to < 0 || to >= this.#items.length) return this.#aside(by > 0 ? m.five_last() : m.five_first())
    this.#at = to
    this.#sayItem()
  }

  #sayItem(...before: string[]): void {
    const item = this.#items[this.#at]
    if (!item) return
    // Whoever stands beside sees where one is.
    if (item.acts) item.element.focus({ preventScroll: true })
    this.#say({ texts: before }, item)
  }

  #choose(): void {
    const offer = this.#offer
    const item = this.#items[this.#at]
    if (offer) {
      this.#offer = null
      return offer()
    }
    if (!item?.acts) return this.#aside(m.five_words())
    const asleep = this.kiosk.session.screen.name === 'attract'
    this.#chosen = true
    item.element.click()
    // Waking the kiosk begins a visit anew; it is this one's.
    if (asleep) this.kiosk.session.five = true
    this.#changed([])
  }

  #back(): void {
    const dialog = place(this.document)
    if (dialog?.matches('[role=dialog], [role=alertdialog]')) return void dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    if (this.kiosk.session.screens.length > 1) return this.kiosk.back()
    this.#aside(m.five_home())
  }

  #changed(changes: MutationRecord[]): void {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const words = element?.closest('[role=status], [role=alert], [aria-live]')?.textContent?.trim()
      if (words && !this.#told.includes(words)) this.#told.push(words)
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      if (this.kiosk.session.five) this.#heard()
      else this.#told = []
    }, settling)
  }

  /** Says what has changed. */
  #heard(): void {
    if (this.kiosk.busy) return this.#changed([])
    const told = this.#told
    const chosen = this.#chosen
    this.#told = []
    this.#chosen = false
    if (this.#here() !== this.#place) return this.#announce()
    const before = new Set(this.#items.map(said))
    this.#look()
    if (chosen && !this.kiosk.reader.reading) {
      const fresh = this.#items.findIndex((item) => !before.has(said(item)))
      if (fresh >= 0) this.#at = fresh
      return this.#sayItem(...told)
    }
    if (told.length > 0) this.#say({ texts: told })
  }

  /** The name of what is on the glass. */
  #here(): string {
    const { glass, session } = this.kiosk
    const over = place(this.document)
    return [glass?.visit, session.language, over?.getAttribute('aria-labelledby'), over?.hasAttribute('role') && this.#title(over)].join(' ')
  }

  #title(root: HTMLElement | null): string {
    return root?.querySelector<HTMLElement>('h1, h2')?.innerText.trim().replace(/\s+/g, ' ') ?? ''
  }

  /** Finds the items anew, and oneself among them. */
  #look(): void {
    const root = place(this.document)
    const was = this.#items[this.#at]
    this.#items = root ? items(root) : []
    if (!was) return
    const same = this.#items.findIndex(({ element }) => element === was.element)
    const alike = this.#items.findIndex((item) => said(item) === said(was))
    this.#at = same >= 0 ? same : alike >= 0 ? alike : Math.min(this.#at, this.#items.length - 1)
  }

  /** Says where one is, what it is about, and how much there is to choose. */
  #announce(more: string[] = []): void {
    const root = place(this.document)
    if (!root) return
    this.#place = this.#here()
    this.#at = -1
    this.#look()
    this.#offer = null
    this.#again = false
    // A field would take the keys for its own.
    const heading = root.querySelector<HTMLElement>('h1[tabindex]')
    if (this.document.activeElement instanceof HTMLInputElement) (heading ?? this.document.activeElement)[heading ? 'focus' : 'blur']()
    const count = m.five_count({ count: this.#items.filter(({ acts }) => acts).length })
    if (root.hasAttribute('role')) {
      const words = this.#items.filter(({ acts }) => !acts)
      this.#at = this.#items.findIndex(({ acts }) => acts) - 1
      const stay = root.getAttribute('aria-labelledby') === 'idle-title' ? [m.five_stay()] : []
      return this.#say({ texts: [...words.flatMap(({ texts }) => texts), ...stay, count, ...more] })
    }
    const title = this.#title(root)
    const first = this.#items[0]
    if (first?.texts[0] === title) this.#at = 0
    const lang = root.querySelector('h1')?.getAttribute('lang') ?? ''
    // The sleeping screen calls itself by what it asks who sees to do.
    const here = this.kiosk.session.screen.name === 'attract' ? [{ texts: [m.five_asleep()] }] : [{ texts: [m.five_here()] }, { texts: [title], lang }]
    this.#say(...here, { texts: [count] }, ...this.#code(), { texts: more })
  }

  /** The hand-off: the code of the procedure, sign by sign, and the slip. */
  #code(): { texts: string[]; slow?: boolean }[] {
    const page = this.kiosk.glass?.page
    if (page?.name !== 'handoff') return []
    const { service, codes, code } = page
    const slip = Boolean(this.kiosk.boot?.slips && code)
    if (slip) this.#offer = () => void this.kiosk.printSlip(service.key)
    const signs = [...codes.code].map((sign) => (sign === '.' ? m.five_dot() : sign)).join(', ')
    return [...(signs ? [{ texts: [m.five_code(), signs], slow: true }] : []), { texts: slip ? [m.five_print()] : [] }]
  }

  /** Says something that is not to be said again. */
  #aside(...texts: string[]): void {
    this.#speak([{ texts }])
  }

  #say(...units: Unit[]): void {
    this.#last = units
    this.#speak(units)
  }

  #speak(units: readonly Unit[]): void {
    const { reader } = this.kiosk
    if (reader.audible) void reader.tell(units)
  }
}
