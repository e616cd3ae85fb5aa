/**
 * Tells when something to hear with has been plugged in, where the engine says so:
 * a page that never asked for the microphone is told whether there is any output,
 * not which. Gives what stops it.
 */
export function headphones(devices: MediaDevices | undefined, plugged: () => void): () => void {
  if (!devices?.enumerateDevices) return () => undefined
  let before = Infinity
  const look = async (): Promise<void> => {
    const all = await devices.enumerateDevices().catch(() => [])
    const now = all.filter(({ kind }) => kind === 'audiooutput').length
    if (now > before) plugged()
    before = now
  }
  const changed = (): void => void look()
  changed()
  devices.addEventListener('devicechange', changed)
  return () => devices.removeEventListener('devicechange', changed)
}
