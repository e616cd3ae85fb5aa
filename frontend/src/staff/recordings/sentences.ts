import type { Language } from '../../lib/session.svelte'
import { m } from '../../lib/strings'
import type { IntakeView } from '../../lib/views'

/** A count as people write it: 1.145, in English 1,145. */
export function figure(count: number, language: Language): string {
  return count.toLocaleString(language === 'en' ? 'en' : 'vi')
}

/** Texts that are read in one go, as sentences. */
export function said(texts: readonly string[]): string {
  return texts.map((text) => (/[.?:]$/.test(text) ? text : `${text}.`)).join(' ')
}

/** "Đã nhận 38 bản thu, 2 tệp chưa nhận". */
export function outcome(intake: IntakeView | null, language: Language): string {
  const taken = intake?.taken ?? 0
  const left = (intake?.files.length ?? 0) - taken
  const said = m.voices_taken({ count: figure(taken, language) })
  return left > 0 ? `${said}, ${m.voices_not_taken({ count: figure(left, language) })}` : said
}
