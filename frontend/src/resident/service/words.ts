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
export function told(service: ServiceView): Unit[] {
  const isProcedure = service.kind === 'procedure'
  const papers = service.bring.length > 0 ? service.bring.map(({ say, lang }) => ({ texts: [say], lang })) : [{ texts: [m.ask_staff()] }]
  return [
    { texts: [service.title] },
    { texts: [service.summary] },
    { texts: [isProcedure ? m.where() : m.who_makes(), service.decides] },
    { texts: [isProcedure ? adviceWords(service.advice) : '', service.why] },
    { texts: [isProcedure ? m.bring() : m.need()] },
    ...papers,
    ...claim(m.fee(), service.fee, isProcedure),
    ...claim(m.time(), service.time, isProcedure),
    ...claim(m.hotline(), service.hotline, false),
    ...service.watch.map(({ say, lang }) => ({ texts: [say], lang })),
  ]
}

/** What nobody knows is for staff to say, where people must know it. */
function claim(label: string, known: ClaimView | null, must: boolean): Unit[] {
  if (known) return [{ texts: [label] }, { texts: [known.say, known.note], lang: known.lang }]
  return must ? [{ texts: [label, m.ask_staff()] }] : []
}
