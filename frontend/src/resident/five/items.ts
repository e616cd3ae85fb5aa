// What a screen says to who does not see it, item by item: made from the page
// itself, as a screen reader would, so that no screen has to say it twice.

import { m } from '../../lib/strings'

/** One thing on the glass: words, or a button. */
export interface Item {
  element: HTMLElement
  /** Its lines, and what kind of thing it is. */
  texts: string[]
  /** "": the language of the screen. */
  lang: string
  /** It can be chosen. */
  acts: boolean
}

/** Words that are not parted further. */
const leaves = 'h1, h2, h3, p, dt, dd, figcaption, li, small'

const controls = 'button, input'

/** What tells by itself when it changes, or says nothing to a listener. */
const unsaid = '[role=status], [role=alert], [aria-live], [aria-hidden=true], [inert], script, style'

/** What lies over the screen, else the screen. */
export function place(document: Document): HTMLElement | null {
  const dialogs = document.querySelectorAll<HTMLElement>('[role=dialog], [role=alertdialog]')
  return dialogs[dialogs.length - 1] ?? document.querySelector<HTMLElement>('.resident')
}

/** The items of a place, in the order in which one hears them: what it is about, the ways on, the tools. */
export function items(root: HTMLElement, shown: (element: Element) => boolean = isShown): Item[] {
  const all: Item[] = []
  const parts = [...root.querySelectorAll<HTMLElement>('main, footer, header')].filter((part) => part.parentElement === root)
  parts.sort((a, b) => order(a) - order(b))
  for (const part of parts.length > 0 ? parts : [root]) walk(part, shown, all)
  // What it is about comes first, wherever it stands.
  all.sort((a, b) => +titles(b) - +titles(a))
  return all.filter((item, i) => !echoes(item, all[i + 1]))
}

const order = (part: HTMLElement): number => ['MAIN', 'FOOTER', 'HEADER'].indexOf(part.tagName)

const titles = ({ element }: Item): boolean => element.closest('h1') !== null

/** A heading for one's ears only, before the button that says the same. */
const echoes = (item: Item, next: Item | undefined): boolean => !item.acts && next?.acts === true && next.texts[0] === item.texts[0]

/** The words of an item, to tell whether it is still the same. */
export const said = ({ texts }: Item): string => texts.join('\n')

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
}

function walk(element: HTMLElement | SVGElement, shown: (element: Element) => boolean, all: Item[]): void {
  if (element.matches(unsaid) || !shown(element)) return
  const lang = element.closest('[lang]:not(html)')?.getAttribute('lang') ?? ''
  const add = (texts: string[], acts = false): void => {
    if (texts.length > 0) all.push({ element: element as HTMLElement, texts, lang, acts })
  }
  const label = element.getAttribute('aria-label')
  if (element instanceof HTMLInputElement) return add([element.labels?.[0]?.textContent?.trim() || label || '', element.value].filter(Boolean))
  if (element.matches(controls)) return add(control(element as HTMLElement, label), true)
  if (element.matches('[role=img]') || element instanceof SVGElement) return add(label ? [label] : [])
  const inner = element.querySelector(`${controls}, [role=img][aria-label], ${leaves}`)
  const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  if (!inner && (words || element.matches(leaves))) return add(lines(element))
  for (const child of element.childNodes) {
    if (child instanceof HTMLElement || child instanceof SVGElement) walk(child, shown, all)
    else if (child.textContent?.trim() && child.nodeType === Node.TEXT_NODE) add([child.textContent.trim()])
  }
}

/** What a button is called, and how it stands. */
function control(element: HTMLElement, label: string | null): string[] {
  const name = label ? [label] : lines(element)
  const state = element.getAttribute('aria-pressed') ?? element.getAttribute('aria-checked')
  const off = element.getAttribute('aria-disabled') === 'true' || element.hasAttribute('disabled')
  const kind = off ? m.five_off() : state === 'true' ? m.five_chosen() : state === 'false' ? m.five_unchosen() : m.five_button()
  return name.length > 0 ? [...name, kind] : []
}

/** The lines of words as they are seen. */
function lines(element: HTMLElement | SVGElement): string[] {
  const copy = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')
  return copy.split('\n').map((line) => line.trim().replace(/\s+/g, ' ').replace(/^[,:] *| (?=[,.:;])/g, '')).filter((line) => line !== '')
}
