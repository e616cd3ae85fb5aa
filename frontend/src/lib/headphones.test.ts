import { expect, it, vi } from 'vitest'
import { headphones } from './headphones'

/** Devices that can be plugged in and pulled out. */
function devices(kinds: string[]) {
  const target = new EventTarget()
  const plug = async (now: string[]) => {
    kinds = now
    target.dispatchEvent(new Event('devicechange'))
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { plug, media: Object.assign(target, { enumerateDevices: async () => kinds.map((kind) => ({ kind })) }) as unknown as MediaDevices }
}

it('tells when something to hear with comes, not when it goes or something else comes', async () => {
  const { media, plug } = devices(['videoinput'])
  const plugged = vi.fn()
  const stop = headphones(media, plugged)
  await plug(['videoinput'])
  expect(plugged).not.toHaveBeenCalled() // what is there from the beginning starts nothing
  await plug(['videoinput', 'audiooutput'])
  expect(plugged).toHaveBeenCalledTimes(1)
  await plug(['videoinput'])
  await plug(['videoinput', 'audioinput'])
  expect(plugged).toHaveBeenCalledTimes(1)
  stop()
  await plug(['audiooutput', 'audiooutput'])
  expect(plugged).toHaveBeenCalledTimes(1)
})

it('is quiet where the engine has no devices to tell of', () => {
  expect(() => headphones(undefined, () => undefined)()).not.toThrow()
})
