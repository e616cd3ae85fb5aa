// What the drawn phone shows while somebody practises on it. The picture comes
// with a group of shapes for each touch: what it fills in, and the ring.

/** Milliseconds a filling takes, whatever its length. */
export const fillTime = 700

/** Milliseconds a learner may look at what was filled in before the phone goes on. */
export const lookTime = 350

/** Leaves only the ring of one touch, and what earlier touches filled in. */
export function showTouch(picture: Element, touch: number): void {
  for (const group of picture.querySelectorAll('g[data-touch]')) {
    const of = Number(group.getAttribute('data-touch'))
    const shown = group.getAttribute('class') === 'ring' ? of === touch : of < touch
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
    if (!frame) return void (timer = setTimeout(done, lookTime))
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
