import { m } from '../../lib/strings'
import type { BootView } from '../../lib/views'

/** Says of a note that it is this office's. */
export function here(boot?: BootView | null): string {
  const unit = boot?.office.unit
  return unit === 'xã' ? m.local_commune() : unit === 'phường' ? m.local_ward() : m.local_here()
}
