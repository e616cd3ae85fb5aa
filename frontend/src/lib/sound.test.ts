import { afterEach, expect, it, vi } from 'vitest'
import { chime } from './sound'

afterEach(() => vi.unstubAllGlobals())

it('rings three times and can be stopped', () => {
  const started: number[] = []
  const close = vi.fn(async () => undefined)
  const param = () => ({ value: 0, setValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() })
  const node = { connect: () => ({ connect: vi.fn() }) }
  vi.stubGlobal(
    'AudioContext',
    class {
      currentTime = 0
      destination = {}
      close = close
      createOscillator = () => ({ ...node, frequency: param(), start: (at: number) => started.push(at), stop: vi.fn() })
      createGain = () => ({ ...node, gain: param() })
    },
  )
  const stop = chime()
  expect(started).toHaveLength(6)
  expect(started).toEqual([...started].sort((a, b) => a - b))
  stop()
  expect(close).toHaveBeenCalledOnce()
})

it('is silent where there is no sound', () => {
  vi.stubGlobal('AudioContext', undefined)
  expect(() => chime()()).not.toThrow()
})
