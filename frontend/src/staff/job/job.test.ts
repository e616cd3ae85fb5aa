import { expect, it } from 'vitest'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin } from '../../lib/testing/staff'
import { Job } from './job.svelte'

it('stops what has only just been asked for', async () => {
  const staff = fakeStaff()
  await staff.unlock(1, pin)
  const calls: string[] = []
  const job = new Job({ ...fakeBackend(), staff: { ...staff, stop: () => Promise.resolve(void calls.push('stop')) } })
  let begin = (): void => undefined
  const followed = job.follow(() => new Promise<void>((done) => (begin = () => void (calls.push('begun'), done()))), 1, 'paper')
  const stopped = job.stop()
  begin()
  await Promise.all([stopped, followed])
  expect(calls).toEqual(['begun', 'stop'])
})
