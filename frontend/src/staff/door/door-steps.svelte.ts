import { toBackendError, type Backend } from '../../lib/backend'
import { m } from '../../lib/strings'
import type { AtDoorView, DoorView, EnteredView } from '../../lib/views'

/** What the door asks for. */
export type Stage = 'who' | 'enter' | 'code' | 'recover' | 'name' | 'choose' | 'again' | 'written'

/** How long what is typed is at least and at most; an office's one PIN of before was freer. */
const lengths = { code: [8, 8], recover: [12, 12], choose: [6, 6], again: [6, 6] } as const

/** From the shut door to the desk: who it is, the PIN, and the first time a name and a PIN of one's own. */
export class DoorSteps {
  door = $state.raw<DoorView | null>(null)
  stage = $state<Stage>('enter')
  /** Who stands at the door. */
  person = $state.raw<AtDoorView | null>(null)
  typed = $state('')
  name = $state('')
  problem = $state('')
  /** Who came in and has not yet written down the recovery code. */
  entered = $state.raw<EnteredView | null>(null)

  /** The PIN as it was chosen, until it has been typed once more. */
  #chosen = ''
  readonly #asked: Promise<DoorView>
  #busy = false

  constructor(
    private readonly backend: Backend,
    /** first: nobody has opened this door before. */
    private readonly open: (who: EnteredView, first: boolean) => void,
  ) {
    // Asked at once; whoever types faster than it is answered waits in enter().
    this.#asked = backend.staff.door()
    this.#asked.then(
      (door) => this.#stand(door),
      (err: unknown) => this.#failed(err),
    )
  }

  get several(): boolean {
    return (this.door?.people.length ?? 0) > 1
  }

  get shortest(): number {
    return this.#lengths[0]
  }

  get #lengths(): readonly [number, number] {
    if (this.stage === 'code' || this.stage === 'recover' || this.stage === 'choose' || this.stage === 'again') return lengths[this.stage]
    if (!this.door) return [6, 8] // what was typed early may be a set-up code
    return this.person?.old ? [4, 8] : [6, 6]
  }

  press(digit: string): void {
    if (this.typed.length < this.#lengths[1]) this.typed += digit
    this.problem = ''
  }

  erase(): void {
    this.typed = this.typed.slice(0, -1)
  }

  /** Somebody touched a name. */
  be(person: AtDoorView): void {
    this.person = person
    this.#to('enter')
  }

  forgot(): void {
    this.#to('recover')
  }

  /** A step back; false: out of the door. */
  back(): boolean {
    if (this.stage === 'recover') this.#to('enter')
    else if (this.name !== '' && (this.stage === 'choose' || this.stage === 'again')) this.#to('name')
    else if (this.stage === 'enter' && this.several) this.#to('who')
    else return false
    return true
  }

  async enter(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      await this.#asked
      await this.#take()
    } catch (err) {
      this.#failed(err)
    } finally {
      this.#busy = false
    }
  }

  #stand(door: DoorView): void {
    this.door = door
    this.person = door.people[0] ?? null
    if (!door.hasPin) this.stage = 'code'
    else if (this.several) this.#to('who')
  }

  #to(stage: Stage): void {
    this.stage = stage
    this.typed = ''
    this.problem = ''
  }

  async #take(): Promise<void> {
    const { staff } = this.backend
    if (this.stage === 'who') return
    if (this.stage === 'written') {
      if (this.entered) this.open(this.entered, this.door?.hasPin === false)
      return
    }
    if (this.stage === 'name') {
      if (this.name.trim() === '') this.problem = m.door_name_first()
      else this.#to('choose')
      return
    }
    const given = this.typed
    if (given.length < this.shortest) {
      // Nothing happens without a word.
      this.problem = { code: m.staff_code_short(), recover: m.door_recover_short() }[this.stage as string] ?? (this.person?.old && this.stage === 'enter' ? m.staff_pin_old_short() : m.staff_pin_short())
      return
    }
    this.typed = ''
    if (this.stage === 'enter') {
      const who = await staff.unlock(this.person?.id ?? 0, given)
      if (who.old) this.#askName(who.name)
      else this.open(who, false)
    } else if (this.stage === 'code') {
      await staff.enterCode(given)
      this.#askName(m.people_admin())
    } else if (this.stage === 'recover') {
      await staff.recover(this.person?.id ?? 0, given)
      this.#to('choose')
    } else if (this.stage === 'choose') {
      this.#chosen = given
      this.#to('again')
    } else if (this.#chosen !== given) {
      // A slip of the finger would lock everybody out.
      this.#to('choose')
      this.problem = m.staff_pin_differs()
    } else {
      this.entered = await staff.choose(this.name, given)
      this.#to('written')
    }
  }

  #askName(name: string): void {
    this.name = name
    this.#to('name')
  }

  #failed(err: unknown): void {
    const { code, message } = toBackendError(err)
    if (this.stage === 'again') {
      // Whoever takes too long over a PIN shows the code again.
      if (code !== 'denied') this.stage = 'choose'
      else if (this.door?.hasPin) this.stage = 'enter'
      else this.stage = 'code'
    }
    this.problem = message || m.staff_failed()
  }
}
