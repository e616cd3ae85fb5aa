const unbroken = '\u00a0'

/** The longest last part, in letters, that is kept on one line. */
const shortPart = 8

/** Keeps "&" with what follows it, and a short last part together: "& hồ sơ". */
export function bindWords(title: string): string {
  const [first = '', ...parts] = title.split(' & ')
  return parts.reduce((bound, part) => {
    const kept = part.length <= shortPart ? part.replaceAll(' ', unbroken) : part
    return `${bound} &${unbroken}${kept}`
  }, first)
}
