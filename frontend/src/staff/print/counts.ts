/**
 * How many of each there are. What staff have set stays; the rest shares what
 * is left of the last sheet, so that no place on it stays empty. The first get
 * one more where it does not come out even.
 */
export function fill(set: readonly (number | null)[], cells: number, start: number): number[] {
  const open = set.filter((n) => n === null).length
  const taken = set.reduce<number>((sum, n) => sum + (n ?? 0), start - 1)
  const room = open === 0 ? 0 : Math.ceil((taken + open) / cells) * cells - taken
  let more = open === 0 ? 0 : room % open
  return set.map((n) => n ?? Math.floor(room / open) + (more-- > 0 ? 1 : 0))
}
