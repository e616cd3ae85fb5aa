import { screen } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backend, open, toService, touch, useApp } from './lib/testing/app'

useApp()

describe('reading aloud', () => {
  /** The system's speech: it says nothing, and never ends by itself. */
  const spoken: string[] = []
  const cancel = vi.fn()

  beforeEach(() => {
    spoken.length = 0
    cancel.mockReset()
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => [{ lang: 'vi-VN', localService: true }],
      speak: ({ text }: { text: string }) => void spoken.push(text),
      cancel,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    })
    vi.stubGlobal('SpeechSynthesisUtterance', class { constructor(readonly text: string) {} })
  })

  afterEach(() => vi.unstubAllGlobals())

  const listenOn = async () => {
    await open()
    await vi.advanceTimersByTimeAsync(50)
    await toService()
    await touch('Nghe')
    expect(spoken).toEqual(['Đăng ký khai sinh cho con'])
  }

  it('asks who can speak once the first screen is on the glass', async () => {
    const voices = vi.spyOn(backend, 'voices')
    await open()
    expect(voices).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(50)
    expect(voices).toHaveBeenCalledOnce()
  })

  it('says by its words, and not as a pressed button too, that a touch stops it', async () => {
    await listenOn()
    const button = screen.getByRole('button', { name: 'Dừng' })
    expect(button.hasAttribute('aria-pressed')).toBe(false)
    await touch('Dừng')
    expect([cancel.mock.calls.length, screen.queryByRole('button', { name: 'Dừng' })]).toEqual([1, null])
  })

  it.each(['Trang đầu', 'English', /Học từng bước/])('is silent at the touch of %s, however late the next screen', async (name) => {
    await listenOn()
    const never = new Promise<never>(() => undefined)
    backend.boot = backend.walk = backend.topic = backend.service = () => never
    await touch(name)
    expect([cancel.mock.calls.length, document.querySelector('mark')]).toEqual([1, null])
  })

  it('goes on in larger letters', async () => {
    await listenOn()
    await touch('Dừng')
    await touch(/Học từng bước/)
    await touch('Chưa đăng ký')
    await touch('Ở nhà')
    await touch('Nghe')
    const before = cancel.mock.calls.length
    await touch(/Chữ to hơn/)
    expect([document.documentElement.className, cancel.mock.calls.length]).toEqual(['text-1', before])
    expect(screen.getByRole('button', { name: 'Dừng' })).toBeTruthy()
  })

  it('is silent when staff are called', async () => {
    await listenOn()
    await touch('Gọi cán bộ')
    expect(cancel).toHaveBeenCalledOnce()
  })

  it('is silent under whatever covers the screen', async () => {
    const { boot } = backend
    backend.boot = async (lang) => {
      const view = await boot(lang)
      return { ...view, languageNames: [...view.languageNames, { code: 'tyz', name: 'Tày' }] }
    }
    await listenOn()
    await touch('Tiếng Việt')
    expect(screen.getByRole('dialog')).toBeTruthy()
    expect([cancel.mock.calls.length, document.querySelector('mark')]).toEqual([1, null])
  })
})
