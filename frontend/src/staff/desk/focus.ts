import type { Attachment } from 'svelte/attachments'

const focusable = 'button:not([tabindex="-1"]), input, [tabindex="0"]'

/**
 * Keeps the focus on the desk: when what had it leaves the page, its neighbour
 * gets it, first one of the same kind, so that a list can be worked through
 * from the keyboard. In a dialog it stays in the dialog.
 */
export const keepFocus: Attachment<HTMLElement> = (root) => {
  let last: Element | null = null
  let around: Element[] = []

  const remember = (event: FocusEvent): void => {
    if (!(event.target instanceof Element)) return
    last = event.target
    around = [...root.querySelectorAll(focusable)]
  }

  const mend = (): void => {
    if (!last || last.isConnected || document.activeElement !== document.body) return
    const dialog = root.querySelector('[aria-modal]')
    const at = around.indexOf(last)
    const near = [...around.slice(at + 1), ...around.slice(0, Math.max(0, at)).reverse()].filter(
      (element) => element.isConnected && (element as HTMLElement).offsetParent !== null && (!dialog || dialog.contains(element)),
    )
    const kind = last.className
    const next = near.find((element) => element.className === kind) ?? near[0] ?? (dialog ?? root).querySelector(focusable)
    if (next instanceof HTMLElement) next.focus()
  }

  // After the page has put the focus where it wants it.
  const watch = new MutationObserver(() => setTimeout(mend))
  watch.observe(root, { childList: true, subtree: true })
  root.addEventListener('focusin', remember)
  return () => {
    watch.disconnect()
    root.removeEventListener('focusin', remember)
  }
}
