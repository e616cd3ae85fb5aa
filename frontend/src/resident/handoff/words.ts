import type { Session } from '../../lib/session.svelte'
import { m } from '../../lib/strings'
import type { CodeView, ServiceView, WalkView } from '../../lib/views'
import type { Sign } from '../../components/icon/signs'

/** What is left to do. */
export interface Left {
  /** "": nothing. */
  say: string
  /** Nothing is owed, which the sign says: no warning. */
  calm?: Sign
}

interface At {
  code?: Pick<CodeView, 'link'> | null | undefined
  /** It goes on in this app, or "". */
  app?: string
  /** A sheet is printed here, to be taken along. */
  paper?: boolean | undefined
  /** The lesson was followed to its last step. */
  practised?: boolean
}

/** The lesson was followed to its last step, or all of it was touched on the drawn phone. */
export function learned({ screens, practised }: Pick<Session, 'screens' | 'practised'>, { steps }: Pick<WalkView, 'steps'>): boolean {
  if (steps.length === 0) return false
  return screens.some((screen) => screen.name === 'step' && screen.index === steps.length - 1) || steps.every(({ picture }, index) => !picture || practised.has(index))
}

/**
 * What is left to do at the end of a lesson, so that nobody takes its end for more
 * than it is: as the program says of this path, which paper says, too. An app that
 * is not installed comes before all else.
 */
export function left({ ending, acts: [act] }: Pick<WalkView, 'ending' | 'acts'>, { code, app, paper, practised }: At): Left {
  const owed = (say = ''): Left => ({ say })
  if (code?.link === 'android' || code?.link === 'ios') return owed(m.not_installed())
  switch (ending) {
    case 'file':
      return owed(code || app ? m.not_filed() : m.not_filed_ask())
    case 'desk':
      return { say: act?.say ?? (paper ? m.not_filed_bring() : m.not_filed_desk()), calm: 'place' }
    case 'ask':
      return owed(m.not_filed_ask())
    case 'practised':
      return { say: practised ? m.practised() : m.own_phone(), calm: 'handset' }
    case 'urgent':
      return owed(act?.say)
    case '':
      return owed()
  }
}

/** The button that leads to the last screen: the phone's, where it goes on there. */
export function onward(ending: WalkView['ending']): { label: string; icon: Sign; iconLast?: boolean } {
  if (ending === 'file' || ending === 'practised') return { label: m.open_on_phone(), icon: 'scan' }
  return ending === 'urgent' ? { label: m.call_now(), icon: 'call' } : { label: m.go_on(), icon: 'on', iconLast: true }
}

/** Where one comes in person. */
export function inPerson({ place }: Pick<ServiceView, 'place'>): string {
  if (place === 'desk') return m.detour_desk()
  return place ? m.go_to({ place }) : m.advice_office()
}
