import { describe, expect, it } from 'vitest'
import { Idle, type IdleState } from './idle'

const limits = { quiet: 60, warning: 20 }

function at(seconds: number, change?: (idle: Idle) => void): IdleState {
  let now = 5000
  const idle = new Idle(() => now, limits)
  change?.(idle)
  now += seconds * 1000
  return idle.state()
}

describe('Idle', () => {
  const cases: [number, IdleState][] = [
    [0, { name: 'quiet' }],
    [59.9, { name: 'quiet' }],
    [60, { name: 'warning', left: 20 }],
    [60.1, { name: 'warning', left: 20 }],
    [61, { name: 'warning', left: 19 }],
    [79.9, { name: 'warning', left: 1 }],
    [80, { name: 'ended' }],
    [100_000, { name: 'ended' }],
  ]
  it.each(cases)('after %d seconds', (seconds, state) => {
    expect(at(seconds)).toEqual(state)
  })

  it('starts again at a touch', () => {
    let now = 0
    const idle = new Idle(() => now, limits)
    now = 79_000
    idle.touch()
    now = 138_000
    expect(idle.state()).toEqual({ name: 'quiet' })
  })

  it('ends without a warning when there is none', () => {
    expect(at(60, (idle) => idle.limit({ quiet: 60, warning: 0 }))).toEqual({ name: 'ended' })
  })

  it('never ends where nothing waits', () => {
    expect(at(1e9, (idle) => idle.limit({ quiet: Infinity, warning: 0 }))).toEqual({ name: 'quiet' })
  })

  it('counts the time already waited when the limits change', () => {
    let now = 0
    const idle = new Idle(() => now, limits)
    now = 65_000
    idle.limit({ quiet: 180, warning: 20 })
    expect(idle.state()).toEqual({ name: 'quiet' })
  })

  it('warns longer who has been listening, until the next touch', () => {
    let now = 0
    const idle = new Idle(() => now, limits)
    idle.touch(true)
    now = 60_000
    expect(idle.state()).toEqual({ name: 'warning', left: 30 })
    now = 89_900
    expect(idle.state()).toEqual({ name: 'warning', left: 1 })
    idle.touch()
    now += 80_000
    expect(idle.state()).toEqual({ name: 'ended' })
  })
})
