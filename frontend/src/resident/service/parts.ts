import { day } from '../../lib/format'
import type { Unit } from '../../lib/reader.svelte'
import type { Language } from '../../lib/session.svelte'
import { m } from '../../lib/strings'
import type { BootView, ClaimView, ServiceView, SourceView } from '../../lib/views'
import { here } from '../local/here'
import { asksFirst, musts as mustsOf, needsOf } from '../lesson/needs'
import { adviceWords, unsure } from './words'

/** One part of what is known about a service. */
export interface Part {
  /** What stands above it; said once, when several parts have the same. */
  label: string
  lines: string[]
  source: SourceView | null
  /** Set when the words are not in the session's language. */
  lang?: string
  /** A trap people fall into. */
  attention: boolean
  /** Where it belongs: on the first page, where all of it is read aloud, or behind "Xem kỹ và nguồn". */
  at: 'page' | 'details' | 'both'
  /** Name by which staff take it away alone. */
  target?: string
}

/**
 * All that is known about a service, in the order in which it is said. The one
 * list that its page is read from and its details are shown from. boot: of
 * the office whose note stands there.
 */
export function parts(service: ServiceView, language: Language, boot?: BootView | null): Part[] {
  const isProcedure = service.kind === 'procedure'
  const where = isProcedure ? m.where() : m.who_makes()
  const bring = isProcedure ? m.bring() : m.need()
  const [papers, needs] = [needsOf(service.bring).filter(({ list }) => list === 'papers').length, mustsOf(service).length]
  const musts = service.bring.filter(({ must }) => must)
  const [first, ...rest] = service.watch.map((line): Part => ({ ...plain('both', m.attention(), [line.say]), ...line, attention: true }))
  return [
    plain('page', '', [service.title]),
    plain('page', '', [service.summary]),
    { ...plain('both', here(boot), [service.local]), lang: 'vi' },
    ...claim(m.deadline(), service.deadline, false),
    plain('both', where, [isProcedure ? adviceWords(service) : '', service.decides]),
    plain('details', where, [service.why]),
    // Its note is as long as itself: together they would be taller than a low glass.
    ...claim(where, service.noPaper, false).flatMap(apart),
    ...claim(m.time(), service.time, isProcedure),
    ...claim(m.fee(), service.fee, isProcedure),
    ...claim(m.hotline(), service.hotline, false),
    ...musts.map((item) => ({ ...plain('page', bring, [item.or ? m.either_or() : '', item.say]), lang: item.lang })),
    ...(papers > needs ? [plain('page', bring, [needs > 0 ? m.more_to_bring() : m.may_bring({ count: papers })])] : []),
    ...asksFirst(service).map(({ say, lang }) => ({ ...plain('page', m.ask_first(), [say]), lang })),
    ...(service.bring.length > 0 ? [] : [plain('page', bring, [m.advice_ask()])]),
    plain('details', m.what_it_is(), [service.summary]),
    ...(unsure(service.sure) ? [{ ...plain('both', m.attention(), [m.not_sure()]), attention: true }] : []),
    ...(first ? [first] : []),
    ...rest.map((part): Part => ({ ...part, at: 'details' })),
    ...pieces(service.official).map((piece) => ({ ...plain('details', m.official_name(), [piece]), lang: 'vi' })),
    plain('details', m.procedure_code(), [service.code]),
    ...service.sources.map((s) => plain('details', m.sources(), [`${s.title}, ${m.as_of({ date: day(s.date, language) })}`])),
  ].filter(({ lines }) => lines.length > 0)
}

/** What stands in the cards: a label, an answer in few words, and the rest under it. */
export function facts(service: ServiceView): { label: string; answer: string; note: string; more?: string | undefined; lang?: string; target?: string }[] {
  const isProcedure = service.kind === 'procedure'
  const card = (label: string, known: ClaimView | null, must: boolean) => {
    if (!known) return must ? [{ label, answer: m.advice_ask(), note: '' }] : []
    const [answer, rest] = parted(known.say)
    return [{ ...known, label, answer, note: [rest, known.note].filter(Boolean).join('. ') }]
  }
  const where = isProcedure
    ? { label: m.where(), answer: adviceWords(service), note: service.decides, more: service.noPaper?.say }
    : { label: m.who_makes(), answer: service.decides, note: '' }
  return [
    ...(where.answer ? [where] : []),
    ...card(m.time(), service.time, isProcedure),
    ...card(m.fee(), service.fee, isProcedure),
    ...(isProcedure ? [] : card(m.hotline(), service.hotline, false)),
  ]
}

/** The most letters of an answer that stands before its condition. */
const shortAnswer = 34

/** An answer in large letters, and what follows it: "Hỏi cán bộ", "tỉnh quy định mức này". Nothing is left out. */
function parted(say: string): [string, string] {
  const found = /^(.{4,}?)(?:[:;.] | \()(.+)$/.exec(say)
  const [, answer = '', rest = ''] = found ?? []
  if (!found || answer.length > shortAnswer) return [say, '']
  return [answer, say.slice(answer.length).startsWith(' (') ? `(${rest}` : rest]
}

/** What to watch for on the first page: that little is known of it, and the first trap. */
export function cautions(service: ServiceView): { say: string; lang: string }[] {
  return [...(unsure(service.sure) ? [{ say: m.not_sure(), lang: '' }] : []), ...service.watch.slice(0, 1)]
}

function plain(at: Part['at'], label: string, lines: string[]): Part {
  return { at, label, lines: lines.filter((line) => line !== ''), source: null, attention: false }
}

/** What nobody knows is for staff to say, where people must know it. */
function claim(label: string, known: ClaimView | null, must: boolean): Part[] {
  if (known) return [{ ...plain('both', label, [known.say, known.note]), ...known, source: known.source.title ? known.source : null }]
  return must ? [plain('both', label, [m.advice_ask()])] : []
}

/** Each line as a part of its own; the source stands by the first. */
const apart = (part: Part): Part[] => part.lines.map((line, i) => ({ ...part, lines: [line], source: i ? null : part.source }))

/** A service's page as it is read aloud. */
export function told(service: ServiceView, language: Language, boot?: BootView | null): Unit[] {
  const said = parts(service, language, boot).filter(({ at }) => at !== 'details')
  return said.flatMap(({ label, lines, lang = '' }, i): Unit[] => {
    const texts = label !== '' && label !== said[i - 1]?.label ? [label] : []
    // What is read anew begins at its label, which is in the session's language.
    return lang === '' ? [{ texts: [...texts, ...lines] }] : [{ texts }, { texts: lines, lang }].filter((unit) => unit.texts.length > 0)
  })
}

/** The details of a service, each number with its source and date; what to watch for comes first. */
export function details(service: ServiceView, language: Language, boot?: BootView | null): Part[] {
  const shown = parts(service, language, boot).filter(({ at }) => at !== 'page')
  return [...shown.filter(({ attention }) => attention), ...shown.filter(({ attention }) => !attention)]
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
