import type { Attachment } from 'svelte/attachments'

/** Milliseconds between two words that somebody is there. */
const pause = 20_000

/**
 * Says now and then, while somebody touches and types, that somebody is there:
 * that alone asks the program nothing, and its door would shut on who fills in a form.
 */
export const hold =
  (say: () => void, now: () => number = () => performance.now()): Attachment<HTMLElement> =>
  (root) => {
    let said = now()
    const touched = (): void => {
      if (now() - said < pause) return
      said = now()
      say()
    }
    root.addEventListener('pointerdown', touched, true)
    root.addEventListener('keydown', touched, true)
    return () => {
      root.removeEventListener('pointerdown', touched, true)
      root.removeEventListener('keydown', touched, true)
    }
  }
