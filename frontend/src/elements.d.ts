// What browsers know and Svelte's types do not yet.
import 'svelte/elements'

declare module 'svelte/elements' {
  interface DOMAttributes<T extends EventTarget> {
    /** What lib/touch.ts tells who is marked data-swipe: "on" or "back". */
    onswipe?: (event: CustomEvent<string> & { currentTarget: T }) => void
  }
  interface HTMLInputAttributes {
    /** "manual": the system's touch keyboard does not come by itself. */
    virtualkeyboardpolicy?: 'auto' | 'manual'
  }
}
