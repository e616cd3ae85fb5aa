import { m } from '../../lib/strings'
import type { ServiceView, Sureness } from '../../lib/views'

/** Whether doing it online makes sense, in words. */
export function adviceWords({ advice, noPaper }: Pick<ServiceView, 'advice' | 'noPaper'>): string {
  if (noPaper) return m.advice_network()
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

/** How long the lesson is; which way one goes is not known yet. */
export function stepsWords({ stepLeast: least, stepCount: count, minutes }: Pick<ServiceView, 'stepLeast' | 'stepCount' | 'minutes'>): string {
  return m.learn_steps({ count: least < count ? m.steps_between({ least, count }) : count, minutes })
}
