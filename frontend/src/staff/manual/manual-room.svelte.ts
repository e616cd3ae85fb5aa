import type { Backend, BackendError } from '../../lib/backend'
import { m } from '../../lib/strings'
import type { ManualBlockView, ManualChapterView } from '../../lib/views'
import { sayFolder } from '../job/folder'
import type { Job } from '../job/job.svelte'
import { refused } from '../refused'

/** Where a chapter can go to: a printer that is ready, or a folder. */
export interface Way {
  path: string
  say: string
  go: (chapter: string) => Promise<void>
}

/** Blocks that belong together: the lines of one list, or one block alone. */
export interface Group {
  kind: ManualBlockView['kind']
  blocks: readonly ManualBlockView[]
}

/** The lines of a list stand in the manual one after the other. */
export function grouped(blocks: readonly ManualBlockView[]): Group[] {
  const groups: { kind: Group['kind']; blocks: ManualBlockView[] }[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    const goesOn = last?.kind === block.kind && (block.kind === 'point' || (block.kind === 'step' && block.number > 1))
    if (last && goesOn) last.blocks.push(block)
    else groups.push({ kind: block.kind, blocks: [block] })
  }
  return groups
}

/** The manual for staff: its contents, and the chapter that is open. */
export class ManualRoom {
  chapters = $state.raw<readonly ManualChapterView[]>([])
  /** The chapter that is open; '': the contents. */
  name = $state('')
  problem = $state.raw<BackendError | null>(null)

  constructor(
    private readonly backend: Backend,
    readonly job: Job,
    private readonly shut: () => void,
  ) {}

  /** Its place among the chapters; -1: the contents. */
  get at(): number {
    return this.chapters.findIndex(({ name }) => name === this.name)
  }

  /** Reads it, once: it is part of the program. */
  async look(): Promise<void> {
    if (this.chapters.length > 0) return
    try {
      this.chapters = await this.backend.staff.manual()
      this.problem = null
    } catch (err) {
      this.problem = refused(err, this.shut)
    }
  }

  /** Where it can be printed and saved, the desk's own printer first. */
  async ways(): Promise<Way[]> {
    const { staff } = this.backend
    const [{ printers, chosen }, folders] = await Promise.all([staff.printers(), staff.folders()])
    const ready = printers.filter((printer) => printer.ready).sort((a, b) => Number(b.name === chosen) - Number(a.name === chosen))
    const start = (put: () => Promise<void>): Promise<void> => this.job.follow(put, 1, 'files')
    return [
      ...ready.map(({ name, about }): Way => ({
        path: `printer ${name}`,
        say: m.staff_print_on({ name: about }),
        go: (chapter) => start(() => staff.printManual(chapter, name)),
      })),
      ...folders.map((folder): Way => ({
        path: folder.path,
        say: sayFolder(folder),
        go: (chapter) => start(() => staff.saveManual(chapter, folder.path)),
      })),
    ]
  }
}
