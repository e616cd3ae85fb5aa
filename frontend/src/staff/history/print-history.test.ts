import { describe, expect, test } from 'vitest'
import type { Backend } from '../../lib/backend'
import type { BatchView } from '../../lib/views'
import { PrintHistory } from './print-history.svelte'

describe('what was printed', () => {
  test('an answer that comes late is not shown over a later one', async () => {
    const answers: ((batches: BatchView[]) => void)[] = []
    const backend = { staff: { history: () => new Promise<BatchView[]>((resolve) => answers.push(resolve)) } } as unknown as Backend
    const history = new PrintHistory(backend, () => undefined)
    const early = history.look()
    const late = history.look()
    const [old, now] = [{ id: 1, outdated: false }, { id: 1, outdated: true }] as BatchView[]
    answers[1]?.([now as BatchView])
    await late
    answers[0]?.([old as BatchView])
    await early
    expect(history.batches.map((b) => b.outdated)).toEqual([true])
  })
})
