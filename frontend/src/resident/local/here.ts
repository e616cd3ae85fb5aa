import { m } from '../../lib/strings'
import type { BootView } from '../../lib/views'

/** Says of a note whose it is: a commune's, a ward's. */
export function here(boot: BootView | null): string {
  const place = boot?.office.place ?? ''
  return /^xã /i.test(place) ? m.local_commune() : /^phường /i.test(place) ? m.local_ward() : m.local()
}
