import { m } from '../../lib/strings'

/** A text on a drawn screen. */
export interface DrawnText {
  /** app, title, 3.button, 3.value: the third part from the top. */
  key: string
  say: string
}

/** A text that is said otherwise. */
export interface DrawnChange {
  key: string
  before: string
  after: string
}

const kinds: Record<string, () => string> = {
  app: m.screen_app,
  title: m.screen_heading,
  value: m.screen_value,
  text: m.screen_text,
  notice: m.screen_notice,
  message: m.screen_message,
  field: m.screen_field,
  button: m.screen_button,
  link: m.screen_link,
  check: m.screen_check,
  choice: m.screen_choice,
  row: m.screen_row,
  tile: m.screen_tile,
  photo: m.screen_photo,
  scan: m.screen_scan,
}

/** What a text is of: "Nút". */
export const kindOf = (key: string): string => kinds[key.split('.').at(-1) ?? '']?.() ?? m.screen_text()

/** The texts of a drawing, as the program writes them: a line each. */
export const drawnTexts = (lines: string): DrawnText[] =>
  lines.split('\n').flatMap((line) => {
    const [, key, say = ''] = /^([^:]+): ?(.*)$/.exec(line) ?? []
    return key && /^(?:app|title|\d+\.[a-z]+)$/.test(key) ? [{ key, say }] : []
  })

const tidy = (words: string): string => words.normalize('NFC').trim().split(/\s+/).join(' ')

/** The texts of which other words are typed, in the form of the program. */
export const drawnLines = (before: readonly DrawnText[], typed: (key: string) => string): string =>
  before
    .filter(({ key, say }) => tidy(typed(key)) !== say)
    .map(({ key }) => `${key}: ${tidy(typed(key))}`.trim())
    .join('\n')

/** Which texts are said otherwise: `before` has all of them, `after` those that differ. */
export const drawnChanges = (before: string, after: string): DrawnChange[] => {
  const old = new Map(drawnTexts(before).map(({ key, say }) => [key, say]))
  return drawnTexts(after).map(({ key, say }) => ({ key, before: old.get(key) ?? '', after: say }))
}
