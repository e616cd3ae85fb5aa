// Two soft notes, made on the spot: no file, and nothing that could be missing.
const notes = [
  { hertz: 659.25, at: 0 },
  { hertz: 523.25, at: 0.35 },
]

const noteSeconds = 1.2
const pause = 6
const times = 3

/**
 * Rings for staff three times, some seconds apart. Gives what stops it. A
 * device without sound stays silent: the sign on the screen is enough.
 */
export function chime(): () => void {
  if (typeof AudioContext === 'undefined') return () => undefined
  const context = new AudioContext()
  for (let round = 0; round < times; round++) {
    for (const note of notes) play(context, note.hertz, round * pause + note.at)
  }
  return () => void context.close().catch(() => undefined)
}

function play(context: AudioContext, hertz: number, at: number): void {
  const start = context.currentTime + 0.05 + at
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.type = 'sine'
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(0.0001, start)
  volume.gain.exponentialRampToValueAtTime(0.25, start + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.0001, start + noteSeconds)
  tone.connect(volume).connect(context.destination)
  tone.start(start)
  tone.stop(start + noteSeconds)
}
