import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, type FakeStaff } from '../../lib/testing/staff'
import type { Voice } from '../../lib/voice'
import { Job } from '../job/job.svelte'
import { figure, outcome, said } from './sentences'
import { Recordings } from './recordings.svelte'

let staff: FakeStaff
let recordings: Recordings
let heard: { path: string; end: () => void }[]
let shut: () => void

/** A voice that plays until it is told to end. */
const voice: Voice = {
  speaks: () => false,
  onvoices: () => () => undefined,
  load: (path) => Promise.resolve(new Blob([path])),
  play: async (sound, _rate, _tell, signal) => {
    const path = await sound.text()
    await new Promise<void>((end) => {
      heard.push({ path, end })
      signal.addEventListener('abort', () => end())
    })
  },
  say: () => Promise.resolve(),
}

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(1, pin)
  heard = []
  shut = vi.fn()
  const backend = { ...fakeBackend(), staff }
  recordings = new Recordings(backend, new Job(backend), shut, voice)
  await recordings.look()
})

/** Lets a job run to its end. */
async function whole(job: () => Promise<void>): Promise<void> {
  vi.useFakeTimers()
  const done = job()
  await vi.runAllTimersAsync()
  await done
  vi.useRealTimers()
}

describe('the languages', () => {
  it('begin with the first that no program speaks, and stay chosen', async () => {
    expect(recordings.recording?.name).toBe('tiếng Tày')
    recordings.lang = 'vi'
    await recordings.look()
    expect(recordings.recording?.name).toBe('tiếng Việt')
  })

  it('shut the staff area when the door has shut', async () => {
    await staff.lock()
    await recordings.look()
    expect(recordings.problem?.code).toBe('denied')
    expect(shut).toHaveBeenCalledOnce()
  })
})

it('writes counts as people do', () => {
  expect([figure(1145, 'vi'), figure(1145, 'en')]).toEqual(['1.145', '1,145'])
})

it('says what is read, and what came of an import, as sentences', () => {
  expect(said(['Mở VNeID', 'Mời chờ.'])).toBe('Mở VNeID. Mời chờ.')
  const file = { file: 'a.wav', texts: [], sound: '', problem: '' }
  expect(outcome({ lang: 'tyz', taken: 1, files: [file, file, file] }, 'vi')).toBe('Đã nhận 1 bản thu, 2 tệp chưa nhận')
  expect(outcome(null, 'vi')).toBe('Đã nhận 0 bản thu')
})

describe('the script', () => {
  it('is for the services chosen, each once', async () => {
    const hit = { key: 'vneid', kind: 'app', code: '', title: [{ say: 'VNeID', hit: true }], decides: '', guide: true, hidden: false } as const
    for (let i = 0; i < 2; i++) recordings.add({ ...hit, title: [...hit.title] })
    await whole(() => recordings.saveScript('/media/x/USB'))
    recordings.remove('vneid')
    await whole(() => recordings.saveScript('/media/x/USB'))
    expect(staff.scripts.map((s) => s.services)).toEqual([['vneid'], []])
    expect(recordings.job.progress?.state).toBe('done')
  })
})

describe('an import', () => {
  it('tells what became of each file', async () => {
    await whole(() => recordings.import('/media/x/USB'))
    expect(staff.takenIn).toEqual([{ lang: 'tyz', folder: '/media/x/USB' }])
    expect(recordings.result?.files.map((f) => f.problem !== '')).toEqual([true, false])
  })

  it('that is refused tells nothing of the one before', async () => {
    await whole(() => recordings.import('/media/x/USB'))
    staff.takeIn = () => Promise.reject(new Error('{"code":"not_found","message":"Không còn thấy nơi này."}'))
    await whole(() => recordings.import('/media/x/USB'))
    expect([recordings.result, recordings.job.progress?.problem]).toEqual([null, 'Không còn thấy nơi này.'])
  })
})

describe('what was recorded', () => {
  beforeEach(() => recordings.showClips())

  it('can be taken out and really comes back', async () => {
    const ids = recordings.clips.map((c) => c.id)
    await recordings.discard(['1111111111111111'])
    expect([staff.clipsKept, recordings.discarded.size]).toEqual([['0000000000000000'], 1])
    await recordings.restore(['1111111111111111'])
    expect([staff.clipsKept, recordings.discarded.size]).toEqual([ids, 0])
  })

  it('has old ones, taken out together, without those that are out', async () => {
    expect(recordings.outdated).toEqual(['0000000000000000'])
    const discard = vi.spyOn(staff, 'discard')
    await recordings.discard(recordings.outdated)
    await recordings.discard([...recordings.outdated, '1111111111111111'])
    expect(discard.mock.calls.map(([, ids]) => ids)).toEqual([['0000000000000000'], ['1111111111111111']])
  })

  it('is not marked as taken out when it was not', async () => {
    staff.discard = () => Promise.reject(new Error('{"code":"not_found","message":"Không còn thấy bản thu này."}'))
    await recordings.discard(['1111111111111111'])
    expect([recordings.discarded.size, recordings.problem?.message]).toEqual([0, 'Không còn thấy bản thu này.'])
  })

  it('is heard one at a time, until it ends or is touched again', async () => {
    const playing = recordings.hear('/sound/tyz-a')
    await vi.waitFor(() => expect(heard.length).toBe(1))
    const next = recordings.hear('/sound/tyz-b')
    await playing
    await vi.waitFor(() => expect(heard.length).toBe(2))
    expect(recordings.heard).toBe('/sound/tyz-b')
    heard[1]?.end()
    await next
    expect(recordings.heard).toBe('')
    void recordings.hear('/sound/tyz-b')
    await vi.waitFor(() => expect(heard.length).toBe(3))
    await recordings.hear('/sound/tyz-b')
    expect(recordings.heard).toBe('')
  })
})
