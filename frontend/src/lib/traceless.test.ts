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
  ])('%s with %o is refused', (name, more) => expect(left(key(name, more))).toBe(false))

  it.each([
    ['a', {}],
    ['A', { shiftKey: true }],
    ['.', {}],
    [';', {}],
    ['Backspace', {}],
    ['Backspace', { ctrlKey: true }],
    ['Delete', {}],
    ['ArrowLeft', {}],
    ['Tab', { shiftKey: true }],
    ['Escape', {}],
    ['F10', {}],
  ])('%s with %o types on', (name, more) => expect(left(key(name, more))).toBe(true))

  it('AltGr writes letters', () => {
    const event = key('.', { ctrlKey: true, altKey: true })
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' })
    expect(left(event)).toBe(true)
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
  expect(left(key('.', { ctrlKey: true }))).toBe(false)
  expect(left(plain('contextmenu'))).toBe(false)
})

it('lets go of the field when a visit has ended', () => {
  input.focus()
  letGo(document)
  expect(document.activeElement).toBe(document.body)
})
