import type { Backend, BackendError } from '../../lib/backend'
import type { Detail } from '../../lib/enums'
import type { PlaceView } from '../../lib/views'
import { refused } from '../refused'
import { DetailEditor } from './detail-editor.svelte'

/** What is asked when an office is set up, one idea a screen. */
export type SetupStep = 'commune' | 'hours' | 'wifi' | 'people'

/** The details of each screen. */
const asks: Readonly<Record<SetupStep, readonly Detail[]>> = { commune: ['place'], hours: ['hours', 'phone'], wifi: ['wifi'], people: [] }

/** The first start of an office, after the first PIN: what it has said already is not asked again. */
export class Setup {
  steps = $state.raw<readonly SetupStep[]>([])
  at = $state(0)
  /** The details that are written on the screen. */
  editors = $state.raw<readonly DetailEditor[]>([])
  /** The communes and wards of the province. */
  places = $state.raw<readonly PlaceView[]>([])
  problem = $state.raw<BackendError | null>(null)

  constructor(
    private readonly backend: Backend,
    private readonly shut: () => void,
  ) {}

  /** The screen on the glass; undefined: there is none. */
  get step(): SetupStep | undefined {
    return this.steps[this.at]
  }

  /** Somebody has opened the door for the first time. An office whose file says all that is needed is not asked for Wi-Fi. */
  async begin(): Promise<void> {
    try {
      const { details, places } = await this.backend.staff.commune()
      const people = await this.backend.staff.people()
      const missing = (...names: Detail[]): boolean => details.some(({ name, decided }) => names.includes(name) && !decided)
      const steps: SetupStep[] = []
      if (missing('place') && places.length > 0) steps.push('commune')
      if (missing('hours', 'phone')) steps.push('hours')
      if (missing('wifi') && missing('place', 'hours', 'phone')) steps.push('wifi')
      if (people.length < 2) steps.push('people')
      this.places = places
      await this.#open(steps[0])
      this.at = 0
      this.steps = steps
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  async #open(step: SetupStep | undefined): Promise<void> {
    const editors = (step && step !== 'commune' ? asks[step] : []).map((name) => new DetailEditor(this.backend, name, this.shut))
    for (const editor of editors) await editor.open()
    this.editors = editors
  }

  /** The next screen; after the last one there is none. What cannot be saved is said once, and lost only by who goes on. */
  async later(): Promise<void> {
    for (const editor of this.editors) {
      const told = editor.problem !== null
      if (!(await editor.save()) && editor.problem && !told) return
    }
    await this.#open(this.steps[this.at + 1])
    this.problem = null
    this.at++
  }

  /** What is written is before residents, and the next screen comes. What is wrong stays on the glass. */
  async next(): Promise<void> {
    for (const editor of this.editors) {
      if (editor.text !== '' && !editor.shown && !(await editor.show())) return
    }
    await this.later()
  }

  /** Residents have no Wi-Fi here. */
  async none(): Promise<void> {
    for (const editor of this.editors) {
      for (const line of editor.lines) line.clear()
      if (!(await editor.show())) return
    }
    await this.later()
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
      await this.later()
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
