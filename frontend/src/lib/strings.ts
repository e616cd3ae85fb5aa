// All words of the window stand in messages/vi.json and messages/en.json; the
// compiler turns each into a function. A message read in a component follows
// the session's language by itself.

import { m } from '../paraglide/messages'
import { baseLocale, isLocale, overwriteGetLocale } from '../paraglide/runtime'
import type { Session } from './session.svelte'

/** From now on every message is in the session's language. */
export function speak(session: Session): void {
  overwriteGetLocale(() => localeOf(session.language))
}

/** The language of messages to be shown with a text in a language of the content. */
export const localeOf = (lang: string) => (isLocale(lang) ? lang : baseLocale)

export { m }
