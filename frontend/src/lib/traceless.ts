// What a resident types may not leave the field: not into the clipboard, not
// into the selection that X11 pastes with the middle button, not into the
// system's own helpers, which would still stand over the screen of the next one.
// No key, no button of a mouse opens anything that is not the page.

/** Ways into and out of a field but for its keys. */
const ways = ['copy', 'cut', 'paste', 'dragstart', 'dragover', 'drop'] as const

const foreign = /^insert(FromPaste|FromDrop|FromYank|ReplacementText)/

/** The keys without a letter that somebody needs; every other one is the engine's or the toolkit's. */
const needed = /^(Enter|Escape|Backspace|Delete|Tab|Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down)|Shift|CapsLock|NumLock|AltGraph|Dead|Process)$/

/** Those that mean the same with Shift. With the others Shift selects, pastes, or calls the engine. */
const sameShifted = /^(Enter|Backspace|Tab|Shift|CapsLock|NumLock|AltGraph|Dead|Process)$/

/** What staff press in a field, with Ctrl, with Ctrl and Shift, with Shift. */
const edits = /^([acvxyz]|Insert|Backspace|Delete|Home|End|Arrow(Left|Right))$/
const editsShifted = /^([vz]|Home|End|Arrow(Left|Right))$/i
const selects = /^(Insert|Delete|Home|End|Arrow(Up|Down|Left|Right))$/

const isField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement

/**
 * Whether a key is one of those the page needs. All others open, print, find,
 * enlarge, reload or leave something, now or in an engine to come: so what passes
 * is named here, and not what is refused.
 */
export function wanted(event: KeyboardEvent, trusted: boolean): boolean {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event
  // AltGr writes letters. Windows says of it that Ctrl and Alt are down, X11 says neither.
  const writes = event.getModifierState('AltGraph') && ctrlKey === altKey
  if (metaKey || (altKey && !writes)) return false
  const edit = trusted && isField(event.target)
  if (ctrlKey && !writes) return edit && (shiftKey ? editsShifted : edits).test(key)
  // A number pad whose Num Lock is off says what else stands on its keys.
  if (key.length === 1 || event.isComposing || (!shiftKey && event.code.startsWith('Numpad'))) return true
  if (shiftKey && !sameShifted.test(key)) return edit && selects.test(key)
  return needed.test(key)
}

/** Ctrl+P has a meaning of our own to staff; the engine's must not come with it. */
function prints(event: KeyboardEvent): boolean {
  return event.ctrlKey && !event.altKey && event.key.toLowerCase() === 'p'
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
    if (trusted() && prints(event)) event.preventDefault()
    else if (!wanted(event, trusted())) refuse(event)
  })
  on('beforeinput', (event) => {
    if (!trusted() && foreign.test(event.inputType)) refuse(event)
  })

  // What is selected is in X11's selection at once, and no engine asks before a
  // finger that is drawn along selects: so the browser does not get the touch.
  on('mousedown', (event) => {
    const input = event.target
    if (trusted()) {
      // The middle button scrolls by itself, the outer ones go back and forth.
      if (event.button > 2 || (event.button === 1 && !isField(input))) event.preventDefault()
      return
    }
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
