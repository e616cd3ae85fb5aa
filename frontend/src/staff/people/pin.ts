/** One digit more, or one less, each time. */
const run = (digits: readonly number[]): boolean => [1, -1].some((step) => digits.every((digit, i) => i === 0 || digit === (digits[i - 1] ?? 0) + step))

/** A PIN that is tried first; the program refuses it by the same rule. */
export function easyPin(pin: string): boolean {
  const digits = [...pin].map(Number)
  const pairs = digits.filter((_, i) => i % 2 === 0)
  const paired = digits.every((digit, i) => digit === pairs[Math.floor(i / 2)])
  return [1, 2, 3].some((block) => pin === pin.slice(0, block).repeat(pin.length / block)) || run(digits) || (paired && run(pairs))
}
