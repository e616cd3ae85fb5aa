import type { ItemView } from '../../lib/views'

/** One thing to bring: of several items one is enough. */
export interface Need {
  items: ItemView[]
  /** Everybody brings it. */
  must: boolean
}

/** The things of a checklist; the program has put them in order. */
export function needsOf(items: readonly ItemView[]): Need[] {
  const needs: Need[] = []
  for (const item of items) {
    const last = needs.at(-1)
    if (item.or && last) last.items.push(item)
    else needs.push({ items: [item], must: item.must })
  }
  return needs
}

/** What everybody brings to a service. */
export const musts = (service: { bring: readonly ItemView[] }): Need[] => needsOf(service.bring).filter(({ must }) => must)

/**
 * A paper's name within a sentence, after another and "hoặc": names like VNeID keep
 * their capitals; two words and more that both begin with are said once.
 */
export function afterOr(say: string, before = ''): string {
  const words = say.split(' ')
  const same = before.split(' ').findIndex((word, i) => word !== words[i])
  if (same >= 2 && words.length > same) return words.slice(same).join(' ')
  const [first = '', second = ''] = say
  return second === second.toUpperCase() ? say : first.toLowerCase() + say.slice(first.length)
}
