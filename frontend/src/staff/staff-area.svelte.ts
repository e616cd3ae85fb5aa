import { getContext, setContext } from 'svelte'
import type { Backend } from '../lib/backend'
import type { BatchView } from '../lib/views'
import { PrintHistory } from './history/print-history.svelte'
import { Job } from './job/job.svelte'
import { PrintOrder } from './print/print-order.svelte'
import { Recordings } from './recordings/recordings.svelte'

/** The screens behind the door. */
export type StaffScreen = 'order' | 'history' | 'recordings' | 'import-result' | 'clips'

/**
 * What stands behind the staff door while it is open. The door itself is in
 * the program, which refuses every call from here while it is shut.
 */
export class StaffArea {
  open = $state(false)
  screen = $state<StaffScreen>('order')

  readonly job: Job
  readonly order: PrintOrder
  readonly history: PrintHistory
  readonly recordings: Recordings

  constructor(backend: Backend) {
    const shut = () => (this.open = false)
    this.job = new Job(backend)
    this.order = new PrintOrder(backend, this.job, shut)
    this.history = new PrintHistory(backend, shut)
    this.recordings = new Recordings(backend, this.job, shut)
  }

  async showHistory(): Promise<void> {
    this.screen = 'history'
    await this.history.look()
  }

  /** Orders an old batch again, as it would be printed today. */
  again(batch: BatchView): void {
    this.order.repeat(batch)
    this.screen = 'order'
  }
}

const key = Symbol('staff area')

export function provideStaffArea(backend: Backend): StaffArea {
  return setContext(key, new StaffArea(backend))
}

export function useStaffArea(): StaffArea {
  return getContext<StaffArea>(key)
}
