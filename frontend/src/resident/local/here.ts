import { m } from '../../lib/strings'
import type { BootView } from '../../lib/views'

/** Says of a note that it is this office's. */
export const here = (boot?: BootView | null): string => m.local({ here: boot?.office.here ?? '' })
