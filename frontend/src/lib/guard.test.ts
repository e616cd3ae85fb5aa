import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { guard } from './guard'

let unguard: () => void
const pressed = vi.fn()

beforeEach(() => {
  pressed.mockClear()
  document.body.innerHTML = '<a href="https://example.com/"><b>đi</b></a><button>bấm</button>'
  document.querySelector('button')?.addEventListener('click', pressed)
  unguard = guard(window)
})

afterEach(() => unguard())

function send(selector: string, event: Event): boolean {
  return document.querySelector(selector)?.dispatchEvent(event) ?? false
}

function click(selector: string, detail = 1): boolean {
  return send(selector, new MouseEvent('click', { bubbles: true, cancelable: true, detail }))
}

it('lets no link lead away, however deep the touch', () => {
  expect(click('b')).toBe(false)
  expect(click('a')).toBe(false)
})

it('lets buttons be pressed', () => {
  expect(click('button')).toBe(true)
  expect(pressed).toHaveBeenCalledOnce()
})

it.each(['contextmenu', 'dragover', 'drop', 'dragstart', 'submit', 'auxclick'])('stops %s', (name) => {
  expect(send('button', new Event(name, { bubbles: true, cancelable: true }))).toBe(false)
})

it('stops zooming but not scrolling by wheel', () => {
  const wheel = (ctrlKey: boolean) => {
    const event = new WheelEvent('wheel', { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'ctrlKey', { value: ctrlKey })
    return send('button', event)
  }
  expect([wheel(true), wheel(false)]).toEqual([false, true])
})

it('can be taken off', () => {
  unguard()
  expect(send('button', new Event('contextmenu', { bubbles: true, cancelable: true }))).toBe(true)
})
