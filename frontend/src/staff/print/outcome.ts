import { m } from '../../lib/strings'
import type { PrintOrder } from './print-order.svelte'

/** What a touch on the button brings out of the printer. */
export function outcome({ look, preview, forHamlet, rows }: PrintOrder): string {
  if (!look || !preview) return m.staff_print_nothing()
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  if (look.sheet === '') return m.staff_print_slips({ count: preview.pages })
  const sheets = look.folded ? Math.ceil(preview.pages / 2) : preview.pages
  const said = m.staff_print_sheets({ count: sheets, sheet: look.sheet })
  if (forHamlet) return said
  if (look.folded) return m.staff_print_with({ said, what: m.staff_print_leaflets({ count }) })
  const cells = look.columns * look.rows
  if (cells === 1) return said
  return m.staff_print_with({ said, what: cells > 2 ? m.staff_print_cards({ count }) : m.staff_print_copies({ count }) })
}
