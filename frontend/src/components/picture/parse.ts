const svgNamespace = 'http://www.w3.org/2000/svg'

// All that the program draws with. Anything else in a picture is a fault of
// the content, and the step is shown without it. A title would pop up over it.
const drawn = new Set(['svg', 'g', 'rect', 'line', 'circle', 'ellipse', 'path', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'use'])

/**
 * Reads a picture as the program writes it: one SVG document. Gives null for
 * anything else, so that text from a pack never becomes anything but a drawing.
 */
export function parsePicture(source: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
  const root = parsed.documentElement
  if (parsed.querySelector('parsererror') || root.localName !== 'svg') return null
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.namespaceURI !== svgNamespace || !drawn.has(element.localName)) return null
    // A sheet of eight cards draws a card's code once and uses it again: the only reference, and within the picture.
    const again = (a: Attr): boolean => element.localName === 'use' && a.name === 'href' && a.value.startsWith('#')
    if ([...element.attributes].some((a) => /^on|^style$|href$/i.test(a.name) && !again(a))) return null
  }
  return root as unknown as SVGSVGElement
}
