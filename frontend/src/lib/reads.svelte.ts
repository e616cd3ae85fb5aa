import { useKiosk } from './kiosk.svelte'
import type { Unit } from './reader.svelte'

/** Offers what stands on a screen to be read aloud, for as long as it stands there. Call it while the component is made. */
export function reads(units: () => readonly Unit[]): void {
  const { reader } = useKiosk()
  $effect(() => reader.offer(units()))
}
