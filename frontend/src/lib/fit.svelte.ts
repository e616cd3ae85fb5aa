import { tick, untrack } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import { viewport } from './viewport.svelte'

/**
 * Makes a screen fit without scrolling: while its box overflows, the level
 * goes up, and the screen says less or in smaller words at each level. What a
 * level leaves out must be reachable by a touch. All of it happens before the
 * browser paints.
 */
export class Fit {
  level = $state(0)

  /** depends reads whatever changes how much room the content takes. */
  constructor(
    private readonly highest: number,
    private readonly depends: () => unknown,
  ) {}

  readonly box: Attachment<HTMLElement> = (node) => {
    this.depends()
    void viewport.width
    void viewport.height
    let current = true
    untrack(() => void this.#settle(node, () => current))
    return () => {
      current = false
    }
  }

  async #settle(node: HTMLElement, current: () => boolean): Promise<void> {
    this.level = 0
    await tick()
    while (current() && overflows(node) && this.level < this.highest) {
      this.level++
      await tick()
    }
  }
}

/** Whether a box, or a part of it marked data-fit, holds more than it shows. */
function overflows(node: HTMLElement): boolean {
  return [node, ...node.querySelectorAll('[data-fit]')].some(
    (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1,
  )
}
