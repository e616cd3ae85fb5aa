import { m } from '../../lib/strings'
import type { UpdateFileView } from '../../lib/views'

/** Where a file lies. */
export function lies({ stick, place, folder }: UpdateFileView): string {
  const where = stick ? m.update_on_stick({ name: place }) : place === '' ? m.update_in_own() : m.update_in_folder({ name: place })
  return folder === '' ? where : `${where}, ${m.update_below({ name: folder })}`
}

/** How large it is. */
export const weighs = (bytes: number): string => m.set_mega({ count: Math.max(1, Math.round(bytes / 1024 / 1024)) })
