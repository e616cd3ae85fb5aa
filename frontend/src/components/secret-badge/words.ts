import { m } from '../../lib/strings'
import type { Secret } from '../../lib/views'

/** A secret's name, what it is, and that nobody else may know it. */
export function secretWords(secret: Secret): { name: string; what: string; keep: string } {
  const keep = m.secret_keep()
  switch (secret) {
    case 'password':
      return { name: m.secret_password(), what: m.secret_password_what(), keep }
    case 'passcode':
      return { name: m.secret_passcode(), what: m.secret_passcode_what(), keep }
    case 'otp':
      return { name: m.secret_otp(), what: m.secret_otp_what(), keep }
  }
}

/** The same as it is read aloud; nothing where no secret is asked for. */
export function secretUnit(secret: Secret | ''): string[] {
  if (!secret) return []
  const { name, what, keep } = secretWords(secret)
  return [name, what, keep]
}
