import { expect, it } from 'vitest'
import { Session } from '../../lib/session.svelte'
import { speak } from '../../lib/strings'
import { failureWords } from './words'

it('says what to do for every code, and for one it does not know', () => {
  speak(new Session())
  const codes = ['timeout', 'internal', 'not_found', 'unofficial', 'unverified', 'content', 'storage', 'disk_full', 'unavailable']
  for (const code of [...codes, 'lạ']) expect(failureWords(code)).toMatch(/Mời ông bà/)
  expect(failureWords('lạ')).toBe(failureWords('internal'))
})
