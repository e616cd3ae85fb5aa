// The window shows this program and nothing else. A plain link or a file
// dropped on it would replace the page, with no way back.

/** Blocks every way out of the page. Gives what removes the guard. */
export function guard(target: Window): () => void {
  const stop = (event: Event) => event.preventDefault()

  const click = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault()
  }
  const zoom = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault()
  }

  const pinch = (event: TouchEvent) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault()
  }

  // "invalid" would have the engine draw a bubble beside a field.
  const stopped = ['contextmenu', 'dragstart', 'dragover', 'drop', 'submit', 'auxclick', 'invalid', 'gesturestart', 'gesturechange', 'gestureend']
  const options = { capture: true, passive: false }
  for (const name of stopped) target.addEventListener(name, stop, options)
  target.addEventListener('click', click, options)
  target.addEventListener('wheel', zoom, options)
  target.addEventListener('touchmove', pinch, options)
  return () => {
    for (const name of stopped) target.removeEventListener(name, stop, options)
    target.removeEventListener('click', click, options)
    target.removeEventListener('wheel', zoom, options)
    target.removeEventListener('touchmove', pinch, options)
  }
}
