// What a resident types may not leave the field: not into the clipboard, not
// into the selection that X11 pastes with the middle button, not into the
// system's own helpers, which would still stand over the screen of the next one.

/** Ways into and out of a field but for its keys. */
const ways = ['copy', 'cut', 'paste', 'dragstart', 'dragover', 'drop'] as const

const foreign = /^insert(FromPaste|FromDrop|FromYank|ReplacementText)/

const moves = /^(Arrow|Home$|End$|Page)/

/** Keys that open something of the system's: GTK's chooser of emoji, a menu. */
function opens(event: KeyboardEvent): boolean {
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) return true
  return commands(event) && /^[.;]$/.test(event.key)
}

/** A command and no letter: AltGr writes letters. */
function commands(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
}

/** Keys that copy, paste or select. */
function carries(event: KeyboardEvent): boolean {
  if (event.key === 'Insert') return true
  if (event.shiftKey && (moves.test(event.key) || event.key === 'Delete')) return true
  return commands(event) && event.key.length === 1
}

/**
 * Shuts these ways on a window; staff, whom trusted tells of, may copy and
 * paste. Gives what opens them again.
 */
export function traceless(target: Window, trusted: () => boolean): () => void {
  const undo = new AbortController()
  const on = <Name extends keyof WindowEventMap>(name: Name, act: (event: WindowEventMap[Name]) => void) =>
    target.addEventListener(name, act, { capture: true, signal: undo.signal })
  const refuse = (event: Event): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  for (const way of ways) on(way, (event) => !trusted() && refuse(event))
  on('contextmenu', refuse)
  on('keydown', (event) => {
    if (opens(event) || (!trusted() && carries(event))) refuse(event)
  })
  on('beforeinput', (event) => {
    if (!trusted() && foreign.test(event.inputType)) refuse(event)
  })

  // What is selected is in X11's selection at once, and no engine asks before a
  // finger that is drawn along selects: so the browser does not get the touch.
  on('mousedown', (event) => {
    if (trusted()) return
    const input = event.target
    if (event.button > 0 || input instanceof HTMLInputElement) event.preventDefault()
    if (event.button === 0 && input instanceof HTMLInputElement) putCaret(input, event.clientX)
  })
  on('auxclick', (event) => !trusted() && refuse(event))
  target.document.addEventListener('selectstart', (event) => !trusted() && refuse(event), { capture: true, signal: undo.signal })
  return () => undo.abort()
}

/** Puts the caret between the letters that are nearest to a place on the glass, in pixels from the left. */
function putCaret(input: HTMLInputElement, x: number): void {
  const { fontWeight, fontSize, fontFamily, paddingLeft, borderLeftWidth } = getComputedStyle(input)
  const ruler = document.createElement('canvas').getContext('2d')
  let [caret, nearest] = [input.value.length, Infinity]
  if (ruler) {
    ruler.font = `${fontWeight} ${fontSize} ${fontFamily}`
    const wanted = x - input.getBoundingClientRect().left - parseFloat(borderLeftWidth) - parseFloat(paddingLeft) + input.scrollLeft
    let before = ''
    for (const letter of ['', ...input.value]) {
      before += letter
      const off = Math.abs(ruler.measureText(before).width - wanted)
      if (off < nearest) [caret, nearest] = [before.length, off]
    }
  }
  input.focus()
  input.setSelectionRange(caret, caret)
}

/** Leaves the field and what is selected, when a visit has ended. */
export function letGo(document: Document): void {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
  document.getSelection()?.removeAllRanges()
}
