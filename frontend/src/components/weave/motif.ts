// Cloth is woven on a grid, so its patterns are drawn on one: a motif says of
// each stitch whether it shows. Diamonds in diamonds, zigzags and the
// eight-pointed star are the plain geometry of Tày and Dao weaving.

export interface Motif {
  width: number
  height: number
  /** Whether the stitch at x, y shows. Both start at 0. */
  shows: (x: number, y: number) => boolean
}

/** Diamonds in one another, with a small one at the corners between them. */
export const diamonds: Motif = {
  width: 25,
  height: 24,
  shows: (x, y) => {
    const d = Math.abs(x - 12) + Math.abs(y - 12)
    const corner = Math.min(x, 24 - x) + Math.min(y, 24 - y)
    return d === 0 || d === 2 || d === 3 || d === 6 || d === 9 || d === 10 || corner <= 2 || corner === 5
  },
}

/** A zigzag two stitches thick. */
export const zigzag: Motif = {
  width: 7,
  height: 8,
  shows: (x, y) => {
    const turn = Math.abs(y - 4)
    return x === turn + 1 || x === turn + 2
  },
}

/** The eight-pointed star: eight leaves around a centre, between four corner stitches. */
export const star: Motif = {
  width: 25,
  height: 24,
  shows: (x, y) => {
    const dx = Math.abs(x - 12)
    const dy = Math.abs(y - 12)
    return leaf(dx, dy) || leaf(dy, dx) || (dx === 0 && dy === 0) || (dx >= 10 && dy >= 10 && dx + dy <= 23 && dx + dy >= 21)
  },
}

// From the centre outwards, the stitches of one leaf in each row.
const leafRows: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [1, 3],
  [1, 4],
  [2, 5],
  [3, 5],
  [4, 5],
  [5, 5],
]

function leaf(across: number, along: number): boolean {
  const row = leafRows[along - 2]
  return row !== undefined && across >= row[0] && across <= row[1]
}

/** A motif as one SVG path: a rectangle for each run of stitches in a row. */
export function stitches(motif: Motif): string {
  let path = ''
  for (let y = 0; y < motif.height; y++) {
    for (let x = 0; x < motif.width; x++) {
      if (!motif.shows(x, y)) continue
      const from = x
      while (x < motif.width && motif.shows(x, y)) x++
      path += `M${from} ${y}h${x - from}v1h${from - x}z`
    }
  }
  return path
}
