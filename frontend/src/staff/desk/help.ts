import { m } from '../../lib/strings'
import type { StaffScreen } from '../staff-area.svelte'

// Three sentences for each place, a line each: what it is for, what to do first,
// what to do when something is wrong.
const words: Readonly<Record<StaffScreen | 'hamlet', () => string>> = {
  today: () => m.help_today(),
  gaps: () => m.help_gaps(),
  order: () => m.help_order(),
  hamlet: () => m.help_hamlet(),
  history: () => m.help_history(),
  links: () => m.help_links(),
  notes: () => m.help_notes(),
  wordings: () => m.help_wordings(),
  office: () => m.help_office(),
  recordings: () => m.help_recordings(),
  'import-result': () => m.help_import_result(),
  clips: () => m.help_clips(),
  people: () => m.help_people(),
  trail: () => m.help_trail(),
  manual: () => m.help_manual(),
  settings: () => m.help_settings(),
  update: () => m.help_update(),
}

/** The places that have help. */
export const helped = Object.keys(words) as (keyof typeof words)[]

/** How a place is used. */
export const help = (place: keyof typeof words): readonly string[] => words[place]().split('\n')
