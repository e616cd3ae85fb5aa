import type { Unit } from '../../lib/reader.svelte'
import { m } from '../../lib/strings'
import type { Advice, ClaimView, ServiceView, Sureness } from '../../lib/views'

/** Whether doing it online makes sense, in words. */
export function adviceWords(advice: Advice): string {
  switch (advice) {
    case 'online':
      return m.advice_online()
    case 'office':
      return m.advice_office()
    case 'either':
      return m.advice_either()
    case 'ask':
      return m.advice_ask()
  }
}

/** Whether the resident must be told to ask again: little of the entry is confirmed. */
export function unsure(sure: Sureness): boolean {
  return sure === 'name-only' || sure === 'unverified'
}

/** A service's page as it is read aloud: what it is, where, what to bring, how much, how long. */
export function told(view: ServiceView): Unit[] {
  const isProcedure = view.kind === 'procedure'
  const papers = view.bring.length > 0 ? view.bring.map(({ say, lang }) => ({ texts: [say], lang })) : [{ texts: [m.ask_staff()] }]
  return [
    { texts: [view.title] },
    { texts: [view.summary] },
    { texts: [isProcedure ? m.where() : m.who_makes(), view.decides] },
    { texts: [isProcedure ? adviceWords(view.advice) : '', view.why] },
    { texts: [isProcedure ? m.bring() : m.need()] },
    ...papers,
    ...claim(m.fee(), view.fee, isProcedure),
    ...claim(m.time(), view.time, isProcedure),
    ...claim(m.hotline(), view.hotline, false),
    ...view.watch.map(({ say, lang }) => ({ texts: [say], lang })),
  ]
}

/** What nobody knows is for staff to say, where people must know it. */
function claim(label: string, known: ClaimView | null, must: boolean): Unit[] {
  if (known) return [{ texts: [label] }, { texts: [known.say, known.note], lang: known.lang }]
  return must ? [{ texts: [label, m.ask_staff()] }] : []
}
