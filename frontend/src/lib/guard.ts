// The window shows this program and nothing else. A plain link or a file
// dropped on it would replace the page, with no way back.

/**
 * Blocks every way out of the page, and the second tap of a double tap when
 * the first has already changed the screen (it would press what it cannot have
 * been meant for). changedAt is when the screen last changed, in the time of
 * event.timeStamp. Gives what removes the guard.
 */
export function guard(target: Window, changedAt: () => number): () => void {
  const stop = (event: Event) => event.preventDefault()
  let previousClick = 0

  const click = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault()
    const second = event.detail > 1 && changedAt() > previousClick
    previousClick = event.timeStamp
    if (!second) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const zoom = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault()
  }

  const stopped = ['contextmenu', 'dragstart', 'dragover', 'drop', 'submit', 'auxclick', 'gesturestart']
  const options = { capture: true, passive: false }
  for (const name of stopped) target.addEventListener(name, stop, options)
  target.addEventListener('click', click, options)
  target.addEventListener('wheel', zoom, options)
  return () => {
    for (const name of stopped) target.removeEventListener(name, stop, options)
    target.removeEventListener('click', click, options)
    target.removeEventListener('wheel', zoom, options)
  }
}
