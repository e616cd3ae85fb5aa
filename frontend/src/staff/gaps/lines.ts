import type { Detail, GapKind } from '../../lib/enums'
import { m } from '../../lib/strings'
import type { GapView } from '../../lib/views'
import { called } from '../office/says'
import type { StaffArea } from '../staff-area.svelte'

const asked: Readonly<Record<string, () => string>> = { fee: m.fee, time: m.time, deadline: m.deadline, hotline: m.hotline }

const listed = (names: readonly string[]): string => names.map((name) => `“${asked[name]?.() ?? name}”`).join(', ')

const detail = ({ target }: GapView): string => called[target as Detail]()

/** What is lacking, as a sentence. */
const said: Readonly<Record<GapKind, (line: GapView) => string>> = {
  stopped: ({ times, on }) => m.gaps_stopped({ times, on }),
  unclear: ({ times, on }) => m.gaps_unclear({ times, on }),
  note_parked: ({ on }) => (on ? m.gaps_note_parked({ on }) : m.gaps_note_gone()),
  words_parked: ({ on }) => (on ? m.gaps_words_parked({ on }) : m.gaps_words_gone()),
  flaw: ({ on, say }) => m.gaps_flaw({ on, say }),
  asked: ({ on }) => m.gaps_asked({ on }),
  writing: ({ on }) => m.gaps_writing({ on }),
  note: ({ on }) => m.gaps_note({ on }),
  broken: () => m.gaps_broken(),
  asks: ({ names }) => m.gaps_asks({ names: listed(names) }),
  undrawn: () => m.gaps_undrawn(),
  unchecked: ({ names }) => m.gaps_unchecked({ count: names.length }),
  detail: (line) => m.gaps_detail({ what: detail(line) }),
  unsaid: (line) => m.gaps_unsaid({ what: detail(line) }),
}

export const says = (line: GapView): string => said[line.kind](line)

export interface Way {
  label: string
  act: () => Promise<void>
}

/** The one way to where a line is mended. */
export function wayTo(staff: StaffArea, { kind, target, on, names }: GapView): Way {
  switch (kind) {
    case 'flaw':
    case 'writing':
    case 'words_parked':
      return on ? { label: m.wordings_edit(), act: () => staff.writeWording(target) } : { label: m.gaps_look(), act: () => staff.showWordings() }
    case 'asked':
      return { label: m.wordings_read(), act: () => staff.readWording(target) }
    case 'broken':
    case 'unchecked':
      return { label: m.gaps_scan(), act: () => staff.checkLinks(names) }
    case 'undrawn':
      return { label: m.gaps_open(), act: () => staff.walkTo(target) }
    case 'detail':
    case 'unsaid':
      return { label: m.notes_edit(), act: () => staff.editDetail(target as Detail) }
    default:
      return on ? { label: m.gaps_write(), act: () => staff.writeNote(target) } : { label: m.gaps_look(), act: () => staff.showNotes() }
  }
}
