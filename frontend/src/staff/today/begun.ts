import type { Language } from '../../lib/session.svelte'
import { m } from '../../lib/strings'
import type { BegunView, GapView } from '../../lib/views'
import { says, wayTo, type Way } from '../gaps/lines'
import { when } from '../notes/words'
import type { StaffArea } from '../staff-area.svelte'
import { about } from '../wording/kinds'

/** The same place among what lessons lack: it is said in the same words, and led to by the same way. */
const lacking = ({ kind, target, on }: BegunView): GapView => ({ kind, target, on, say: '', times: 0, names: [] })

/** Its place is gone from the lesson, or it has no name yet. */
const nameless = ({ kind, on }: BegunView): boolean => on === '' && kind !== 'unsaid'

/** What is begun, as a sentence. */
export const begun = (one: BegunView): string => (nameless(one) ? m.today_begun_one() : says(lacking(one)))

/** The way to where one goes on writing; from what has no place, to all that is written. */
export function goOn(staff: StaffArea, one: BegunView): Way {
  const way = wayTo(staff, lacking(one))
  return nameless(one) ? way : { ...way, label: m.wordings_edit() }
}

/** What of the lesson it is, and who wrote when: "Làm giấy khai sinh · hôm nay, Lan". */
export const around = ({ kind, target, on, of, saved, who }: BegunView, now: Date, language: Language): string =>
  [of === on ? '' : of, kind === 'writing' ? about(target) : '', when(saved, who, now, language)].filter(Boolean).join(' · ')
