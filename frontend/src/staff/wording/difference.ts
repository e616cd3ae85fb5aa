/** A run of words that stands in both texts, or in one of them. */
export interface Piece {
  in: 'both' | 'before' | 'after'
  words: string
}

/** What changes from one sentence to the other, word by word (longest common subsequence). */
export function difference(before: string, after: string): Piece[] {
  const [old, now] = [before, after].map((text) => text.split(/\s+/).filter(Boolean)) as [string[], string[]]
  // common[i][j]: how many words the rests from i and j have in common.
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    const row = common[i] as number[]
    for (let j = now.length - 1; j >= 0; j--) row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const pieces: Piece[] = []
  const add = (where: Piece['in'], word: string): void => {
    const last = pieces.at(-1)
    if (last?.in === where) last.words += ` ${word}`
    else pieces.push({ in: where, words: word })
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      add('both', old[i++] ?? '')
      j++
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) add('before', old[i++] ?? '')
    else add('after', now[j++] ?? '')
  }
  return pieces
}
