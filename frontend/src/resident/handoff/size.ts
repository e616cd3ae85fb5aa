/**
 * The side, in CSS pixels, of a code that is at least so many millimetres
 * wide. Every module gets the same whole number of the screen's own pixels:
 * a code with uneven modules reads worse.
 *
 * modules is the side of the code in modules, quiet zone included; dpi counts
 * CSS pixels per inch, density the screen's pixels per CSS pixel.
 */
export function codeSide(millimetres: number, modules: number, dpi: number, density: number): number {
  const wanted = (millimetres / 25.4) * dpi * density
  return (Math.ceil(wanted / modules) * modules) / density
}
