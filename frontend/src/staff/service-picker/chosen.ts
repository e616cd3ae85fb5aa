import type { HitView } from '../../lib/views'

/** A service that staff have picked. */
export interface Chosen {
  key: string
  title: string
}

/** The whole title of what was found. */
export const titleOf = (hit: HitView): string => hit.title.map((piece) => piece.say).join('')

/** A list of services with what was found at its end, once; the catalogue has no lessons. */
export function withHit(chosen: readonly Chosen[], hit: HitView): readonly Chosen[] {
  if (hit.kind === 'catalogue' || chosen.some((c) => c.key === hit.key)) return chosen
  return [...chosen, { key: hit.key, title: titleOf(hit) }]
}
