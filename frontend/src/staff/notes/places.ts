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

/** The side of a pencil, in pixels. */
const side = 56

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
    // Beside a line, before its box to tick; a heading leaves room at its end.
    // A number has its own in its card: beside it would be over the next one.
    const wanted = node === heading || isNumber(target) ? right - side : right
    return [{ target, on: node.textContent.trim().replace(/\s+/g, ' '), left: Math.max(left, Math.min(wanted, window.innerWidth - side)), top: Math.max(0, top - side / 4) }]
  })
}
