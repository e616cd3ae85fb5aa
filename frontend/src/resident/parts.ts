// The program comes in parts. The first brings what the first screen needs; the
// rest is fetched while nobody touches the glass, or by a touch that is
// quicker than that.

import type { Page, PageName } from '../lib/load'

const fetchers = {
  visit: () => import('./Visit.svelte'),
  staff: () => import('../staff/Staff.svelte'),
}

type Part = keyof typeof fetchers
type Drawing<P extends Part> = Awaited<ReturnType<(typeof fetchers)[P]>>['default']

const parts = {
  attract: 'first',
  home: 'first',
  staff: 'staff',
  search: 'visit',
  entry: 'visit',
  topic: 'visit',
  service: 'visit',
  details: 'visit',
  bring: 'visit',
  fact: 'visit',
  ready: 'visit',
  detour: 'visit',
  checklist: 'visit',
  overview: 'visit',
  step: 'visit',
  rehearsal: 'visit',
  rehearsed: 'visit',
  handoff: 'visit',
  trial: 'visit',
  after: 'visit',
  helpful: 'visit',
  thanks: 'visit',
  unhelped: 'visit',
} as const satisfies Record<PageName, Part | 'first'>

/** Every screen there is. */
export const pageNames = Object.keys(parts) as PageName[]

/** The screens that a part draws. */
export type PageOf<P extends Part | 'first'> = Extract<Page, { name: { [Name in PageName]: (typeof parts)[Name] extends P ? Name : never }[PageName] }>

const here = new Map<Part, unknown>()

async function fetch(name: Part): Promise<void> {
  if (!here.has(name)) here.set(name, (await fetchers[name]()).default)
}

/** Makes sure that a screen can be drawn. Rejects if its part cannot be had. */
export async function prepare(page: Page): Promise<void> {
  const name = parts[page.name]
  if (name !== 'first') await fetch(name)
}

/** What draws the screens of a part, once one of them has been prepared. */
export function part<P extends Part>(name: P): Drawing<P> {
  if (!here.has(name)) throw new Error(`the part "${name}" was not prepared`)
  return here.get(name) as Drawing<P>
}

/** Milliseconds after the first screen before anything else is fetched. */
const calm = 400

/**
 * Fetches what residents need besides the first screen while there is nothing
 * else to do. What only staff need waits for them. Gives what stops it.
 */
export function prefetch(): () => void {
  // One that cannot be had is asked for again by the touch that needs it.
  const timer = setTimeout(() => void fetch('visit').catch(() => undefined), calm)
  return () => clearTimeout(timer)
}
