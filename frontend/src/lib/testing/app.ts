import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import App from '../../App.svelte'
import { fakeBackend, type FakeBackend } from './fake'
import { prepareAll } from './screens'

/** The program of the test that runs. */
export let backend: FakeBackend
let now = 0

/** The whole window with a program of its own and a clock that stands still, for each test of a file. */
export function useApp(): void {
  // What a touch would fetch is here before the clock stands still.
  beforeAll(prepareAll, 60_000)

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'requestAnimationFrame'] })
    now = 0
    backend = fakeBackend()
  })

  afterEach(() => vi.useRealTimers())
}

/** Lets what was begun be drawn. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve()
  await tick()
}

export async function open(): Promise<void> {
  render(App, { backend, now: () => now })
  await settle()
}

export async function touch(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

/** Lets seconds pass. */
export async function wait(seconds: number): Promise<void> {
  now += seconds * 1000
  await vi.advanceTimersByTimeAsync(250)
  await settle()
}

/** From the first screen to a service with a lesson. */
export async function toService(): Promise<void> {
  await touch('Sinh con')
  await touch(/Đăng ký khai sinh/)
}
