// What the page may say to the program. Wails gives every script in a page all of
// its runtime (close the window, make it small, open a browser, read the
// clipboard), with no list of what is allowed. No foreign script gets into the
// page; one that did would find only what the page itself needs: the bound
// methods, which decide in Go who may do what, and being told of events.

type Post = (message: unknown) => void

interface Port {
  postMessage: Post
}

/** What Wails and the web engines put on a window. */
export interface Bridged {
  WailsInvoke?: Post
  go?: object
  runtime?: { EventsOnMultiple?: unknown }
  wails?: object
  webkit?: { messageHandlers?: { external?: Port } }
  chrome?: { webview?: Port }
}

// Taken now: what a later script makes of them is of no use to it.
const { parse } = JSON
const { keys, defineProperty, getPrototypeOf, freeze } = Object
const cut = Function.prototype.call.bind(String.prototype.slice) as (text: string, from: number) => string

/** What begins the name of every method bound to the page. */
const ours = 'desktop.'

/**
 * Whether a message calls a bound method and says nothing else. Go takes the last of
 * two equal names and does not mind their case: so no name but the three is let by.
 */
export function callsBound(message: unknown): boolean {
  if (typeof message !== 'string' || message[0] !== 'C') return false
  try {
    const call = parse(cut(message, 1)) as Record<string, unknown>
    const fields = keys(call)
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] !== 'name' && fields[i] !== 'args' && fields[i] !== 'callbackID') return false
    }
    const { name } = call
    if (typeof name !== 'string') return false
    for (let i = 0; i < ours.length; i++) if (name[i] !== ours[i]) return false
    return true
  } catch {
    return false // no JSON: Wails would not read it either
  }
}

/** Puts something in a place for good, where the engine allows that. */
function fix(on: object | undefined, name: string, value: unknown): void {
  try {
    if (on) defineProperty(on, name, { value, writable: false, configurable: false })
  } catch {
    // That place was fixed before us.
  }
}

/** What opens a window or a dialog of the engine's; the page never does. */
const opening = ['open', 'print', 'alert', 'confirm', 'prompt', 'showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']

/** Leaves a window the calls and events that the page needs, before any other script asks for more. */
export function seal(target: Window & Bridged): void {
  for (const name of opening) fix(target, name, undefined)
  const invoke = target.WailsInvoke
  if (!invoke) return // not in the program's own window
  const handler = target.webkit?.messageHandlers?.external
  const port = handler ?? target.chrome?.webview
  const post = port?.postMessage.bind(port) ?? invoke
  const sealed: Post = (message) => {
    if (callsBound(message)) post(message)
  }

  fix(target, 'WailsInvoke', sealed)
  // WebKit makes the handler anew for who asks again; what it inherits stays.
  fix(handler && (getPrototypeOf(handler) as object), 'postMessage', sealed)
  fix(handler, 'postMessage', sealed)
  fix(target.chrome?.webview, 'postMessage', sealed)
  fix(target.chrome?.webview, 'postMessageWithAdditionalObjects', undefined)
  fix(target, 'runtime', freeze({ EventsOnMultiple: target.runtime?.EventsOnMultiple }))
  fix(target, 'go', target.go)
  // The program calls what is in here with answers and events.
  fix(target, 'wails', target.wails && freeze(target.wails))
}
