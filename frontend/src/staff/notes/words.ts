import { day } from '../../lib/format'
import type { Language } from '../../lib/session.svelte'
import { m } from '../../lib/strings'
import type { AwayView, NoteChangeView } from '../../lib/views'

/** Whether a name is that of a number of a service. */
export const isNumber = (target: string): boolean => target.includes('#')

/** A service of the office's own has such a key. */
export const isOwn = (target: string): boolean => target.startsWith('cua-xa-')

/** What a change did, as a sentence. */
export function told({ target, before, after, away }: Pick<NoteChangeView, 'target' | 'before' | 'after' | 'away'>): string {
  if (away && isNumber(target)) return after ? m.away_doubted({ after }) : m.away_undoubted({ before })
  if (away) return after ? m.away_hid() : m.away_shown()
  if (before === '') return m.notes_added({ after })
  return after === '' ? m.notes_removed({ before }) : m.notes_changed({ before, after })
}

/** What was taken away, and what residents read now. */
export function gone({ service, under, over, now }: AwayView): string {
  if (over && service) return m.away_service_gone()
  if (over) return now ? m.away_changed({ before: under, now }) : m.away_dropped({ before: under })
  return service ? m.away_service() : m.away_number({ under })
}

/** When something was written, and by whom: "hôm qua, Lan". made: YYYY-MM-DD HH:MM by the office's clock. */
export function when(made: string, who: string, now: Date, language: Language): string {
  const date = made.slice(0, 10)
  const midnight = (ago: number): string => {
    const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ago)
    return [then.getFullYear(), then.getMonth() + 1, then.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
  }
  const said = date === midnight(0) ? m.notes_today() : date === midnight(1) ? m.notes_yesterday() : day(date, language)
  return [said, who].filter(Boolean).join(', ')
}
