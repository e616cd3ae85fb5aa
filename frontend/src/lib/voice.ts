// What makes the sound of reading aloud: sounds of the program, played from
// blobs (the window cannot play them from its own addresses), and the voices
// of the system.

export interface Voice {
  /** Whether the system itself has a voice for the language. */
  speaks(lang: string): boolean
  /** Calls when the system's voices have become known; they arrive late. Gives what stops listening. */
  onvoices(tell: () => void): () => void
  /** Fetches a sound. Rejects when it is not there. */
  load(path: string, signal: AbortSignal): Promise<Blob>
  /** Plays a sound to its end, or until the signal; tell hears where it is, in seconds. volume: up to 1, which it is. */
  play(sound: Blob, rate: number, tell: (seconds: number) => void, signal: AbortSignal, volume?: number): Promise<void>
  /** Has the system say a text, or until the signal. */
  say(text: string, lang: string, rate: number, signal: AbortSignal, volume?: number): Promise<void>
}

/** Milliseconds between two looks at where a sound is. */
const look = 80

/** A sound that has stood still for so many milliseconds, or a voice that takes longer, never ends. */
const patience = 30_000

export function browserVoice(): Voice {
  const system = typeof speechSynthesis === 'undefined' ? null : speechSynthesis
  // Only voices of this machine: others send what they say over the network.
  const find = (lang: string) =>
    system?.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().replace('_', '-').split('-')[0] === lang) ?? null
  return {
    speaks: (lang) => find(lang) !== null,
    onvoices(tell) {
      system?.addEventListener('voiceschanged', tell)
      return () => system?.removeEventListener('voiceschanged', tell)
    },
    async load(path, signal) {
      const answer = await fetch(path, { signal })
      if (!answer.ok) throw new Error(`sound: ${answer.status}`)
      return answer.blob()
    },
    play: playBlob,
    say(text, lang, rate, signal, volume = 1) {
      const voice = find(lang)
      if (!system || !voice) return Promise.resolve()
      return ending(signal, (done) => {
        const words = new SpeechSynthesisUtterance(text)
        words.voice = voice
        words.lang = voice.lang
        words.rate = rate
        words.volume = volume
        words.onend = words.onerror = done
        system.speak(words)
        return () => system.cancel()
      })
    },
  }
}

async function playBlob(sound: Blob, rate: number, tell: (seconds: number) => void, signal: AbortSignal, volume = 1): Promise<void> {
  const address = URL.createObjectURL(sound)
  const player = new Audio(address)
  player.playbackRate = rate
  player.volume = volume
  try {
    await ending(signal, (done, moves) => {
      player.onended = player.onerror = done
      let before = 0
      const timer = setInterval(() => {
        const at = player.currentTime
        if (at !== before) moves()
        before = at
        tell(at)
      }, look)
      // Refused, for want of a device or of a touch: silence is all there is.
      player.play().catch(done)
      return () => {
        clearInterval(timer)
        player.pause()
      }
    })
  } finally {
    const letGo = (): void => {
      player.onloadeddata = player.onerror = null
      // Or its pipeline stays until some garbage collection: one for every sentence.
      player.removeAttribute('src')
      player.load()
      URL.revokeObjectURL(address)
    }
    // While WebKitGTK is still opening a sound, its reader waits for the page, and a page that
    // lets go of the sound waits for its reader: both stand still for ever. It is silent until then.
    if (player.error || player.readyState >= opened) letGo()
    else {
      player.muted = true
      player.onloadeddata = player.onerror = letGo
    }
  }
}

/** HAVE_CURRENT_DATA: a sound has been opened, and its first piece is there. */
const opened = 2

/** Starts something and waits until it is done, is stopped, or has not moved for too long. */
function ending(signal: AbortSignal, start: (done: () => void, moves: () => void) => () => void): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    let over = false
    let stop = (): void => undefined
    const done = (): void => {
      // What was stopped says so late, when the next is being spoken: stopping again would stop that.
      if (over) return
      over = true
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      stop()
      resolve()
    }
    let timer = setTimeout(done, patience)
    const moves = (): void => {
      clearTimeout(timer)
      timer = setTimeout(done, patience)
    }
    signal.addEventListener('abort', done)
    stop = start(done, moves)
  })
}
