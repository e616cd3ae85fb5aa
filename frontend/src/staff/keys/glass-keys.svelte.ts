import type { Typing } from '../../components/keyboard/typing.svelte'

/** The keys at the foot of a room of the desk: they come when a field is touched, and stay until they are put away. */
export class GlassKeys {
  /** Where letters go; null: the keys are away. */
  at = $state.raw<Typing | null>(null)
  /** What is typed there is a number. */
  numbers = $state(false)

  /** A field was touched. */
  open(typing: Typing, numbers = false): void {
    this.at = typing
    this.numbers = numbers
  }

  /** A field has the caret, however it came there. */
  move(typing: Typing, numbers = false): void {
    if (this.at) this.open(typing, numbers)
  }

  /** A field is gone from the glass. */
  leave(typing: Typing): void {
    if (this.at === typing) this.away()
  }

  away(): void {
    this.at = null
  }
}
