import { toBackendError, type Backend } from '../../lib/backend'
import { m } from '../../lib/strings'

/** What is said of a PIN that was not taken: at the door, and wherever else one is typed. After many wrong tries it counts down. */
export class Refusal {
  problem = $state('')
  /** Seconds until the program takes any PIN again. */
  locked = $state(0)
  #until = 0

  constructor(private readonly staff: Backend['staff']) {}

  /** What is wrong. While everything is locked that is all there is to say. */
  get said(): string {
    if (this.locked === 0) return this.problem
    return this.locked > 60 ? m.door_locked_minutes({ count: Math.ceil(this.locked / 60) }) : m.door_locked_seconds({ count: Math.ceil(this.locked / 10) * 10 })
  }

  lock(seconds: number): void {
    this.locked = seconds
    this.#until = performance.now() + seconds * 1000
  }

  /** How long it is locked is the program's to say. */
  async ask(): Promise<void> {
    await this.staff.door().then(({ locked }) => this.lock(locked), () => undefined)
  }

  /** The program refused what was typed. Where it was no PIN that was wrong, a lock is not why. */
  async refused(err: unknown): Promise<void> {
    const { code, message } = toBackendError(err)
    this.problem = message || m.staff_failed()
    if (code === 'denied') await this.ask()
  }

  /** The clock goes on; a lock that is over leaves nothing to be said. */
  tick(): void {
    this.locked = Math.max(0, Math.ceil((this.#until - performance.now()) / 1000))
    if (this.locked === 0) this.problem = ''
  }
}

/** Counts down as long as a component stands on the glass. */
export function countDown(refusal: () => Refusal): void {
  const running = $derived(refusal().locked > 0)
  $effect(() => {
    if (!running) return
    const clock = setInterval(() => refusal().tick(), 1000)
    return () => clearInterval(clock)
  })
}
