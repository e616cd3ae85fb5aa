import type { TextSize } from '../../lib/session.svelte'

/** Pixels of a column that holds the longest word of a tile, with letters of the first size. */
const narrowest = 184

/** Pixels beside the tiles: the edges of the glass and the buttons that turn pages. */
const beside = 280

/** How much larger letters are at each size. */
const larger = [1, 1.25, 1.6, 2] as const

/** In how many columns the tiles of a paged first screen stand: 2, 3 or 4. */
export function columnsFor(width: number, size: TextSize): 2 | 3 | 4 {
  const room = Math.floor((width - beside) / (narrowest * larger[size]))
  return room >= 4 ? 4 : room === 3 ? 3 : 2
}
