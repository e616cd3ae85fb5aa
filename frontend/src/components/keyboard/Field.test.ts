import { fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync, tick } from 'svelte'
import { expect, it, vi } from 'vitest'
import Field from './Field.svelte'
import { Typing } from './typing.svelte'

function show(text = '', onenter: () => void = () => undefined) {
  const typing = new Typing(text)
  render(Field, { typing, label: 'Tìm', placeholder: 'khai sinh', onenter })
  const input = screen.getByLabelText<HTMLInputElement>('Tìm')
  input.focus()
  return { typing, input }
}

/** What a browser does for a key of a real keyboard; false if the field did it itself. */
function insert(input: HTMLInputElement, data: string, more: InputEventInit = {}): boolean {
  const event = new InputEvent('beforeinput', { inputType: 'insertText', data, bubbles: true, cancelable: true, ...more })
  const native = input.dispatchEvent(event)
  flushSync()
  return native
}

it('keeps the touch keyboard and all help of the browser away', () => {
  const { input } = show()
  const expected = { inputmode: 'none', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', virtualkeyboardpolicy: 'manual', type: 'text' }
  for (const [name, value] of Object.entries(expected)) expect(input.getAttribute(name)).toBe(value)
  expect(input.placeholder).toBe('khai sinh')
})

it('composes what a real keyboard types', () => {
  const { typing, input } = show()
  for (const key of 'ddawng kys') expect(insert(input, key)).toBe(false)
  expect(typing.text).toBe('đăng ký')
  expect(input.value).toBe('đăng ký')
  expect(input.selectionStart).toBe(7)
  input.dispatchEvent(new InputEvent('beforeinput', { inputType: 'deleteContentBackward', bubbles: true, cancelable: true }))
  flushSync()
  expect(input.value).toBe('đăng k')
})

it('leaves letters of another input method as they are', () => {
  const { typing, input } = show('viê')
  insert(input, 'ệ')
  insert(input, 'á')
  expect(typing.text).toBe('viêệá')
  // While it composes, nothing is touched; then the text is taken over.
  input.dispatchEvent(new CompositionEvent('compositionstart'))
  expect(insert(input, 's', { isComposing: true })).toBe(true)
  input.value = 'vie\u0323\u0302t'
  input.dispatchEvent(new InputEvent('input', { isComposing: true }))
  expect(typing.text).toBe('viêệá')
  input.dispatchEvent(new CompositionEvent('compositionend'))
  flushSync()
  expect([typing.text, input.value]).toEqual(['việt', 'việt'])
})

it('pastes one clean line', async () => {
  const { typing, input } = show('a ')
  await fireEvent.paste(input, { clipboardData: { getData: () => 'Giấy\nkhai\u0007sinh'.normalize('NFD') } })
  expect(typing.text).toBe('a Giấy khai sinh')
  await fireEvent.paste(input, { clipboardData: { getData: () => 'x'.repeat(500) } })
  expect(typing.text.length).toBe(120)
})

it('takes over what the browser changed by itself', async () => {
  const { typing, input } = show('một hai')
  input.value = 'một\u0000 '
  await fireEvent.input(input)
  expect([typing.text, input.value]).toEqual(['một  ', 'một  '])
})

it('knows where the caret was put', async () => {
  const { typing, input } = show('khai sinh')
  input.setSelectionRange(4, 4)
  document.dispatchEvent(new Event('selectionchange'))
  typing.key('s')
  await tick()
  expect([input.value, input.selectionStart]).toEqual(['khái sinh', 4])
})

it('clears and keeps the focus', async () => {
  const { typing, input } = show('khai sinh')
  await fireEvent.click(screen.getByRole('button', { name: 'Xóa hết chữ đã gõ' }))
  expect(typing.text).toBe('')
  expect(input.value).toBe('')
  expect(document.activeElement).toBe(input)
  expect(screen.queryByRole('button')).toBeNull()
})

it('goes on with Enter, but not with the Enter of an input method', async () => {
  const onenter = vi.fn()
  const { input } = show('', onenter)
  await fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
  expect(onenter).not.toHaveBeenCalled()
  await fireEvent.keyDown(input, { key: 'Enter' })
  expect(onenter).toHaveBeenCalledOnce()
})
