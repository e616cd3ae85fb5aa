import { expect, it, vi } from 'vitest'
import { Reader, pieceAt, runs } from './reader.svelte'
import { Session } from './session.svelte'
import { fakeBackend } from './testing/fake'
import type { SpokenPieceView } from './views'
import type { Voice } from './voice'

interface FakeVoice extends Voice {
  heard: string[]
  /** How loud the last was. */
  volume?: number | undefined
  /** Lets what is being spoken end. */
  end: () => Promise<void>
}

/** A voice that says everything into a list and waits to be told that it has ended. */
function fakeVoice(systemLanguages: string[] = []): FakeVoice {
  let done = (): void => undefined
  const until = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      done = resolve
      signal.addEventListener('abort', () => resolve())
    })
  const voice: FakeVoice = {
    heard: [],
    end: async () => {
      done()
      await new Promise((resolve) => setTimeout(resolve))
    },
    speaks: (lang) => systemLanguages.includes(lang),
    onvoices: () => () => undefined,
    load: async (path) => new Blob([path]),
    play: async (sound, rate, _tell, signal, volume) => {
      voice.heard.push(`${await sound.text()} ×${rate}`)
      voice.volume = volume
      await until(signal)
    },
    say: async (text, lang, rate, signal, volume) => {
      voice.volume = volume
      voice.heard.push(`${lang}: ${text} ×${rate}`)
      await until(signal)
    },
  }
  return voice
}

async function start(voice: FakeVoice) {
  const backend = fakeBackend()
  const session = new Session()
  const reader = new Reader(backend, session, voice)
  reader.start()
  await vi.waitFor(() => expect(reader.offered || reader.languages).toBeTruthy())
  return { backend, session, reader, voice }
}

const heard = (voice: FakeVoice, count: number) => vi.waitFor(() => expect(voice.heard).toHaveLength(count))

it('reads the units of a screen one sentence after the other, and shows where it is', async () => {
  const { reader, voice } = await start(fakeVoice())
  reader.offer([{ texts: ['Chạm nút', ''] }, { texts: [''] }, { texts: ['Ghi mã'] }])
  expect(reader.offered).toBe(true)
  reader.toggle()
  await heard(voice, 1)
  expect(reader.reading).toBe(true)
  expect(reader.now).toEqual({ text: 'Chạm nút', from: 0, to: 8 })
  await voice.end()
  await heard(voice, 2)
  expect(reader.now?.text).toBe('Ghi mã')
  await voice.end()
  expect([reader.reading, reader.now]).toEqual([false, null])
})

it('stops at a touch, and when the screen goes', async () => {
  const { reader, voice, backend } = await start(fakeVoice())
  const takeBack = reader.offer([{ texts: ['Một'] }, { texts: ['Hai'] }])
  reader.toggle()
  await heard(voice, 1)
  reader.toggle()
  expect([reader.reading, reader.now]).toEqual([false, null])
  reader.toggle()
  await heard(voice, 2)
  takeBack()
  expect([reader.reading, reader.offered]).toEqual([false, false])
  await voice.end()
  expect(backend.spoken).toHaveLength(2)
})

it('lets the system speak where it can, and asks the program for no sound then', async () => {
  const { reader, voice, backend, session } = await start(fakeVoice(['vi']))
  reader.offer([{ texts: ['Một'] }])
  reader.toggle()
  await heard(voice, 1)
  expect(voice.heard).toEqual(['vi: Một ×1'])
  expect(backend.spoken[0]).toMatchObject({ synth: false, voice: 'vi', lang: 'vi' })
  reader.toggleSlow()
  await heard(voice, 2)
  expect(voice.heard[1]).toBe('vi: Một ×0.78')
  session.end()
  expect([session.slow, session.voice]).toEqual([false, ''])
})

it('goes on where it was when the speed or the language changes', async () => {
  const { reader, voice, backend } = await start(fakeVoice())
  reader.offer([{ texts: ['Một'] }, { texts: ['Hai'] }])
  reader.toggle()
  await heard(voice, 1)
  await voice.end()
  await heard(voice, 2)
  reader.choose('tyz')
  await heard(voice, 3)
  expect(backend.spoken.map((unit) => [unit.texts[0], unit.voice])).toEqual([['Một', 'vi'], ['Hai', 'vi'], ['Hai', 'tyz']])
})

it('stays where it is when one touches twice before the sentence is there', async () => {
  const { reader, voice, backend } = await start(fakeVoice())
  reader.offer([{ texts: ['Một'] }, { texts: ['Hai'] }])
  reader.toggle()
  await heard(voice, 1)
  await voice.end()
  await heard(voice, 2)
  reader.toggleSlow()
  reader.toggleSlow()
  await heard(voice, 3)
  expect(backend.spoken.map((unit) => unit.texts[0])).toEqual(['Một', 'Hai', 'Hai', 'Hai'])
})

