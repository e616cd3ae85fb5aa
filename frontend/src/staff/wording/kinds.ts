import { m } from '../../lib/strings'
import type { OrderedStep, WordingView } from '../../lib/views'
import { difference } from './difference'

const numbers: Record<string, () => string> = { fee: m.fee, time: m.time, deadline: m.deadline, hotline: m.hotline }

/** The name after the key of a service, '' of a sentence. */
const part = (target: string): string => target.split('#')[1] ?? ''

/** One of the four numbers of a service. */
export const isFact = (target: string): boolean => part(target) in numbers

/** The order of a service's steps. */
export const isOrder = (target: string): boolean => part(target) === 'order'

/** The words on a drawn screen. */
export const isScreen = (target: string): boolean => part(target) === 'screen'

/** A number that stands in one line, without a note. */
export const isLine = (target: string): boolean => part(target) === 'deadline'

/** What it is about beside its lesson: "Bao nhiêu tiền"; '' of a sentence, which says so itself. */
export const about = (target: string): string => (isOrder(target) ? m.wordings_order() : isScreen(target) ? m.screen_title() : (numbers[part(target)]?.() ?? ''))

/** Where it stands: the lesson and what of it, or the tile of an own service. */
export const titled = ({ own, of, target }: WordingView): string => (own ? m.own_of({ topic: of }) : [of || target, about(target)].filter(Boolean).join(': '))

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
