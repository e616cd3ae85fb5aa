import { patience, type IdleLimits } from './idle'
import { largestText, type Screen, type Session } from './session.svelte'
import type { BootView } from './views'

/** Seconds staff may look at something without touching it. */
const staffQuiet = 300

/** Where people look at their own phone. */
const busy: ReadonlySet<Screen['name']> = new Set(['overview', 'step', 'rehearsal', 'handoff', 'trial', 'entry'])

/** How long the screen of a session waits for a touch; times: null until the program has said them. */
export function waits({ screen: { name }, calling, textSize }: Pick<Session, 'screen' | 'calling' | 'textSize'>, times: BootView['idle'] | undefined): IdleLimits {
  if (!times || name === 'attract') return { quiet: Infinity, warning: 0 }
  // The first screen holds nothing of anybody: no need to ask.
  if (name === 'home' && !calling) return { quiet: times.attract, warning: 0 }
  if (name === 'staff') return { quiet: staffQuiet, warning: times.warning }
  // The largest letters are for who reads slowly.
  const warning = times.warning * (textSize === largestText ? patience : 1)
  return { quiet: busy.has(name) || calling ? times.quietBusy : times.quiet, warning }
}
