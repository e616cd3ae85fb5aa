import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BackendError, toBackendError, wailsBackend } from './backend'

type Call = (...args: unknown[]) => Promise<unknown>

function program(methods: Record<string, Call>, object = 'Resident'): void {
  Object.assign(window, { go: { desktop: { [object]: methods } } })
}

beforeEach(() => vi.useFakeTimers())

afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(window, 'go')
})

describe('toBackendError', () => {
  const cases = [
    ['the program’s failure', new Error('{"code":"not_found","message":"Không có mục này."}'), 'not_found', 'Không có mục này.'],
    ['the same as a bare string', '{"code":"storage","message":"Đĩa đầy."}', 'storage', 'Đĩa đầy.'],
    ['words of the bridge', new Error('no method named Boot'), 'internal', ''],
    ['JSON of another shape', new Error('{"error":1}'), 'internal', ''],
    ['JSON null', new Error('null'), 'internal', ''],
    ['nothing', undefined, 'internal', ''],
  ] as const
  it.each(cases)('reads %s', (_, thrown, code, message) => {
    const err = toBackendError(thrown)
    expect(err).toBeInstanceOf(BackendError)
    expect([err.code, err.message]).toEqual([code, message])
  })
})

describe('wailsBackend', () => {
  it('passes arguments in the program’s order and gives its answer', async () => {
    const walk = vi.fn<Call>(async () => ({ ask: null }))
    program({ Walk: walk })
    await expect(wailsBackend().walk('khai-sinh', { married: 'yes' }, 'vi', 2)).resolves.toEqual({ ask: null })
    expect(walk).toHaveBeenCalledWith('khai-sinh', { married: 'yes' }, 'vi', 2)
  })

  it('rejects with the program’s code', async () => {
    program({ Service: () => Promise.reject(new Error('{"code":"not_found","message":"Không có."}')) })
    await expect(wailsBackend().service('x', 'vi')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('gives up on a call that is never answered', async () => {
    program({ Boot: () => new Promise(() => undefined) })
    const answer = expect(wailsBackend().boot('vi')).rejects.toMatchObject({ code: 'timeout' })
    await vi.advanceTimersByTimeAsync(5000)
    await answer
  })

  it('waits longer for a sentence that the program has to make', async () => {
    program({ Speak: () => new Promise((resolve) => setTimeout(() => resolve({ pieces: [] }), 12_000)) })
    const answer = wailsBackend().speak({ texts: ['Một'], lang: 'vi', voice: 'vi', slow: false, synth: true })
    await Promise.all([vi.advanceTimersByTimeAsync(12_000), expect(answer).resolves.toEqual({ pieces: [] })])
  })

  it('rejects when there is no program', async () => {
    await expect(wailsBackend().codes('x', 'vi')).rejects.toMatchObject({ code: 'internal' })
  })

  it('leaves no timer behind', async () => {
    program({ Topic: async () => ({}) })
    await wailsBackend().topic('x', 'vi')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('fetches the staff’s calls with the first of them', async () => {
    const discard = vi.fn<Call>(async () => null)
    program({ Discard: discard }, 'Staff')
    await wailsBackend().staff.discard('tyz', ['0123456789abcdef'])
    expect(discard).toHaveBeenCalledWith('tyz', ['0123456789abcdef'])
    program({ History: () => Promise.reject(new Error('{"code":"denied","message":"Mời nhập mã PIN."}')) }, 'Staff')
    await expect(wailsBackend().staff.history()).rejects.toMatchObject({ code: 'denied' })
  })

  it('never lets a lost count or a lost ready reach the screen', async () => {
    program({ Count: () => Promise.reject(new Error('database is locked')) })
    const backend = wailsBackend()
    expect(backend.count('x', 'opened', '', 'vi')).toBeUndefined()
    expect(backend.ready()).toBeUndefined()
    await vi.runAllTimersAsync()
  })
})
