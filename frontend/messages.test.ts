// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compact, runtime } from './messages'
import * as whole from './src/paraglide/runtime'

const folder = 'src/paraglide/messages'

type Say = (inputs?: Record<string, unknown>) => string

/** Runs a compiled message in a language. */
function run(code: string, name: string, language: string): Say {
  const body = code.replace(/^import .*$/gm, '').replace('export const', 'const')
  return new Function('getLocale', 'english', 'experimentalStaticLocale', `${body}; return ${name}`)(() => language, () => language === 'en', undefined) as Say
}

it('says the same as what paraglide makes, in both languages', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== '_index.js')
  expect(files.length).toBeGreaterThan(300)
  for (const file of files) {
    const name = file.replace('.js', '')
    const code = readFileSync(`${folder}/${file}`, 'utf8')
    const short = compact(name, code)
    if (short === null) throw new Error(`${file} is written in another way`)
    const inputs = new Proxy({}, { get: (_, key) => `<${String(key)}>` })
    for (const language of ['vi', 'en']) {
      expect(run(short, name, language)(inputs)).toBe(run(code, name, language)(inputs))
    }
  }
})

it('knows what it does not understand', () => {
  expect(compact('x', 'export const x = () => 1')).toBeNull()
})

it('knows its language as paraglide does', () => {
  const names = ['baseLocale', 'isLocale', 'getLocale', 'overwriteGetLocale', 'english'] as const
  const small = new Function(`${runtime.replaceAll('export ', '')}; return { baseLocale, isLocale, now: () => getLocale(), overwriteGetLocale, english }`)() as {
    baseLocale: string
    isLocale: (locale: unknown) => boolean
    now: () => string
    overwriteGetLocale: (get: () => string) => void
    english: () => boolean
  }
  for (const name of names) expect(runtime).toContain(`export ${name === 'getLocale' ? 'let' : 'const'} ${name}`)
  expect(small.baseLocale).toBe(whole.baseLocale)
  for (const locale of [...whole.locales, 'tyz', '', undefined]) expect(small.isLocale(locale)).toBe(whole.isLocale(locale))
  expect(small.now()).toBe(whole.baseLocale)
  expect(small.english()).toBe(false)
  small.overwriteGetLocale(() => 'en')
  expect(small.now()).toBe('en')
  expect(small.english()).toBe(true)
})
