// What hands do that a mouse does not: they slip off what they press, they
// swipe, and they rest on a thing to ask what it is.

/** Pixels a finger may move and still be resting. */
const still = 14

/** Pixels beyond which the browser no longer takes a touch for a tap. */
const slipped = 24

/** A finger this far from what it pressed has changed its mind. */
const away = 64

/** Pixels of a swipe. */
const far = 90

/** Milliseconds until a resting finger asks. */
const asking = 550

interface Touch {
  x: number
  y: number
  button: HTMLElement | null
  /** What was pressed has been answered otherwise: no click. */
  spent: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

/**
 * Follows every finger. A touch that slips a little still presses; a swipe
 * over something marked data-swipe tells it so, by an event "swipe" whose
 * detail is "on" or "back"; a finger that rests on a button asks, by held, and
 * does not press. Gives what stops following.
 */
export function hands(target: Window, held: (button: HTMLElement) => boolean): () => void {
  let touch: Touch | null = null
  let swallow = false

  const down = (event: PointerEvent): void => {
    swallow = false
    if (!event.isPrimary || event.button !== 0 || !(event.target instanceof Element)) return
    const button = event.target.closest<HTMLElement>('button:not(:disabled)')
    const now: Touch = { x: event.clientX, y: event.clientY, button, spent: false, timer: undefined }
    if (button) {
      now.timer = setTimeout(() => {
        now.spent = held(button)
      }, asking)
    }
    touch = now
  }

  const move = (event: PointerEvent): void => {
    if (touch && distance(touch, event) > still) clearTimeout(touch.timer)
  }

  const up = (event: PointerEvent): void => {
    const now = touch
    touch = null
    if (!now) return
    clearTimeout(now.timer)
    if (now.spent) {
      swallow = true
      return
    }
    const moved = distance(now, event)
    const from = target.document.elementFromPoint(now.x, now.y)
    const sheet = from?.closest('[data-swipe]')
    if (sheet && moved > far) {
      swallow = true
      sheet.dispatchEvent(new CustomEvent('swipe', { detail: forward(now, event) ? 'on' : 'back' }))
      return
    }
    if (now.button?.isConnected && moved > slipped && beside(now.button, event) <= away) {
      // The browser has taken it for a drag and will say nothing, or will click
      // what lies around both places.
      swallow = true
      const { button } = now
      setTimeout(() => {
        swallow = false
        button.click()
      })
    }
  }

  const cancel = (): void => {
    clearTimeout(touch?.timer)
    touch = null
  }

  const click = (event: MouseEvent): void => {
    // A key pressed on a button makes a click without a place.
    if (!swallow || event.detail === 0) return
    swallow = false
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  const listeners = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', cancel],
    ['click', click],
  ] as const
  for (const [name, listener] of listeners) target.addEventListener(name, listener as EventListener, true)
  return () => {
    cancel()
    for (const [name, listener] of listeners) target.removeEventListener(name, listener as EventListener, true)
  }
}

function distance(from: Touch, to: PointerEvent): number {
  return Math.hypot(to.clientX - from.x, to.clientY - from.y)
}

/** Left and up lead on, as with a page. */
function forward(from: Touch, to: PointerEvent): boolean {
  const across = to.clientX - from.x
  const along = to.clientY - from.y
  return Math.abs(across) > Math.abs(along) ? across < 0 : along < 0
}

/** Pixels between a finger and the edge of a button; 0: on it. */
function beside(button: HTMLElement, event: PointerEvent): number {
  const box = button.getBoundingClientRect()
  const across = Math.max(box.left - event.clientX, 0, event.clientX - box.right)
  const along = Math.max(box.top - event.clientY, 0, event.clientY - box.bottom)
  return Math.hypot(across, along)
}

/** What a button says, as one unit to be read aloud: its lines, in its language. */
export function saidBy(button: HTMLElement): { texts: string[]; lang: string } {
  const copy = button.innerText.trim() || (button.getAttribute('aria-label') ?? '')
  return {
    texts: copy.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    lang: button.closest('[lang]:not(html)')?.getAttribute('lang') ?? '',
  }
}
