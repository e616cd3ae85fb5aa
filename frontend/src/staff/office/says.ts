import type { Detail } from '../../lib/enums'
import { m } from '../../lib/strings'
import type { DetailChangeView } from '../../lib/views'

/** What a detail is called. */
export const called: Readonly<Record<Detail, () => string>> = {
  place: () => m.office_place(),
  name: () => m.office_name(),
  hours: () => m.office_hours(),
  phone: () => m.office_phone(),
  wifi: () => m.office_wifi(),
}

/** A detail as it is read, a line each. */
export function says(name: Detail, text: string): string[] {
  if (text === '') return []
  const lines = text.split('\n')
  if (name !== 'wifi') return lines
  const [network = '', password = ''] = lines
  return [network, password === '' ? m.office_wifi_open() : m.office_wifi_says({ password })]
}

/** What a change did, as a sentence. */
export function told({ name, before, after }: DetailChangeView): string {
  const what = called[name]()
  const [was, is] = [says(name, before).join(' · '), says(name, after).join(' · ')]
  if (was === '') return m.office_added({ what, after: is })
  return is === '' ? m.office_removed({ what, before: was }) : m.office_changed({ what, before: was, after: is })
}
