import { expect, it, vi } from 'vitest'
import { Loader } from './load'
import { fakeBackend } from './testing/fake'

const answers = { married: 'yes', born: 'home' }

it('asks each question once, and again for another language', async () => {
  const backend = fakeBackend()
  const walk = vi.spyOn(backend, 'walk')
  const loader = new Loader(backend)
  await loader.load({ name: 'step', service: 'khai-sinh', answers, index: 0 }, 'vi', 0)
  await loader.load({ name: 'step', service: 'khai-sinh', answers, index: 1 }, 'vi', 0)
  expect(walk).toHaveBeenCalledTimes(1)
  await loader.load({ name: 'step', service: 'khai-sinh', answers, index: 1 }, 'en', 0)
  expect(walk).toHaveBeenCalledTimes(2)
})

it('gives the next question until all are answered', async () => {
  const loader = new Loader(fakeBackend())
  const names = []
  for (const given of [{}, { married: 'yes' }, answers]) {
    names.push((await loader.load({ name: 'lesson', service: 'khai-sinh', answers: given }, 'vi', 0)).name)
  }
  expect(names).toEqual(['fact', 'fact', 'checklist'])
})

it('asks again after a failure', async () => {
  const backend = fakeBackend()
  const loader = new Loader(backend)
  backend.failNext('storage')
  await expect(loader.load({ name: 'service', service: 'khai-sinh' }, 'vi', 0)).rejects.toMatchObject({ code: 'storage' })
  await expect(loader.load({ name: 'service', service: 'khai-sinh' }, 'vi', 0)).resolves.toMatchObject({ name: 'service' })
})

it('goes on to what comes after when a lesson has no such step', async () => {
  const page = await new Loader(fakeBackend()).load({ name: 'step', service: 'khai-sinh', answers, index: 99 }, 'vi', 0)
  expect(page.name).toBe('after')
})

it('forgets all answers when cleared', async () => {
  const backend = fakeBackend()
  const topic = vi.spyOn(backend, 'topic')
  const loader = new Loader(backend)
  await loader.load({ name: 'topic', topic: 'sinh-con' }, 'vi', 0)
  loader.clear()
  await loader.load({ name: 'topic', topic: 'sinh-con' }, 'vi', 0)
  expect(topic).toHaveBeenCalledTimes(2)
})
