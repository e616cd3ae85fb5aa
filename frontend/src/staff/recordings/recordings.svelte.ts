import type { Backend, BackendError } from '../../lib/backend'
import type { ClipView, FolderView, HitView, IntakeView, RecordingView } from '../../lib/views'
import { browserVoice, type Voice } from '../../lib/voice'
import { refused } from '../refused'
import { withHit, type Chosen } from '../service-picker/chosen'
import type { Job } from '../job/job.svelte'

/**
 * Where a commune records its own speakers: what is recorded, the script to
 * read from, recordings that are taken in, listened to and taken out. Nobody's
 * name is asked.
 */
export class Recordings {
  languages = $state.raw<readonly RecordingView[]>([])
  lang = $state('')
  /** Services the script is for; none: all. */
  chosen = $state.raw<readonly Chosen[]>([])
  /** What became of the last import. */
  result = $state.raw<IntakeView | null>(null)
  clips = $state.raw<readonly ClipView[]>([])
  /** Clips that were taken out and can still be brought back. */
  discarded = $state.raw<ReadonlySet<string>>(new Set())
  /** Path of the sound that is being heard, or "". */
  heard = $state('')
  problem = $state.raw<BackendError | null>(null)

  #hearing = new AbortController()

  constructor(
    private readonly backend: Backend,
    readonly job: Job,
    private readonly shut: () => void,
    private readonly voice: Voice = browserVoice(),
  ) {}

  /** The language chosen, as it stands. */
  get recording(): RecordingView | undefined {
    return this.languages.find((r) => r.lang === this.lang)
  }

  /** Clips whose words have changed: they are no longer played. */
  get outdated(): readonly string[] {
    return this.clips.filter((c) => c.texts.length === 0).map((c) => c.id)
  }

  async look(): Promise<void> {
    await this.#ask(async () => {
      this.languages = await this.backend.staff.recordings()
      // A language nobody can synthesise is what staff come for.
      if (!this.recording) this.lang = (this.languages[1] ?? this.languages[0])?.lang ?? ''
    })
  }

  add(hit: HitView): void {
    this.chosen = withHit(this.chosen, hit)
  }

  remove(key: string): void {
    this.chosen = this.chosen.filter((c) => c.key !== key)
  }

  folders(): Promise<FolderView[]> {
    return this.backend.staff.folders()
  }

  saveScript(folder: string): Promise<void> {
    const services = this.chosen.map((c) => c.key)
    return this.job.follow(() => this.backend.staff.saveScript(this.lang, services, folder), 1, 'files')
  }

  /** Takes recordings in; what became of each file is in result, also when it was cut off. */
  async import(folder: string): Promise<void> {
    this.result = null
    let begun = false
    await this.job.follow(async () => {
      await this.backend.staff.takeIn(this.lang, folder)
      begun = true
    }, 0, 'files')
    if (!begun) return
    await this.#ask(async () => {
      this.result = await this.backend.staff.imported()
    })
    await this.look()
  }

  async showClips(): Promise<void> {
    this.clips = []
    this.discarded = new Set()
    await this.#ask(async () => {
      this.clips = await this.backend.staff.clips(this.lang)
    })
  }

  async discard(ids: readonly string[]): Promise<void> {
    this.silence()
    const there = ids.filter((id) => !this.discarded.has(id))
    await this.#ask(async () => {
      await this.backend.staff.discard(this.lang, there)
      this.discarded = new Set([...this.discarded, ...there])
    })
  }

  /** Brings back what was taken out. */
  async restore(ids: readonly string[]): Promise<void> {
    const gone = ids.filter((id) => this.discarded.has(id))
    await this.#ask(async () => {
      await this.backend.staff.restore(this.lang, gone)
      this.discarded = new Set([...this.discarded].filter((id) => !gone.includes(id)))
    })
  }

  /** Plays a recording; a second touch stops it. */
  async hear(sound: string): Promise<void> {
    const again = this.heard === sound
    this.silence()
    if (again) return
    const hearing = new AbortController()
    this.#hearing = hearing
    this.heard = sound
    try {
      const blob = await this.voice.load(sound, hearing.signal)
      await this.voice.play(blob, 1, () => undefined, hearing.signal)
    } catch {
      // Stopped while it was fetched, or gone.
    }
    if (!hearing.signal.aborted) this.heard = ''
  }

  silence(): void {
    this.#hearing.abort()
    this.heard = ''
  }

  async #ask(question: () => Promise<void>): Promise<void> {
    try {
      await question()
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }
}
