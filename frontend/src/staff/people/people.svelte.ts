import type { Backend, BackendError } from '../../lib/backend'
import type { Role } from '../../lib/enums'
import type { PersonView } from '../../lib/views'
import { refused } from '../refused'

/** What is asked about somebody. */
export type Asks =
  | { what: 'who'; person: PersonView | null }
  | { what: 'pin'; person: PersonView }
  | { what: 'first-pin'; name: string; role: Role }
  | { what: 'remove'; person: PersonView }
  | { what: 'recovery' }
  | { what: 'written'; code: string }

/** Who works here. Who may change it, and that an admin stays, the program decides. */
export class People {
  list = $state.raw<readonly PersonView[]>([])
  problem = $state.raw<BackendError | null>(null)
  asks = $state.raw<Asks | null>(null)

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  async look(): Promise<void> {
    this.asks = null
    await this.#do(async () => undefined)
  }

  /** What one saw, a recovery code above all, is not for who comes next. */
  forget(): void {
    this.list = []
    this.asks = null
    this.problem = null
  }

  /** Gives somebody new a PIN, typed by that person. */
  add(name: string, role: Role, pin: string): Promise<void> {
    return this.backend.staff.addPerson(name, role, pin)
  }

  givePin(person: PersonView, pin: string): Promise<void> {
    return this.backend.staff.givePin(person.id, pin)
  }

  /** Keeps another name or role; false: it was refused, and what was typed stays. */
  change(person: PersonView, name: string, role: Role): Promise<boolean> {
    return this.#do((staff) => staff.changePerson(person.id, name, role))
  }

  remove(person: PersonView): Promise<boolean> {
    return this.#do((staff) => staff.removePerson(person.id))
  }

  async renewRecovery(): Promise<void> {
    let code = ''
    if (await this.#do(async (staff) => void (code = await staff.newRecovery()))) this.asks = { what: 'written', code }
  }

  /** The new recovery code is on paper; until then another one comes at the next opening. */
  written(): Promise<boolean> {
    return this.#do((staff) => staff.recoveryWritten())
  }

  /** Does something and looks how the list stands. */
  async #do(act: (staff: Backend['staff']) => Promise<void>): Promise<boolean> {
    try {
      await act(this.backend.staff)
      this.list = await this.backend.staff.people()
      this.problem = null
      return true
    } catch (err) {
      this.problem = refused(err, this.shut)
      return false
    }
  }
}
