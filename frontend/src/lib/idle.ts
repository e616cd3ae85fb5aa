/** How much longer who listens, or reads in the largest letters, has for the warning. */
export const patience = 1.5

/** How long to wait, in seconds. A warning of 0 ends at once. */
export interface IdleLimits {
  quiet: number
  warning: number
}

export type IdleState =
  | { name: 'quiet' }
  /** Whole seconds left, at least 1. */
  | { name: 'warning'; left: number }
  | { name: 'ended' }

/**
 * Watches for a resident who has gone: quiet, then a warning that counts down,
 * then the end. It owns no timer: who calls state() decides how often.
 */
export class Idle {
  #touched: number
  /** Something has been read aloud since the last touch: who listens is slower than who reads. */
  #heard = false

  /** now gives milliseconds that never run backwards. */
  constructor(
    private readonly now: () => number,
    private limits: IdleLimits,
  ) {
    this.#touched = now()
  }

  /** Somebody is here. heard: it is who listens to what is read aloud. */
  touch(heard = false): void {
    this.#touched = this.now()
    this.#heard = heard
  }

  /** Other limits, for another screen. The time already waited counts. */
  limit(limits: IdleLimits): void {
    this.limits = limits
  }

  state(): IdleState {
    const waited = (this.now() - this.#touched) / 1000
    const { quiet, warning } = this.limits
    const long = warning * (this.#heard ? patience : 1)
    if (waited < quiet) return { name: 'quiet' }
    if (waited < quiet + long) return { name: 'warning', left: Math.ceil(quiet + long - waited) }
    return { name: 'ended' }
  }
}
