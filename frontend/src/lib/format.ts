import type { Language } from './session.svelte'
import type { SourceView } from './views'
import { m } from './strings'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A day as people write it: "18/7/2026" or "18 Jul 2026"; a month or a year alone stays one. */
export function day(date: string, language: Language): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  if (!year) return date
  const english = language === 'en'
  return [dayOfMonth, month && english ? months[month - 1] : month, year].filter(Boolean).join(english ? ' ' : '/')
}

/** "Theo …, tính đến 18/7/2026". */
export function sourceLine(source: SourceView, language: Language): string {
  return m.source_line({ title: source.title, date: day(source.date, language) })
}

/** "08:05". */
export function clock(now: Date): string {
  return [now.getHours(), now.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
}

/** "Thứ Hai, 23/11/2026" or "Monday, 23 Nov 2026". */
export function today(now: Date, language: Language): string {
  const weekdays = [m.sunday, m.monday, m.tuesday, m.wednesday, m.thursday, m.friday, m.saturday]
  const weekday = weekdays[now.getDay()] ?? m.sunday
  return `${weekday()}, ${day([now.getFullYear(), now.getMonth() + 1, now.getDate()].join('-'), language)}`
}
