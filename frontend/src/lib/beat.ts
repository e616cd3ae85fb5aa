import type { Backend } from './backend'

// Somebody outside watches whether this page lives, and whether it is to be seen. So it
// says so every two seconds; and while nobody is here a small square in the corner
// changes its shade with it, too little for a person to notice.

/** Milliseconds between two beats. */
const every = 2000
/** Milliseconds that a change may take to be painted; a window that is not shown paints none. */
const paint = 500
/** Side of the square. */
const side = 8

/** Beats from now on. idle says whether nobody is here. Gives what stops it. */
export function beat(backend: Backend, idle: () => boolean): () => void {
  const square = document.createElement('div')
  square.className = 'beat'
  square.ariaHidden = 'true'
  let shade = 0
  let next: ReturnType<typeof setTimeout> | undefined
  let gone = false

  const say = (): void => {
    if (gone) return
    next = setTimeout(turn, every)
    const { left, top } = square.getBoundingClientRect()
    const scale = window.devicePixelRatio
    const shown = square.isConnected
    // One pixel in from the edge, where scaling mixes no colours.
    backend.beat({
      idle: shown,
      x: shown ? Math.round((window.screenX + left) * scale) + 1 : 0,
      y: shown ? Math.round((window.screenY + top) * scale) + 1 : 0,
      side: shown ? Math.floor(side * scale) - 2 : 0,
      shade,
    })
  }

  const turn = (): void => {
    if (idle() !== square.isConnected) {
      if (square.isConnected) square.remove()
      else document.body.append(square)
    }
    shade = 1 - shade
    square.dataset.shade = String(shade)
    let said = false
    const once = (): void => {
      if (said) return
      said = true
      say()
    }
    requestAnimationFrame(() => requestAnimationFrame(once))
    next = setTimeout(once, paint)
  }

  turn()
  return () => {
    gone = true
    clearTimeout(next)
    square.remove()
  }
}
