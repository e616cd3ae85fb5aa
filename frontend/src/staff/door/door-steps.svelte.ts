import { toBackendError, type Backend } from '../../lib/backend'
import { Typing } from '../../components/keyboard/typing.svelte'
import { m } from '../../lib/strings'
import type { AtDoorView, DoorView, EnteredView } from '../../lib/views'
import { easyPin } from '../people/pin'
import { Refusal } from './refusal.svelte'

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
  readonly naming = new Typing('', 40)
  readonly refusal: Refusal
  /** Who came in and has not yet written down the recovery code. */
  entered = $state.raw<EnteredView | null>(null)

  /** The code of last time was not written down: this is another one. */
  again = $state(false)
  /** The PIN as it was chosen, until it has been typed once more. */
  #chosen = ''
  readonly #asked: Promise<DoorView>
  #busy = false

  constructor(
    private readonly backend: Backend,
    private readonly open: (who: EnteredView) => void,
  ) {
    this.refusal = new Refusal(backend.staff)
    // Asked at once; whoever types faster than it is answered waits in enter().
    this.#asked = backend.staff.door()
    this.#asked.then(
      (door) => this.#stand(door),
      (err: unknown) => this.#failed(err),
    )
  }

  get name(): string {
    return this.naming.text
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
    this.refusal.problem = ''
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

  /** The recovery code is on paper. A door that shut meanwhile, or a full disk, shows another one the next time. */
  async written(): Promise<void> {
    if (!this.entered || this.#busy) return
    this.#busy = true
    await this.backend.staff.recoveryWritten().catch(() => undefined)
    this.#busy = false
    this.open(this.entered)
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
    this.refusal.lock(door.locked)
    if (!door.hasPin) this.stage = 'code'
    else if (this.several) this.#to('who')
  }

  #to(stage: Stage): void {
    this.stage = stage
    this.typed = ''
    this.refusal.problem = ''
  }

  async #take(): Promise<void> {
    const { staff } = this.backend
    if (this.stage === 'who' || this.stage === 'written') return
    if (this.stage === 'name') {
      if (this.name.trim() === '') this.refusal.problem = m.door_name_first()
      else this.#to('choose')
      return
    }
    const given = this.typed
    if (given.length < this.shortest) {
      // Nothing happens without a word.
      this.refusal.problem = { code: m.staff_code_short(), recover: m.door_recover_short() }[this.stage as string] ?? (this.person?.old && this.stage === 'enter' ? m.staff_pin_old_short() : m.staff_pin_short())
      return
    }
    this.typed = ''
    if (this.stage === 'enter') {
      const who = await staff.unlock(this.person?.id ?? 0, given)
      if (who.old) this.#askName(who.name)
      else if (who.recovery !== '') this.#show(who, true)
      else this.open(who)
    } else if (this.stage === 'code') {
      await staff.enterCode(given)
      this.#askName(m.people_admin())
    } else if (this.stage === 'recover') {
      await staff.recover(this.person?.id ?? 0, given)
      this.#to('choose')
    } else if (this.stage === 'choose' && easyPin(given)) {
      this.refusal.problem = m.staff_pin_easy()
    } else if (this.stage === 'choose') {
      this.#chosen = given
      this.#to('again')
    } else if (this.#chosen !== given) {
      // A slip of the finger would lock everybody out.
      this.#to('choose')
      this.refusal.problem = m.staff_pin_differs()
    } else {
      this.#show(await staff.choose(this.name, given), false)
    }
  }

  #show(who: EnteredView, again: boolean): void {
    this.entered = who
    this.again = again
    this.#to('written')
  }

  #askName(name: string): void {
    this.naming.replace(name)
    this.#to('name')
  }

  #failed(err: unknown): void {
    if (this.stage === 'again') {
      // Whoever takes too long over a PIN shows the code again.
      if (toBackendError(err).code !== 'denied') this.stage = 'choose'
      else if (this.door?.hasPin) this.stage = 'enter'
      else this.stage = 'code'
    }
    void this.refusal.refused(err)
  }
}
