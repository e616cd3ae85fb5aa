import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beat } from './beat'
import { fakeBackend } from './testing/fake'
import type { BeatView } from './views'

describe('beat', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function beating(idle: () => boolean): { said: BeatView[]; stop: () => void } {
    const said: BeatView[] = []
    const backend = { ...fakeBackend(), beat: (mark: BeatView) => void said.push(mark) }
    return { said, stop: beat(backend, idle) }
  }

  it('says every two seconds that the page lives, with another shade each time', async () => {
    const { said, stop } = beating(() => true)
    await vi.advanceTimersByTimeAsync(9000)
    expect(said.length).toBeGreaterThanOrEqual(4)
    expect(said.every((mark, i) => mark.idle && mark.side === 6 && mark.shade !== said[i + 1]?.shade)).toBe(true)
    stop()
    const before = said.length
    await vi.advanceTimersByTimeAsync(9000)
    expect(said).toHaveLength(before)
    expect(document.querySelector('.beat')).toBeNull()
  })

  it('shows its square only while nobody is here', async () => {
    let here = true
    const { said, stop } = beating(() => !here)
    await vi.advanceTimersByTimeAsync(3000)
    expect(document.querySelector('.beat')).toBeNull()
    expect(said.at(-1)).toMatchObject({ idle: false, side: 0 })
    here = false
    await vi.advanceTimersByTimeAsync(3000)
    expect(document.querySelectorAll('.beat')).toHaveLength(1)
    expect(said.at(-1)?.idle).toBe(true)
    here = true
    await vi.advanceTimersByTimeAsync(3000)
    expect(document.querySelector('.beat')).toBeNull()
    stop()
  })

  it('goes on where nothing is painted', async () => {
    const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0)
    const { said, stop } = beating(() => true)
    await vi.advanceTimersByTimeAsync(6000)
    expect(said.length).toBeGreaterThanOrEqual(2)
    stop()
    frames.mockRestore()
  })
})
