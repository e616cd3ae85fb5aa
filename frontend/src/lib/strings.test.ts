import { describe, expect, it } from 'vitest'
import en from '../../messages/en.json'
import vi from '../../messages/vi.json'

const languages: [string, Record<string, string>][] = [
  ['vi', vi],
  ['en', en],
]

function places(text = ''): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
}

it('has the same messages in every language, in the same order', () => {
  expect(Object.keys(en)).toEqual(Object.keys(vi))
})

it('has the same places to fill in every language', () => {
  const of = (texts: Record<string, string>) => Object.fromEntries(Object.entries(texts).map(([k, v]) => [k, places(v)]))
  expect(of(en)).toEqual(of(vi))
})

describe.each(languages)('%s', (_, texts) => {
  const said = Object.entries(texts).filter(([key]) => key !== '$schema')

  it.each(said)('%s is plain and composed', (_key, text) => {
    expect(text.trim()).not.toBe('')
    expect(text).toBe(text.normalize('NFC'))
    // "…?" is a question that the list below it ends.
    expect(text.replace('…?', '?')).not.toMatch(/!|…|\.\.\.| {2}/)
    // A sentence that can be read aloud in one breath.
    for (const sentence of text.split(/[.?]/)) expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(20)
  })
})
