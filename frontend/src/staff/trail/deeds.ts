import type { Deed } from '../../lib/enums'
import { m } from '../../lib/strings'

/** What somebody did, in words. */
export const deeds: Readonly<Record<Deed, () => string>> = {
  opened: () => m.deed_opened(),
  added: () => m.deed_added(),
  changed: () => m.deed_changed(),
  removed: () => m.deed_removed(),
  pin: () => m.deed_pin(),
  recovery: () => m.deed_recovery(),
  recovered: () => m.deed_recovered(),
  reset: () => m.deed_reset(),
  printed: () => m.deed_printed(),
  saved: () => m.deed_saved(),
  retired: () => m.deed_retired(),
  links: () => m.deed_links(),
  address: () => m.deed_address(),
  recordings: () => m.deed_recordings(),
  discarded: () => m.deed_discarded(),
  away: () => m.deed_away(),
  back: () => m.deed_back(),
  office: () => m.deed_office(),
  trail: () => m.deed_trail(),
  asked: () => m.deed_asked(),
  agreed: () => m.deed_agreed(),
  returned: () => m.deed_returned(),
  dropped: () => m.deed_dropped(),
  backup: () => m.deed_backup(),
  setting: () => m.deed_setting(),
  missed: () => m.deed_missed(),
}
