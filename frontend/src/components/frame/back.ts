import type { Kiosk } from '../../lib/kiosk.svelte'
import { m } from '../../lib/strings'
import type { Sign } from '../icon/signs'

/** The way back to the lesson that waits, if one does. */
export function backTo(kiosk: Kiosk): { label: string; icon: Sign; iconLast: boolean; act: () => void } | undefined {
  const { waiting } = kiosk.session
  return waiting ? { label: m.back_to({ title: waiting.title }), icon: 'on', iconLast: true, act: () => kiosk.resume() } : undefined
}
