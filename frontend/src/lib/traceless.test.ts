import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { letGo, traceless } from './traceless'

let staff = false
let open: () => void
let input: HTMLInputElement

beforeEach(() => {
  staff = false
  input = document.createElement('input')
  document.body.append(input)
  open = traceless(window, () => staff)
})

afterEach(() => {
  open()
  input.remove()
})

/** Whether an event that a browser would act upon is still left to it. */
const left = (event: Event): boolean => input.dispatchEvent(event)

const key = (name: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })
const plain = (name: string) => new Event(name, { bubbles: true, cancelable: true })

describe('for residents', () => {
  it.each(['copy', 'cut', 'paste', 'dragstart', 'dragover', 'drop', 'contextmenu'])('%s is refused', (name) => {
    let heard = false
    input.addEventListener(name, () => (heard = true))
    expect(left(plain(name))).toBe(false)
    expect(heard).toBe(false)
  })

  it.each([
    ['.', { ctrlKey: true }],
    [';', { ctrlKey: true }],
    ['.', { metaKey: true }],
    ['ContextMenu', {}],
    ['F10', { shiftKey: true }],
    ['c', { ctrlKey: true }],
    ['V', { ctrlKey: true, shiftKey: true }],
    ['a', { ctrlKey: true }],
    ['z', { ctrlKey: true }],
    ['Insert', { shiftKey: true }],
    ['Insert', { ctrlKey: true }],
    ['Delete', { shiftKey: true }],
    ['ArrowLeft', { shiftKey: true }],
    ['Home', { shiftKey: true, ctrlKey: true }],
    ...Array.from({ length: 24 }, (_, i) => [`F${String(i + 1)}`, {}] as const),
    ...'abcdefghijklmnopqrstuvwxyz0123456789+-=/'.split('').flatMap((letter) => [
      [letter, { ctrlKey: true }] as const,
      [letter, { altKey: true }] as const,
      [letter, { metaKey: true }] as const,
      [letter.toUpperCase(), { ctrlKey: true, shiftKey: true }] as const,
    ]),
    ...['Backspace', 'ArrowLeft', 'Tab', 'Enter', 'Escape', 'Home', ' '].flatMap((name) => [
      [name, { ctrlKey: true }] as const,
      [name, { altKey: true }] as const,
    ]),
    ...['Escape', 'PageUp', 'End'].map((name) => [name, { shiftKey: true }] as const),
    ...['BrowserBack', 'BrowserHome', 'BrowserSearch', 'LaunchMail', 'PrintScreen', 'Help', 'Find', 'Open', 'Copy', 'Paste', 'Undo', 'Select', 'ZoomIn', 'Alt', 'Meta', 'Control', 'Unidentified'].map(
      (name) => [name, {}] as const,
    ),
  ] as readonly (readonly [string, KeyboardEventInit])[])('%s with %o is refused', (name, more) => expect(left(key(name, more))).toBe(false))

  it.each([
    ['a', {}],
    ['A', { shiftKey: true }],
    ['.', {}],
    [';', {}],
    ['Backspace', {}],
    ['Backspace', { shiftKey: true }],
    ['Delete', {}],
    ['Enter', {}],
    [' ', {}],
    ['ơ', {}],
    ['Process', {}], // an input method of Windows has it
    ['Dead', {}],
    ['ArrowLeft', {}],
    ['Tab', { shiftKey: true }],
    ['Escape', {}],
    // A number pad, with Num Lock on and off.
    ...['5', '+', 'Enter'].map((name) => [name, { code: 'Numpad5' }] as const),
    ...['Clear', 'Insert', 'Delete', 'ArrowUp', 'Home'].map((name) => [name, { code: 'Numpad0' }] as const),
  ] as readonly (readonly [string, KeyboardEventInit])[])('%s with %o types on', (name, more) => expect(left(key(name, more))).toBe(true))

  it('AltGr writes letters', () => {
    const event = key('.', { ctrlKey: true, altKey: true })
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' })
    expect(left(event)).toBe(true)
  })

  it('AltGr and a Ctrl of its own are a command', () => {
    const event = key('.', { ctrlKey: true })
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' })
    expect(left(event)).toBe(false)
  })

  it.each(['insertFromPaste', 'insertFromDrop', 'insertFromYank', 'insertReplacementText'])('%s is refused, a letter is not', (inputType) => {
    expect(left(new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true }))).toBe(false)
    expect(left(new InputEvent('beforeinput', { inputType: 'insertText', data: 'a', bubbles: true, cancelable: true }))).toBe(true)
  })

  it('a touch puts the caret, and nothing selects', () => {
    input.value = 'khai sinh'
    input.setSelectionRange(2, 6)
    for (const detail of [1, 2, 3]) {
      expect(left(new MouseEvent('mousedown', { detail, bubbles: true, cancelable: true }))).toBe(false)
      expect(document.activeElement).toBe(input)
      expect(input.selectionEnd).toBe(input.selectionStart)
    }
    expect(left(plain('selectstart'))).toBe(false)
    input.blur()
    expect(left(new MouseEvent('mousedown', { button: 1, bubbles: true, cancelable: true }))).toBe(false)
    expect(document.activeElement).toBe(document.body)
  })
})

