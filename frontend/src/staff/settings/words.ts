import type { Setting } from '../../lib/enums'
import { m } from '../../lib/strings'
import type { DataFolderView, PrintersView, SettingView } from '../../lib/views'

/** What each setting is called. */
export const called: Readonly<Record<Setting, () => string>> = {
  idle: () => m.set_idle(),
  letters: () => m.set_letters(),
  speaking: () => m.set_speaking(),
  dpi: () => m.set_glass(),
  desk_printer: () => m.set_printer(),
  slip_printer: () => m.set_slips(),
  sumatra: () => m.set_sumatra(),
}

/** What each does, and when. */
export const why: Readonly<Record<Setting, () => string>> = {
  idle: () => m.set_idle_why(),
  letters: () => m.set_letters_why(),
  speaking: () => m.set_speaking_why(),
  dpi: () => m.set_glass_why(),
  desk_printer: () => m.set_printer_why(),
  slip_printer: () => m.set_slips_why(),
  sumatra: () => m.set_sumatra_why(),
}

/** A time of the day, from 07:30. */
export function clock(at: string): string {
  const [hour, minute] = at.split(':')
  const said = { hour: Number(hour), minute: minute ?? '' }
  return minute === '00' ? m.set_hour(said) : m.set_clock(said)
}

/** So many seconds, as people say it. */
export function lasting(seconds: number): string {
  const whole = Math.floor(seconds / 60)
  const said = [whole > 0 && m.set_minutes({ minutes: whole }), seconds % 60 > 0 && m.set_seconds({ seconds: seconds % 60 })]
  return said.filter(Boolean).join(' ')
}

/** The hours in which it speaks; null: always, or never. */
export function hours(value: string): { from: string; to: string } | null {
  const [from, to] = value.split('-')
  return from && to ? { from, to } : null
}

/** What a setting is set to, in words. */
export function says({ name, value, kept, about }: SettingView, printing: PrintersView | null): string {
  switch (name) {
    case 'idle':
      return lasting(Number(value))
    case 'letters':
      return m.set_size({ size: value })
    case 'speaking': {
      const between = hours(value)
      if (between) return m.set_between({ from: clock(between.from), to: clock(between.to) })
      return value === 'never' ? m.set_never() : m.set_always()
    }
    case 'dpi':
      return kept === '' && value === '96' ? m.set_glass_usual() : m.set_glass_is({ dots: value })
    case 'desk_printer':
      return about || printing?.printers.find((printer) => printer.name === printing.chosen)?.about || m.set_printer_none()
    case 'slip_printer':
      return about || m.set_slips_none()
    case 'sumatra':
      return value || m.set_sumatra_none()
  }
}

/** How much room that is, from megabytes. */
export const room = (mega: number): string => (mega < 1024 ? m.set_mega({ count: mega }) : m.set_giga({ count: Math.floor(mega / 1024) }))

/** How full the folder is. */
export const full = ({ size, free }: DataFolderView): string =>
  free < 0 ? m.set_folder_size({ size: room(size) }) : m.set_folder_room({ size: room(size), free: room(free) })
