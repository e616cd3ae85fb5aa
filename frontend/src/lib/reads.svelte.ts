import { useKiosk } from './kiosk.svelte'
import type { Unit } from './reader.svelte'

/**
 * Offers what stands on a screen to be read aloud, for as long as it stands
 * there. A bare list of texts is in the language of the screen. Call it while
 * the component is made.
 */
export function reads(units: () => readonly (Unit | readonly string[])[]): void {
  const { reader } = useKiosk()
  // As text, so that the same words laid out anew, in larger letters, are read on.
  const words = $derived(JSON.stringify(units().map((unit) => ('texts' in unit ? unit : { texts: unit }))))
  $effect(() => reader.offer(JSON.parse(words) as Unit[]))
}
