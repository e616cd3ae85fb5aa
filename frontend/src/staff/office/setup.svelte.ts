import type { Backend, BackendError } from '../../lib/backend'
import type { Detail } from '../../lib/enums'
import type { PlaceView } from '../../lib/views'
import { refused } from '../refused'
import { DetailEditor } from './detail-editor.svelte'

/** What is asked when an office is set up, one idea a screen. */
export type SetupStep = 'commune' | 'hours' | 'phone' | 'wifi' | 'people'

const order: readonly SetupStep[] = ['commune', 'hours', 'phone', 'wifi', 'people']

/** The details of each screen. */
const asks: Readonly<Record<SetupStep, readonly Detail[]>> = { commune: ['place'], hours: ['hours'], phone: ['phone'], wifi: ['wifi'], people: [] }

/** How the program calls the file of the office, where that has said a detail. */
const file = 'office.yaml'

/** What an office is asked when it is set up: at each opening by an admin, until all of it was said or put off. */
export class Setup {
  steps = $state.raw<readonly SetupStep[]>([])
  at = $state(0)
  /** The details that are written on the screen. */
  editors = $state.raw<readonly DetailEditor[]>([])
  /** The communes and wards of the province. */
  places = $state.raw<readonly PlaceView[]>([])
  problem = $state.raw<BackendError | null>(null)
  /** Somebody wanted to go on, and nothing is written. */
  empty = $state(false)

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  /** The screen on the glass; undefined: there is none. */
  get step(): SetupStep | undefined {
    return this.steps[this.at]
  }

  /** An admin has opened the door. An office whose file says all that is needed is not asked for Wi-Fi. */
  async begin(): Promise<void> {
    this.leave()
    try {
      const { details, places, putOff } = await this.backend.staff.commune()
      const people = await this.backend.staff.people()
      const missing = (...names: Detail[]): boolean => details.some(({ name, decided }) => names.includes(name) && !decided)
      const filed = details.every(({ name, decided, who }) => !['place', 'hours', 'phone'].includes(name) || (decided && who === file))
      const asked: Record<SetupStep, boolean> = {
        commune: missing('place') && places.length > 0,
        hours: missing('hours'),
        phone: missing('phone'),
        wifi: missing('wifi') && !filed,
        people: people.length < 2,
      }
      const steps = order.filter((step) => asked[step] && !putOff.includes(step))
      this.places = places
      await this.#open(steps[0])
      this.at = 0
      this.steps = steps
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  async #open(step: SetupStep | undefined): Promise<void> {
    this.empty = false
    const editors = (step && step !== 'commune' ? asks[step] : []).map((name) => new DetailEditor(this.backend, name, this.shut))
    for (const editor of editors) await editor.open()
    this.editors = editors
  }

  /** Puts a question off: it is not asked again. */
  async later(): Promise<void> {
    const { step } = this
    if (!step || !(await this.#saved())) return
    try {
      await this.backend.staff.putOff(step)
    } catch (err) {
      // It only comes again at the next opening.
      if (refused(err, this.shut).code === 'denied') return
    }
    await this.#go(1)
  }

  /** Back to the question before; what is typed here is kept. */
  async back(): Promise<void> {
    if (this.at > 0 && (await this.#saved())) await this.#go(-1)
  }

  /** What is written is before residents, and the next screen comes. What is wrong, or not written at all, stays on the glass. */
  async next(): Promise<void> {
    this.empty = this.editors.some(({ text, kept }) => text === '' && kept?.decided !== true)
    if (this.empty) return
    for (const editor of this.editors) {
      if (!editor.shown && !(await editor.show())) return
    }
    await this.#go(1)
  }

  /** What cannot be saved is said once, and lost only by who goes on. */
  async #saved(): Promise<boolean> {
    for (const editor of this.editors) {
      const told = editor.problem !== null
      if (!(await editor.save()) && editor.problem && !told) return false
    }
    return true
  }

  /** The screen before or the next one; after the last one there is none. */
  async #go(steps: 1 | -1): Promise<void> {
    await this.#open(this.steps[this.at + steps])
    this.problem = null
    this.at += steps
  }

  /** Residents have no Wi-Fi here. */
  async none(): Promise<void> {
    for (const editor of this.editors) {
      for (const line of editor.lines) line.clear()
      if (!(await editor.show())) return
    }
    await this.#go(1)
  }

  /** The office is that of a commune, and is called after it unless it says otherwise. */
  async choose({ name, office }: PlaceView): Promise<void> {
    try {
      const { details } = await this.backend.staff.commune()
      const say = async (detail: Detail, text: string): Promise<void> => {
        const now = details.find((one) => one.name === detail)
        const { detail: kept } = await this.backend.staff.saveDetail(detail, text, (now?.sequence ?? 0) + 1)
        await this.backend.staff.showDetail(detail, kept.sequence)
      }
      await say('place', name)
      if (office !== '' && details.some((one) => one.name === 'name' && !one.decided)) await say('name', office)
      await this.#go(1)
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  /** The desk is locked. */
  leave(): void {
    this.steps = []
    this.editors = []
  }
}

/** Letters as they are compared: without marks, small. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim()

/** The communes that are meant by what was typed, at most so many. */
export function meant(places: readonly PlaceView[], typed: string, most: number): PlaceView[] {
  const wanted = plain(typed)
  if (wanted === '') return []
  const words = (name: string): string => ` ${plain(name)}`
  return places
    .filter(({ name }) => words(name).includes(` ${wanted}`))
    .sort((a, b) => plain(a.name).length - plain(b.name).length)
    .slice(0, most)
}
