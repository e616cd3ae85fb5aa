import { m } from '../../lib/strings'

const words = new Map<string, () => string>([
  ['timeout', m.error_timeout],
  ['not_found', m.error_not_found],
  ['unofficial', m.error_unofficial],
  ['unverified', m.error_unverified],
  ['content', m.error_content],
  ['storage', m.error_storage],
  ['disk_full', m.error_disk_full],
  ['unavailable', m.error_unavailable],
])

/** What to tell people of a failure: what to do now, in their language. */
export function failureWords(code: string): string {
  return (words.get(code) ?? m.error_internal)()
}
