import { m } from '../../lib/strings'
import type { OrderedStep, WordingView } from '../../lib/views'
import { difference } from './difference'

const numbers: Record<string, () => string> = { fee: m.fee, time: m.time, deadline: m.deadline, hotline: m.hotline }

/** The name after the key of a service, '' of a sentence. */
const part = (target: string): string => target.split('#')[1] ?? ''

/** The key of the service that a place is of. */
export const lessonOf = (target: string): string => target.split(/[#/]/)[0] ?? ''

/** One of the four numbers of a service. */
export const isFact = (target: string): boolean => part(target) in numbers

/** The order of a service's steps. */
export const isOrder = (target: string): boolean => part(target) === 'order'

/** For whom a step or a line is. */
export const isWhom = (target: string): boolean => part(target) === 'when'

/** What is arranged by touch, and not written. */
export const isArranged = (target: string): boolean => isOrder(target) || isWhom(target)

/** The words on a drawn screen. */
export const isScreen = (target: string): boolean => part(target) === 'screen'

/** A number that stands in one line, without a note. */
export const isLine = (target: string): boolean => part(target) === 'deadline'

/** What it is about beside its lesson: "Bao nhiêu tiền"; '' of a sentence, which says so itself. */
export const about = (target: string, bare = false): string =>
  isOrder(target) ? m.wordings_order() : isWhom(target) ? m.wordings_whom() : isScreen(target) ? (bare ? m.screen_bare() : m.screen_title()) : (numbers[part(target)]?.() ?? '')

/** Where it stands: the lesson and what of it, or the tile of an own service. */
export const titled = ({ own, of, target, whom, bare }: WordingView): string =>
  own ? m.own_of({ topic: of }) : [of || target, whom?.line ? m.wordings_whom_line() : about(target, bare)].filter(Boolean).join(': ')

/** A step in an order; from: at which place it stood before, 0 the same. */
export interface Placed extends OrderedStep {
  from: number
}

/** The steps in the order of `after`, with the fewest that have moved against `before`. Names that no step has any more are left out. */
export function placed(steps: readonly OrderedStep[], before: string, after: string): Placed[] {
  const old = before.split(' ')
  return difference(before, after).flatMap(({ in: where, words }) =>
    where === 'before'
      ? []
      : words.split(' ').flatMap((id) => {
          const step = steps.find((one) => one.id === id)
          return step ? [{ ...step, from: where === 'after' ? old.indexOf(id) + 1 : 0 }] : []
        }),
  )
}

/** A step of a lesson; place: where it stands for whom it is, undefined of what several lessons share. */
interface OneStep {
  id: string
  say: string
  place: WordingView | undefined
}

/** The steps of a lesson as the province has them one after the other. */
export function stepsOf(places: readonly WordingView[]): OneStep[] {
  const order = places.find(({ target }) => isOrder(target))
  const own = places.filter(({ whom }) => whom && !whom.line)
  return order
    ? order.steps.map(({ id, say }) => ({ id, say, place: own.find(({ target }) => target === `${lessonOf(target)}/${id}#when`) }))
    : own.map((place) => ({ id: place.target, say: place.whom?.on ?? '', place }))
}
