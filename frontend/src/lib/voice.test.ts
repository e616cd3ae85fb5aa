import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { browserVoice } from './voice'

/** The system's speech, which says late that it was stopped, as browsers do. */
class FakeSpeech extends EventTarget {
  spoken: SpeechSynthesisUtterance[] = []
  cancelled = 0
  getVoices = () => [
    { lang: 'vi-VN', localService: false, name: 'over the network' },
    { lang: 'en_US', localService: true, name: 'here' },
  ]
  speak(words: SpeechSynthesisUtterance): void {
    this.spoken.push(words)
  }
  cancel(): void {
    this.cancelled++
  }
}

/** A sound that goes on until the test ends it. */
class FakeAudio {
  static last: FakeAudio
  currentTime = 0
  playbackRate = 1
  paused = true
  muted = false
  readyState = 4
  error: MediaError | null = null
  onloadeddata: (() => void) | null = null
  onended: () => void = () => undefined
  onerror: (() => void) | null = () => undefined
  constructor(public src: string) {
    FakeAudio.last = this
  }
  play = async (): Promise<void> => {
    this.paused = false
  }
  pause = (): void => {
    this.paused = true
  }
  loaded = true
  removeAttribute(name: string): void {
    if (name === 'src') this.src = ''
  }
  load(): void {
    this.loaded = this.src !== ''
  }
}

let speech: FakeSpeech
const addresses = new Set<string>()

beforeEach(() => {
  vi.useFakeTimers()
  speech = new FakeSpeech()
  vi.stubGlobal('speechSynthesis', speech)
  vi.stubGlobal('SpeechSynthesisUtterance', class { lang = '' })
  vi.stubGlobal('Audio', FakeAudio)
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    addresses.add('blob:1')
    return 'blob:1'
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void addresses.delete(address))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('speaks with voices of this machine only', () => {
  const voice = browserVoice()
  expect([voice.speaks('en'), voice.speaks('vi')]).toEqual([true, false])
})

it('does not stop the next sentence when the one before says late that it was stopped', async () => {
  const voice = browserVoice()
  const [first, second] = [new AbortController(), new AbortController()]
  const before = voice.say('One', 'en', 1, first.signal)
  first.abort()
  await before
  expect(speech.cancelled).toBe(1)
  let over = false
  void voice.say('Two', 'en', 1, second.signal).then(() => (over = true))
  speech.spoken[0]?.onerror?.({} as SpeechSynthesisErrorEvent)
  await vi.advanceTimersByTimeAsync(1000)
  expect([speech.cancelled, over]).toEqual([1, false])
  speech.spoken[1]?.onend?.({} as SpeechSynthesisEvent)
  await vi.advanceTimersByTimeAsync(0)
  expect(over).toBe(true)
})

it('gives up on a voice that never ends', async () => {
  let over = false
  void browserVoice().say('One', 'en', 1, new AbortController().signal).then(() => (over = true))
  await vi.advanceTimersByTimeAsync(31_000)
  expect([over, speech.cancelled]).toEqual([true, 1])
})

it('plays a long recording to its end, and gives up on one that stands still', async () => {
  let over = false
  let heard = 0
  void browserVoice().play(new Blob(), 1, (at) => (heard = at), new AbortController().signal).then(() => (over = true))
  for (let second = 1; second <= 90; second++) {
    FakeAudio.last.currentTime = second
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect([over, heard, FakeAudio.last.paused]).toEqual([false, 90, false])
  await vi.advanceTimersByTimeAsync(31_000)
  expect([over, FakeAudio.last.paused, addresses.size]).toEqual([true, true, 0])
})

it('is silent at once when it is stopped, and lets go of the sound', async () => {
  const stop = new AbortController()
  let heard = 0
  const played = browserVoice().play(new Blob(), 0.5, () => heard++, stop.signal)
  await vi.advanceTimersByTimeAsync(200)
  expect([addresses.size, FakeAudio.last.playbackRate]).toEqual([1, 0.5])
  stop.abort()
  await played
  const before = heard
  await vi.advanceTimersByTimeAsync(1000)
  expect([FakeAudio.last.paused, FakeAudio.last.loaded, addresses.size, heard]).toEqual([true, false, 0, before])
})

it('lets go of a sound that is still being opened only once it is open', async () => {
  for (const opens of ['onloadeddata', 'onerror'] as const) {
    const stop = new AbortController()
    const played = browserVoice().play(new Blob(), 1, () => undefined, stop.signal)
    const sound = FakeAudio.last
    sound.readyState = 1
    stop.abort()
    await played
    expect([sound.paused, sound.muted, sound.loaded, addresses.size]).toEqual([true, true, true, 1])
    sound[opens]?.()
    expect([sound.loaded, addresses.size]).toEqual([false, 0])
  }
})
