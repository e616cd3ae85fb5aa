import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, expect, it, vi } from 'vitest'
import { overwriteGetLocale } from '../../paraglide/runtime'
import Keyboard from './Keyboard.svelte'
import Method from './Method.svelte'
import { Typing } from './typing.svelte'

afterEach(() => {
  vi.useRealTimers()
  overwriteGetLocale(() => 'vi')
})

function show(text = '') {
  const typing = new Typing(text)
  const onpress = vi.fn()
  const rendered = render(Keyboard, { typing, onpress })
  return { typing, onpress, ...rendered }
}

const key = (name: string) => screen.getByRole('button', { name })
const press = async (name: string) => {
  const down = await fireEvent.pointerDown(key(name))
  await fireEvent.pointerUp(document)
  return down
}

async function type(...names: string[]): Promise<void> {
  for (const name of names) await press(name)
}

it('has every letter, seven of its own, five tones and the ways', () => {
  show()
  const group = screen.getByRole('group', { name: 'Bàn phím' })
  const names = within(group).getAllByRole('button').map((b) => b.getAttribute('aria-label') ?? b.textContent)
  expect(names).toEqual([
    ...'ăâđêôơư', 'Dấu sắc', 'Dấu huyền', 'Dấu hỏi', 'Dấu ngã', 'Dấu nặng',
    ...'qwertyuiop', ...'asdfghjkl', 'Xóa', ...'zxcvbnm', 'Bàn phím số', 'Dấu cách', 'Xóa hết',
  ])
})

it('types with the letters and tones that everybody can see', async () => {
  const { typing, onpress } = show()
  await type('đ', 'ư', 'ơ', 'n', 'g', 'Dấu huyền', 'Dấu cách', 'x', 'a', 'Dấu ngã', 'Dấu ngã')
  expect(typing.text).toBe('đường xa')
  await type('Xóa', 'Xóa', 'Xóa', 'Xóa')
  expect(typing.text).toBe('đườn')
  await type('Xóa hết')
  expect(typing.text).toBe('')
  expect(onpress).toHaveBeenCalledTimes(16)
})

it('types Telex', async () => {
  const { typing } = show()
  await type(...'nguwowif')
  expect(typing.text).toBe('người')
})

it('leaves the focus where it is', async () => {
  show()
  // fireEvent gives false for what was prevented.
  expect(await press('a')).toBe(false)
  expect(await fireEvent.mouseDown(key('a'))).toBe(false)
})

it('loses no key of two quick fingers', async () => {
  const { typing } = show()
  await fireEvent.pointerDown(key('b'))
  await fireEvent.pointerDown(key('a'))
  await fireEvent.pointerUp(key('b'))
  await fireEvent.pointerDown(key('n'))
  await fireEvent.pointerUp(key('a'))
  await fireEvent.pointerUp(key('n'))
  expect(typing.text).toBe('ban')
})

it('shows which key is down', async () => {
  show()
  await fireEvent.pointerDown(key('b'))
  expect(key('b').classList.contains('down')).toBe(true)
  await fireEvent.pointerUp(document)
  expect(key('b').classList.contains('down')).toBe(false)
})

it('repeats delete while it is held, and no other key', async () => {
  vi.useFakeTimers()
  const { typing } = show('một hai ba bốn')
  await fireEvent.pointerDown(key('Xóa'))
  vi.advanceTimersByTime(1000)
  await fireEvent.pointerUp(document)
  const left = typing.text
  expect(left).toBe('một hai b')
  vi.advanceTimersByTime(2000)
  expect(typing.text).toBe(left)
  await fireEvent.pointerDown(key('b'))
  vi.advanceTimersByTime(3000)
  expect(typing.text).toBe(left + 'b')
})

it('is pressed by a screen reader, and only once by a finger', async () => {
  const { typing } = show()
  await fireEvent.click(key('a'), { detail: 0 })
  await press('b')
  await fireEvent.click(key('b'), { detail: 1 })
  expect(typing.text).toBe('ab')
})

it('changes to numbers and back', async () => {
  const { typing } = show()
  await type('Bàn phím số', '1', '2', '/', '5', '+', '-', '.', ',')
  expect(screen.queryByRole('button', { name: 'a' })).toBeNull()
  await type('Bàn phím chữ', 'a')
  expect(typing.text).toBe('12/5+-.,a')
})

it('goes without a trace, also while delete is held', async () => {
  vi.useFakeTimers()
  const { typing, unmount } = show('một hai')
  await fireEvent.pointerDown(key('Xóa'))
  unmount()
  vi.advanceTimersByTime(5000)
  expect(typing.text).toBe('một ha')
  expect(vi.getTimerCount()).toBe(0)
})

it('changes the method without losing the text', async () => {
  const typing = new Typing('a')
  render(Method, { typing })
  expect(key('Telex').getAttribute('aria-pressed')).toBe('true')
  await fireEvent.click(key('VNI'))
  expect(typing.method).toBe('vni')
  typing.key('1')
  await fireEvent.click(key('Không gõ dấu'))
  typing.key('s')
  await tick()
  expect([typing.text, typing.method]).toEqual(['ás', 'off'])
  expect(screen.getAllByRole('button').map((b) => b.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'true'])
})

it('speaks English', () => {
  overwriteGetLocale(() => 'en')
  show()
  expect(key('Space')).toBeTruthy()
  expect(key('Tone huyền')).toBeTruthy()
})