it('goes on when a voice fails', async () => {
  const { reader, voice } = await start(fakeVoice(['vi']))
  reader.offer([{ texts: ['Một'] }, { texts: ['Hai'] }])
  const { say } = voice
  voice.say = () => Promise.reject(new Error('no device'))
  await reader.read()
  expect([reader.reading, reader.now]).toEqual([false, null])
  voice.say = say
  void reader.read()
  await heard(voice, 1)
})

it('leaves out what the program cannot say', async () => {
  const { reader, voice, backend } = await start(fakeVoice())
  reader.offer([{ texts: ['Một'] }, { texts: ['Hai'] }])
  backend.failNext('internal')
  reader.toggle()
  await heard(voice, 1)
  expect(reader.now?.text).toBe('Hai')
})

it('offers nothing where nobody can speak', async () => {
  const { reader, session } = await start(fakeVoice())
  reader.offer([{ texts: ['Một'] }])
  session.language = 'tyz'
  expect(reader.offered).toBe(false)
})

const piece = (text: number, sound: string, start: number): SpokenPieceView => ({
  text, from: 0, to: 1, say: '', lang: 'vi', sound, start, end: start + 1,
})

it('plays a recording of a whole step once, and finds the sentence that is heard', () => {
  const [a, b, c, d] = [piece(0, '/sound/1', 0), piece(1, '/sound/1', 1), piece(2, '', 0), piece(3, '', 0)] as const
  expect(runs([a, b, c, d])).toEqual([[a, b], [c], [d]])
  expect(pieceAt([a, b], 0.4)).toBe(a)
  expect(pieceAt([a, b], 1.2)).toBe(b)
})

it.each([
  ['', 'vi', ''],
  ['all', 'vi', 'Mục này mới có tiếng Việt.'],
  ['all', 'en', 'Only in English so far.'],
  ['part', 'vi', 'Mới có một đoạn tiếng Tày.'],
  ['part', 'en', 'Only a part is in tiếng Tày.'],
  ['all', 'tyz', 'Mục này mới có tiếng Việt.'],
] as const)('says in the language of the text what is missing: %j in %s', async (missing, lang, says) => {
  const { reader, voice, backend, session } = await start(fakeVoice())
  const speak = backend.speak
  backend.speak = async (unit) => ({ ...(await speak(unit)), missing, name: 'tiếng Tày' })
  session.voice = 'tyz'
  reader.offer([{ texts: ['Một'], lang }])
  reader.toggle()
  await heard(voice, 1)
  expect(reader.fallback).toBe(says)
  reader.stop()
  expect(reader.fallback).toBe('')
})

it('is silent at the hours in which the office wants it, and hears when they begin', async () => {
  const { reader, voice, backend } = await start(fakeVoice(['vi']))
  reader.offer([{ texts: ['Một'] }])
  expect(reader.offered).toBe(true)
  const refuse = vi.spyOn(backend, 'speak').mockRejectedValue(new Error('not at this hour'))
  const asked = vi.spyOn(backend, 'voices').mockResolvedValue({ synth: ['vi'], recorded: [], languages: [], silent: true })
  reader.toggle()
  await vi.waitFor(() => expect(reader.offered).toBe(false))
  expect([refuse.mock.calls.length, asked.mock.calls.length, reader.say({ texts: ['Một'] })]).toEqual([1, 1, false])
  expect(voice.heard).toEqual([])
})

it('says several things one after the other, until something else is said', async () => {
  const { reader, voice } = await start(fakeVoice(['vi']))
  void reader.tell([{ texts: ['Một'] }, { texts: [] }, { texts: ['Hai'], slow: true }, { texts: ['Ba'] }])
  await heard(voice, 1)
  await voice.end()
  await heard(voice, 2)
  reader.say({ texts: ['Khác'] })
  await heard(voice, 3)
  await voice.end()
  expect(voice.heard).toEqual(['vi: Một ×1', 'vi: Hai ×0.78', 'vi: Khác ×1'])
})

it('is as loud as was chosen, over 20 dB', async () => {
  const { reader, voice } = await start(fakeVoice(['vi']))
  const levels: (number | undefined)[] = []
  const listen = async () => {
    reader.say({ texts: ['Một'] })
    await heard(voice, levels.length + 1)
    levels.push(voice.volume)
    await voice.end()
  }
  while (reader.turns('softer')) reader.turn('softer')
  reader.turn('softer') // no further
  await listen()
  while (reader.turns('louder')) {
    reader.turn('louder')
    await listen()
  }
  expect(levels).toHaveLength(4)
  expect([...levels].sort()).toEqual(levels)
  expect(20 * Math.log10((levels[3] ?? 0) / (levels[0] ?? 1))).toBeGreaterThanOrEqual(20)
})
