import { m } from '../../lib/strings'
import type { SourceView, WalkView } from '../../lib/views'

/** One thing on the last page: a heading, what comes next, or what can go wrong. */
export interface Part {
  kind: 'heading' | 'next' | 'trouble'
  text: string
  /** What went wrong; the text then says the way out. */
  wrong?: string
  source: SourceView | null
  /** "": the language of the screen. */
  lang: string
}

/** All that comes after the phone has opened the page, in order. */
export function afterParts(walk: WalkView): Part[] {
  const opened: Part[] = walk.handoff ? [{ kind: 'next', text: walk.handoff, source: null, lang: '' }] : []
  const next = walk.next.map((line): Part => ({ kind: 'next', text: line.say, source: line.source, lang: line.lang }))
  const trouble = walk.trouble.map(
    (t): Part => ({ kind: 'trouble', wrong: t.wrong, text: t.do, source: t.source, lang: t.lang }),
  )
  return [...section(m.after_next(), [...opened, ...next]), ...section(m.after_trouble(), trouble)]
}

function section(title: string, parts: Part[]): Part[] {
  return parts.length > 0 ? [{ kind: 'heading', text: title, source: null, lang: '' }, ...parts] : []
}
