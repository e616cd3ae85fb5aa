/** A day as people write it, 15/12/2026, as the program has it, 2026-12-15. What is no such day stays as it is: the program says so. */
export function isoDay(written: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written.trim()) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written.trim()
}

/** The other way. */
export function writtenDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  return day ? `${Number(day)}/${Number(month)}/${year}` : iso
}

/** The day by the computer's clock, as the program writes it. */
export const today = (now = new Date()): string => [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-')

/** The first day of the next month. */
export const nextMonth = (now = new Date()): string => today(new Date(now.getFullYear(), now.getMonth() + 1, 1))
