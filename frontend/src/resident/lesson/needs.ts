import { m } from '../../lib/strings'
import type { ItemView } from '../../lib/views'

/** One thing to bring: of several items one is enough. */
export interface Need {
  items: ItemView[]
  /** Everybody brings it. */
  must: boolean
  /** The list it stands in: what is asked or done first is no paper. */
  list: 'papers' | 'ask' | 'do'
}

/** The things of a checklist; the program has put them in order. */
export function needsOf(items: readonly ItemView[]): Need[] {
  const needs: Need[] = []
  for (const item of items) {
    const last = needs.at(-1)
    if (item.or && last) last.items.push(item)
    else needs.push({ items: [item], must: item.must, list: item.ask ? 'ask' : 'papers' })
  }
  for (const need of needs) if (need.list === 'papers' && need.items.every((item) => item.do)) need.list = 'do'
  return needs
}

/** What stands above a list; "" above papers, which have the page's own title. */
export const listTitle = (list: Need['list']): string => (list === 'papers' ? '' : list === 'ask' ? m.ask_first() : m.do_first())

/** What everybody asks first, whatever they answer. */
export const asksFirst = (service: { bring: readonly ItemView[] }): ItemView[] => service.bring.filter(({ ask, conditional }) => ask && !conditional)

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