it('staff copy and paste, but open no chooser', () => {
  staff = true
  for (const name of ['copy', 'cut', 'paste', 'selectstart', 'mousedown']) expect(left(plain(name))).toBe(true)
  expect(left(key('c', { ctrlKey: true }))).toBe(true)
  expect(left(key('ArrowLeft', { shiftKey: true }))).toBe(true)
  for (const name of ['a', 'v', 'x', 'z', 'Backspace', 'ArrowRight', 'Insert']) expect(left(key(name, { ctrlKey: true }))).toBe(true)
  for (const name of ['V', 'Z', 'ArrowRight', 'End']) expect(left(key(name, { ctrlKey: true, shiftKey: true }))).toBe(true)
  for (const name of ['Insert', 'End']) expect(left(key(name, { shiftKey: true }))).toBe(true)
  for (const name of ['.', ';', 'f', 'g', 'r', 'w', 'n', 't', 'u', 'j', 'o', 's', '+', '-', '0']) expect(left(key(name, { ctrlKey: true }))).toBe(false)
  for (const name of ['I', 'C', 'U', 'T', 'N', 'E']) expect(left(key(name, { ctrlKey: true, shiftKey: true }))).toBe(false)
  for (const name of ['F1', 'F5', 'F7', 'F12', 'ContextMenu']) expect(left(key(name))).toBe(false)
  for (const name of ['ArrowLeft', 'F4', 'd']) expect(left(key(name, { altKey: true }))).toBe(false)
  expect(left(plain('contextmenu'))).toBe(false)
})

it('outside a field a command of staff is nobody’s, but for Ctrl+P, which only the page hears', () => {
  staff = true
  let heard = ''
  const hear = (event: KeyboardEvent): void => void (heard += event.key)
  document.body.addEventListener('keydown', hear)
  for (const name of ['a', 'c', 'v', 'p']) expect(document.body.dispatchEvent(key(name, { ctrlKey: true }))).toBe(false)
  document.body.removeEventListener('keydown', hear)
  expect(heard).toBe('p')
})

it('the middle button scrolls nothing, and pastes for staff in a field', () => {
  staff = true
  const press = (on: Element, button: number): boolean => on.dispatchEvent(new MouseEvent('mousedown', { button, bubbles: true, cancelable: true }))
  expect([press(input, 1), press(document.body, 1), press(document.body, 3), press(document.body, 0)]).toEqual([true, false, false, true])
})

it('lets go of the field when a visit has ended', () => {
  input.focus()
  letGo(document)
  expect(document.activeElement).toBe(document.body)
})
