import type { Backend } from '../../lib/backend'
import { m } from '../../lib/strings'
import { Refusal } from './refusal.svelte'

/** How many digits a PIN has; an office's one PIN of before is typed at the door only. */
export const pinLength = 6

/** A PIN that is typed where the door is open already: to agree, to bring an update, to choose one. */
export class TypedPin {
  digits = $state('')
  readonly refusal: Refusal
  #busy = false

  constructor(
    staff: Backend['staff'],
    /** Takes what was typed; fails where it was refused. */
    private readonly act: (pin: string) => Promise<void>,
  ) {
    this.refusal = new Refusal(staff)
  }

  press(digit: string): void {
    if (this.digits.length < pinLength) this.digits += digit
    this.refusal.problem = ''
  }

  erase(): void {
    this.digits = this.digits.slice(0, -1)
  }

  /** A PIN is slow to check: entered twice in a row, it is one. */
  async enter(): Promise<void> {
    if (this.#busy) return
    if (this.digits.length < pinLength) {
      this.refusal.problem = m.staff_pin_short()
      return
    }
    const pin = this.digits
    this.digits = ''
    this.#busy = true
    await this.act(pin).catch((err: unknown) => this.refusal.refused(err))
    this.#busy = false
  }
}
