import { examplesOf } from '../../examples/example'
import SecretBadge from './SecretBadge.svelte'

export const examples = examplesOf(SecretBadge, {
  password: { secret: 'password' },
  passcode: { secret: 'passcode' },
  'one-time code': { secret: 'otp' },
})
