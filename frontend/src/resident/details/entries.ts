import { day } from '../../lib/format'
import type { Language } from '../../lib/session.svelte'
import { m } from '../../lib/strings'
import type { ClaimView, ServiceView, SourceView } from '../../lib/views'
import { adviceWords, unsure } from '../service/words'

/** One part of all that is known about a service. */
export interface Entry {
  label: string
  lines: string[]
  source: SourceView | null
  attention: boolean
  /** Set when the words are not in the session's language. */
  lang?: string
}

/** All that is known about a service, each number with its source and date. */
export function entries(service: ServiceView, language: Language): Entry[] {
  const isProcedure = service.kind === 'procedure'
  return [
    ...(unsure(service.sure) ? [plain(m.watch(), [m.not_sure()], true)] : []),
    ...service.watch.map((line) => ({ ...plain(m.watch(), [line.say], true), source: line.source, lang: line.lang })),
    plain(isProcedure ? m.where() : m.who_makes(), [service.decides, ...(isProcedure ? [adviceWords(service.advice)] : []), service.why]),
    ...claim(m.fee(), service.fee, isProcedure),
    ...claim(m.time(), service.time, isProcedure),
    ...claim(m.hotline(), service.hotline, false),
    plain(m.what_it_is(), [service.summary]),
    ...pieces(service.official).map((piece) => ({ ...plain(m.official_name(), [piece]), lang: 'vi' })),
    ...(service.code ? [plain(m.procedure_code(), [service.code])] : []),
    ...service.sources.map((s) => plain(m.sources(), [`${s.title}, ${m.as_of({ date: day(s.date, language) })}`])),
  ].filter((entry) => entry.lines.length > 0)
}

function plain(label: string, lines: string[], attention = false): Entry {
  return { label, lines: lines.filter((line) => line !== ''), source: null, attention }
}

/** How many letters fit on a page of their own at the largest text. */
const pieceLength = 240

/**
 * Cuts a text that may be longer than a page, as official names are, between
 * words. Nothing is left out.
 */
export function pieces(text: string, length = pieceLength): string[] {
  const cut: string[] = []
  let piece = ''
  for (const word of text.split(' ')) {
    if (piece && piece.length + 1 + word.length > length) {
      cut.push(piece)
      piece = word
    } else {
      piece = piece ? `${piece} ${word}` : word
    }
  }
  return piece ? [...cut, piece] : cut
}

/** What nobody knows is for staff to say, where people must know it. */
function claim(label: string, known: ClaimView | null, must: boolean): Entry[] {
  if (known) return [{ ...plain(label, [known.say, known.note]), source: known.source, lang: known.lang }]
  return must ? [plain(label, [m.ask_staff()])] : []
}
