import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hands, saidBy } from './touch'

let stop: () => void
let button: HTMLButtonElement
let pressed: number
const held = vi.fn<(button: HTMLElement) => boolean>(() => true)

/** A finger at a place; happy-dom lays nothing out, so the button says where it is. */
function finger(kind: string, x: number, y: number, on: Element): void {
  on.dispatchEvent(new PointerEvent(kind, { bubbles: true, isPrimary: true, button: 0, clientX: x, clientY: y }))
}

const click = (on: Element) => on.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<main data-swipe><button type="button">Sinh con</button></main>'
  button = document.querySelector('button') as HTMLButtonElement
  button.getBoundingClientRect = () => new DOMRect(100, 100, 200, 80)
  document.elementFromPoint = () => button
  pressed = 0
  button.addEventListener('click', () => pressed++)
  held.mockClear()
  stop = hands(window, held)
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

it('leaves a plain tap to the browser', () => {
  finger('pointerdown', 150, 150, button)
  finger('pointerup', 154, 152, button)
  click(button)
  vi.runAllTimers()
  expect(pressed).toBe(1)
  expect(held).not.toHaveBeenCalled()
})

it('presses what a finger slips off a little, once', () => {
  finger('pointerdown', 150, 170, button)
  finger('pointermove', 150, 200, button)
  finger('pointerup', 150, 215, document.body)
  click(document.body) // a mouse is told of what lies around both places
  vi.runAllTimers()
  expect(pressed).toBe(1)
})

it('does not press what a finger leaves for good', () => {
  document.body.querySelector('main')?.removeAttribute('data-swipe')
  finger('pointerdown', 150, 170, button)
  finger('pointerup', 150, 400, document.body)
  vi.runAllTimers()
  expect(pressed).toBe(0)
})

it('tells a list of a swipe, and presses nothing', () => {
  const swipes: string[] = []
  document.querySelector('main')?.addEventListener('swipe', (event) => swipes.push((event as CustomEvent<string>).detail))
  for (const [x, y] of [[20, 150], [290, 150], [150, 20], [150, 300]] as const) {
    finger('pointerdown', 150, 150, button)
    finger('pointerup', x, y, button)
    click(button)
    vi.runAllTimers()
  }
  expect(swipes).toEqual(['on', 'back', 'on', 'back'])
  expect(pressed).toBe(0)
})

it('asks what a resting finger lies on, and presses nothing', () => {
  finger('pointerdown', 150, 150, button)
  vi.advanceTimersByTime(600)
  expect(held).toHaveBeenCalledWith(button)
  finger('pointerup', 150, 150, button)
  click(button)
  expect(pressed).toBe(0)
  // The next tap is a tap again.
  finger('pointerdown', 150, 150, button)
  finger('pointerup', 150, 150, button)
  click(button)
  expect(pressed).toBe(1)
})

it('presses after a long rest where nobody can speak', () => {
  held.mockReturnValueOnce(false)
  finger('pointerdown', 150, 150, button)
  vi.advanceTimersByTime(2000)
  finger('pointerup', 150, 150, button)
  click(button)
  expect(pressed).toBe(1)
})

it('lets keys press whatever was held before', () => {
  finger('pointerdown', 150, 150, button)
  vi.advanceTimersByTime(600)
  finger('pointerup', 150, 150, button)
  button.click() // as Enter does: without a place
  expect(pressed).toBe(1)
})

it('knows what a button says', () => {
  button.setAttribute('lang', 'en')
  expect(saidBy(button)).toEqual({ texts: ['Sinh con'], lang: 'en' })
  button.textContent = ''
  button.setAttribute('aria-label', 'Xóa')
  expect(saidBy(button).texts).toEqual(['Xóa'])
})
