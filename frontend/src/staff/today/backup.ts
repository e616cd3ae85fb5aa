import { m } from '../../lib/strings'
import type { BackupView } from '../../lib/views'

/** Days after which another copy is wanted. */
const weekly = 7

/** A copy that leaves the PC should be made now. */
export function overdue(last: BackupView | null): boolean {
  return last !== null && (last.made === '' || !last.stick || last.ago >= weekly)
}

/** When the last copy was made, and whether it left the PC. */
export function lastBackup({ made, ago, stick }: BackupView): string {
  if (made === '') return m.today_backup_never()
  const when = ago === 0 ? m.notes_today() : ago === 1 ? m.notes_yesterday() : m.today_ago_days({ days: ago })
  return stick ? m.today_backup_stick({ when }) : m.today_backup_here({ when })
}
