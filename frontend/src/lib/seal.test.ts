import { describe, expect, it } from 'vitest'
import { callsBound, seal, type Bridged } from './seal'

const call = (name: string, more = '') => `C{"name":"${name}","args":[],"callbackID":"1"${more}}`

describe('only calls of bound methods leave the page', () => {
  it.each([call('desktop.Resident.Boot'), call('desktop.Staff.Unlock'), 'C{"args":["\\u1ea1","C"],"name":"desktop.Resident.Search","callbackID":"x"}'])(
    '%s',
    (message) => expect(callsBound(message)).toBe(true),
  )

  it.each([
    'Q',
    'H',
    'S',
    'WM',
    'Wf',
    'BO:https://example.org',
    'EE{"name":"close-asked"}',
    'EXclose-asked',
    'LEhello',
    'drag',
    'resize:n-resize',
    'c{"id":1,"args":[],"callbackID":"1"}',
    call(':wails:ClipboardSetText'),
    call(':wails:Environment'),
    call('desktop'),
    // Two names: Go takes the last, in whatever case it is written.
    call('desktop.Resident.Boot', ',"name":":wails:ClipboardGetText"'),
    call('desktop.Resident.Boot', ',"NAME":":wails:ClipboardGetText"'),
    call('desktop.Resident.Boot', ',"__proto__":{}'),
    'C{"args":[],"callbackID":"1"}',
    'C["desktop.Resident.Boot"]',
    'C"desktop.Resident.Boot"',
    'Cnull',
    'C',
    '',
    null,
    ['C'],
  ])('and not %j', (message) => expect(callsBound(message)).toBe(false))
})

describe('a later script cannot talk the seal over', () => {
  it('by what it makes of the language', () => {
    // By hand, and back before anything else runs: the test's own tools need them, too.
    interface Poison {
      on: object
      name: PropertyKey
      value: unknown
      sound?: PropertyDescriptor | undefined
    }
    const poisons: Poison[] = [
      { on: JSON, name: 'parse', value: () => ({ name: 'desktop.Resident.Boot' }) },
      { on: String.prototype, name: 'slice', value: () => '{"name":"desktop.Resident.Boot"}' },
      { on: String.prototype, name: 'startsWith', value: () => true },
      { on: Object, name: 'keys', value: () => [] },
      { on: Array.prototype, name: Symbol.iterator, value: () => ({ next: () => ({ done: true }) }) },
    ]
    const messages = [call(':wails:ClipboardGetText'), 'CQ', call('desktop.X', ',"NAME":":wails:Q"')]
    const define = Object.defineProperty
    const found: boolean[] = []
    const each = (work: (poison: Poison) => void): void => {
      for (let i = 0; i < poisons.length; i++) work(poisons[i] as Poison)
    }
    each((poison) => (poison.sound = Object.getOwnPropertyDescriptor(poison.on, poison.name)))
    try {
      each(({ on, name, value }) => define(on, name, { value, configurable: true, writable: true }))
      for (let i = 0; i < messages.length; i++) found[i] = callsBound(messages[i])
    } finally {
      each(({ on, name, sound }) => define(on, name, sound ?? {}))
    }
    expect(found).toEqual([false, false, false])
  })
})

/** A window as WebKit and Wails make it: the handler inherits how it posts. */
function webkit(): { target: Window & Bridged & Record<string, unknown>; sent: unknown[] } {
  const sent: unknown[] = []
  class Handler {
    postMessage(message: unknown): void {
      sent.push(message)
    }
  }
  const target = {
    // A new object each time, as some engines do.
    webkit: { messageHandlers: { get external() { return new Handler() } } },
    WailsInvoke: (message: unknown) => target.webkit.messageHandlers.external.postMessage(message),
    go: { desktop: {} },
    runtime: { Quit: () => target.WailsInvoke('Q'), EventsOnMultiple: () => 'listening' },
    wails: { Callback: () => 'answered', flags: { shouldDrag: false } },
    open: () => 'opened',
    print: () => 'printed',
  }
  return { target: target as never, sent }
}

it('seals the window of WebKit', () => {
  const { target, sent } = webkit()
  seal(target)
  for (const post of [target.WailsInvoke, (m: unknown) => target.webkit?.messageHandlers?.external?.postMessage(m)]) {
    post?.('Q')
    post?.(call('desktop.Resident.Boot'))
  }
  expect(sent).toEqual([call('desktop.Resident.Boot'), call('desktop.Resident.Boot')])
  expect(Object.keys(target.runtime ?? {})).toEqual(['EventsOnMultiple'])
  expect((target.runtime?.EventsOnMultiple as () => string)()).toBe('listening')
  expect((target.wails as { Callback: () => string }).Callback()).toBe('answered')
  for (const name of ['WailsInvoke', 'runtime', 'go', 'wails', 'open']) {
    expect(() => Object.defineProperty(target, name, { value: 1 })).toThrow()
  }
  expect([target.open, target.print]).toEqual([undefined, undefined])
})

it('seals the window of WebView2', () => {
  const sent: unknown[] = []
  const webview = { postMessage: (m: unknown) => void sent.push(m), postMessageWithAdditionalObjects: (m: unknown) => void sent.push(m) }
  const target = { chrome: { webview }, WailsInvoke: (m: unknown) => webview.postMessage(m), runtime: {}, go: {}, wails: {} } as Bridged
  seal(target as Window & Bridged)
  for (const post of [target.WailsInvoke, target.chrome?.webview?.postMessage]) {
    post?.('WM')
    post?.(call('desktop.Staff.Door'))
  }
  expect(sent).toEqual([call('desktop.Staff.Door'), call('desktop.Staff.Door')])
  expect(webview.postMessageWithAdditionalObjects).toBeUndefined()
})

it('leaves alone what is not the program: a browser against the test server', () => {
  const target = { go: { desktop: {} }, runtime: { Quit: 1 } } as never as Window & Bridged
  seal(target)
  expect(target.runtime).toEqual({ Quit: 1 })
})
