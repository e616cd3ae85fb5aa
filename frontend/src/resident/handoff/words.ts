import type { Session } from '../../lib/session.svelte'
import { m } from '../../lib/strings'
import type { CodeView, WalkView } from '../../lib/views'

/** What is left to do. */
export interface Left {
  /** "": nothing. */
  say: string
  /** Nothing is owed: no warning. */
  calm: boolean
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
export function left({ ending, calls }: Pick<WalkView, 'ending' | 'calls'>, { code, app, paper, practised }: At): Left {
  const owed = (say = ''): Left => ({ say, calm: false })
  if (code?.link === 'android' || code?.link === 'ios') return owed(m.not_installed())
  switch (ending) {
    case 'file':
      return owed(code || app ? m.not_filed() : m.not_filed_ask())
    case 'desk':
      return owed(paper ? m.not_filed_bring() : m.not_filed_desk())
    case 'ask':
      return owed(m.not_filed_ask())
    case 'practised':
      return { say: practised ? m.practised() : m.own_phone(), calm: true }
    case 'urgent':
      return owed(calls[0]?.say)
    case '':
      return owed()
  }
}
