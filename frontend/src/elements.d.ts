// What browsers know and Svelte's types do not yet.
import 'svelte/elements'

declare module 'svelte/elements' {
  interface HTMLInputAttributes {
    /** "manual": the system's touch keyboard does not come by itself. */
    virtualkeyboardpolicy?: 'auto' | 'manual'
  }
}
