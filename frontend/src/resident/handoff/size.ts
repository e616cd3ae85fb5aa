/**
 * The side, in CSS pixels, of a code that is at least so many millimetres
 * wide, if that is not more than room. Every module gets the same whole number
 * of the screen's own pixels: a code with uneven modules reads worse.
 *
 * modules is the side of the code in modules, quiet zone included; dpi counts
 * CSS pixels per inch, density the screen's pixels per CSS pixel.
 */
export function codeSide(millimetres: number, modules: number, dpi: number, density: number, room = Infinity): number {
  const wanted = Math.ceil(((millimetres / 25.4) * dpi * density) / modules)
  const fitting = Math.max(1, Math.floor((room * density) / modules))
  return (Math.min(wanted, fitting) * modules) / density
}

/** Pixels of the glass that the bars, the words at the code and the air around it take. */
const around = [
  [460, 150],
  [560, 190],
  [700, 228],
] as const

/**
 * The side of the code on the hand-off, in CSS pixels: 115 mm, more on a large
 * glass, which is looked at from further away, less where that does not fit. It
 * depends on the glass alone, never on the size of the letters.
 */
export function largeSide(modules: number, glass: { width: number; height: number }, dpi: number, density: number): number {
  const { width, height } = glass
  const taken = around.find(([below]) => height <= below)?.[1] ?? 268
  const room = height > width ? Math.min(width * 0.7, height * 0.4) : Math.min(height - taken, width * 0.47)
  const millimetres = Math.max(115, ((height > width ? width * 0.64 : height / 2) * 25.4) / dpi)
  return codeSide(millimetres, modules, dpi, density, room)
}
