import { m } from '../../lib/strings'
import type { CodeView, ServiceView } from '../../lib/views'

/**
 * What is not done yet, so that nobody takes a code for the end: nothing of a
 * procedure is filed, an app is not installed; of the rest nothing is owed: "".
 */
export function notYet(service: Pick<ServiceView, 'kind'>, code: Pick<CodeView, 'link'> | null | undefined): string {
  if (code?.link === 'android' || code?.link === 'ios') return m.not_installed()
  if (service.kind !== 'procedure') return ''
  return code ? m.not_filed() : m.not_filed_ask()
}
