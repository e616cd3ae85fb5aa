import { m } from '../../lib/strings'
import type { SourceView, WalkView } from '../../lib/views'

/** One thing on the last page: a heading, what comes next, or what can go wrong. */
export interface Part {
  kind: 'heading' | 'next' | 'trouble'
  text: string
  /** Of what comes next: which it is, from 1. */
  number?: number
  /** What went wrong; the text then says the way out. */
  wrong?: string
  source: SourceView | null
  /** "": the language of the screen. */
  lang: string
  /** Name by which staff take it away alone. */
  target?: string
}

/** All that comes after what the code's own page has said, in order. */
export function afterParts(walk: WalkView): Part[] {
  const next = walk.next.map((line, i): Part => ({ ...line, kind: 'next', number: i + 1, text: line.say }))
  const trouble = walk.trouble.map((t): Part => ({ ...t, kind: 'trouble', text: t.do }))
  return [...next, ...section(m.after_trouble(), trouble)]
}

function section(title: string, parts: Part[]): Part[] {
  return parts.length > 0 ? [{ kind: 'heading', text: title, source: null, lang: '' }, ...parts] : []
}
