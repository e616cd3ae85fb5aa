import { afterEach, expect, it } from 'vitest'
import { overwriteGetLocale } from '../../paraglide/runtime'
import { help, helped } from './help'

afterEach(() => overwriteGetLocale(() => 'vi'))

it.each(['vi', 'en'] as const)('has three sentences for each place, none of them two: %s', (language) => {
  overwriteGetLocale(() => language)
  expect(helped.length).toBeGreaterThan(9)
  for (const place of helped) {
    const sentences = help(place)
    expect(sentences, place).toHaveLength(3)
    for (const sentence of sentences) expect(sentence, place).toMatch(/^\p{Lu}[^.?!]*\.$/u)
  }
  expect(new Set(helped.flatMap(help)).size).toBe(3 * helped.length)
})
