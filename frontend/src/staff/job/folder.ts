import { m } from '../../lib/strings'
import type { FolderView } from '../../lib/views'

/** What saving into a folder is called. */
export function sayFolder({ name, stick }: FolderView): string {
  if (stick) return m.staff_stick({ name })
  return name === '' ? m.staff_folder_own() : m.staff_folder({ name })
}
