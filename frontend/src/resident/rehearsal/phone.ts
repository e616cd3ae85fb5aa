// What the drawn phone shows while somebody practises on it. The picture comes
// with a group of shapes for each touch: what it fills in, and the ring.

/** Milliseconds a filling takes, whatever its length. */
export const fillTime = 700

/** Milliseconds in which only the place to touch is asked for, before the ring shows it. */
export const askTime = 4000

/** Milliseconds a learner sees that it was right, before the phone goes on. */
export const praiseTime = 600

/** Leaves only the ring of one touch, if it is to be seen, and what earlier touches filled in. */
export function showTouch(picture: Element, touch: number, ring: boolean): void {
  for (const group of picture.querySelectorAll('g[data-touch]')) {
    const of = Number(group.getAttribute('data-touch'))
    const shown = group.getAttribute('class') === 'ring' ? ring && of === touch : of < touch
    group.setAttribute('visibility', shown ? 'visible' : 'hidden')
  }
}

/**
 * Fills in what a touch puts into a field: letters one by one, dots one by
 * one. Gives what stops it; done is called at the end, and not when stopped.
 */
export function fill(picture: Element, touch: number, done: () => void): () => void {
  const group = picture.querySelector(`g.fill[data-touch="${touch}"]`)
  const frames = group ? framesOf(group) : []
  const pause = frames.length > 0 ? fillTime / frames.length : 0
  group?.setAttribute('visibility', 'visible')
  let next = 0
  let timer: ReturnType<typeof setTimeout>
  const step = () => {
    const frame = frames[next++]
    if (!frame) return done()
    frame()
    timer = setTimeout(step, pause)
  }
  step()
  return () => clearTimeout(timer)
}

/** The pictures of a filling, from nothing to all of it. */
function framesOf(group: Element): (() => void)[] {
  const shapes = [...group.children]
  const words = shapes.length === 1 && shapes[0]?.localName === 'text' ? shapes[0] : undefined
  if (words) {
    const all = [...(words.textContent ?? '')]
    words.textContent = ''
    return all.map((_, i) => () => void (words.textContent = all.slice(0, i + 1).join('')))
  }
  for (const shape of shapes) shape.setAttribute('visibility', 'hidden')
  return shapes.map((shape) => () => shape.setAttribute('visibility', 'inherit'))
}

/** A place on the drawn phone, as shares of its size. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** Pixels that the place one may touch is wide and high at least, where its neighbours leave so much. */
export const leastHit = 64

/** Pixels by which every place is larger to the finger than to the eye, where there is room. */
const around = 12

/**
 * The places one may touch around places on a phone of a size in pixels: larger
 * than what is seen, but never further than half-way to a neighbour or over the
 * edge, so that each touch has one answer.
 */
export function hitAreas(places: readonly Box[], width: number, height: number): Box[] {
  const across = grown(places.map(({ x, w, y, h }) => ({ from: x, to: x + w, low: y, high: y + h })), width)
  // Downwards with what each is across now: two that have come to stand above each other are neighbours.
  const down = grown(places.map(({ y, h }, i) => ({ from: y, to: y + h, low: across[i]?.[0] ?? 0, high: across[i]?.[1] ?? 0 })), height)
  return places.map((_, i) => {
    const [x, right] = across[i] ?? [0, 0]
    const [y, bottom] = down[i] ?? [0, 0]
    return { x, y, w: right - x, h: bottom - y }
  })
}

/** In one direction: from and to grow; low and high say who stands in the way. */
function grown(spans: readonly { from: number; to: number; low: number; high: number }[], pixels: number): [number, number][] {
  if (pixels <= 0) return spans.map(({ from, to }) => [from, to])
  return spans.map((span) => {
    const { from, to, low, high } = span
    const inTheWay = spans.filter((other) => other !== span && other.low < high && other.high > low)
    const before = inTheWay.filter((other) => other.to <= from).map((other) => (from - other.to) / 2)
    const after = inTheWay.filter((other) => other.from >= to).map((other) => (other.from - to) / 2)
    const [free, room] = [Math.min(from, ...before), Math.min(1 - to, ...after)]
    const wanted = Math.max(2 * around, leastHit - (to - from) * pixels) / pixels
    // What one side cannot give, the other gives.
    const left = Math.min(free, Math.max(wanted / 2, wanted - room))
    const right = Math.min(room, Math.max(wanted / 2, wanted - left))
    return [from - left, to + right]
  })
}
