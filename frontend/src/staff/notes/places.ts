import type { Page } from '../../lib/load'
import { isNumber } from './words'

/** A place on the residents' screen that can carry a note, and where its pencil stands. */
export interface PlaceOnGlass {
  target: string
  /** What stands there. */
  on: string
  left: number
  top: number
}

/** The side of what is touched of a pencil, in pixels. */
const side = 56

/** That of the pencil of a number, which stands among words: Walk.svelte leaves room for it. */
export const small = 36

/** Between a small pencil and what it is for. */
const gap = 4

const text = (node: Element): string => node.textContent.trim().replace(/\s+/g, ' ')

/** What stands somewhere, as one line; a card has its label before what it says. */
function said(node: HTMLElement): string {
  const label = node.querySelector('h2')
  return label ? `${text(label)}: ${[...node.querySelectorAll('p')].map(text).join(', ')}` : text(node)
}

/** The middle of the pencil of a number: in the corner of its card, or after words in a line. */
function amid(node: HTMLElement): { x: number; y: number } {
  const { right, top, height } = node.getBoundingClientRect()
  const inline = getComputedStyle(node).display.startsWith('inline')
  return inline ? { x: right + gap + small / 2, y: top + height / 2 } : { x: right - gap / 2 - small / 2, y: top + gap / 2 + small / 2 }
}

/** What of a screen can carry a note: a service and a step at their heading, lines where they stand. */
export function placesOn(glass: HTMLElement, page: Page | null): PlaceOnGlass[] {
  if (!page) return []
  const heading = glass.querySelector<HTMLElement>('main h1')
  const own = page.name === 'service' && !page.service.emergency ? page.service.key : page.name === 'step' ? page.step.target : ''
  const found: [string, HTMLElement][] = own && heading ? [[own, heading]] : []
  for (const line of glass.querySelectorAll<HTMLElement>('main [data-note]')) if (line.dataset.note) found.push([line.dataset.note, line])
  const seen = new Set<string>()
  return found.flatMap(([target, node]) => {
    const { left, right, top, height } = node.getBoundingClientRect()
    if (height === 0 || seen.has(target)) return []
    seen.add(target)
    const on = said(node)
    if (isNumber(target)) {
      const { x, y } = amid(node)
      return [{ target, on, left: Math.min(x - side / 2, window.innerWidth - side), top: Math.max(0, y - side / 2) }]
    }
    // Beside a line, before its box to tick; a heading leaves room at its end.
    const wanted = node === heading ? right - side : right
    return [{ target, on, left: Math.max(left, Math.min(wanted, window.innerWidth - side)), top: Math.max(0, top - side / 4) }]
  })
}
