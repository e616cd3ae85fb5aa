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

/** What is typed on a keyboard and not printed, and what stands for it in print. */
const typed: [RegExp, string][] = [
  [/"/, '“ and ”'],
  [/'/, '’'],
  [/\.{3}/, '…'],
  [/ - /, '–'],
  [/\d ?x ?\d/i, '×'],
  [/ {2}/, 'one space'],
  [/ [.,:;?!](?=$|[\s”’)])/, 'no space before it'],
]

/** Says of each text that people read what in it is not set as print is. */
function untypeset(texts: [name: string, text: string][]): string[] {
  return texts.flatMap(([name, text]) => [
    ...typed.filter(([found]) => found.test(text)).map(([found, as]) => `${name}: ${found} in “${text}”: write ${as}`),
    ...(text === text.normalize('NFC') ? [] : [`${name}: letters and marks apart in “${text}”`]),
  ])
}

/** The texts of a message: one, or one for each case. */
function texts(name: string, message: unknown): [string, string][] {
  if (typeof message === 'string') return [[name, message]]
  return (message as { match: Record<string, string> }[]).flatMap(({ match }) => Object.values(match).map((text): [string, string] => [name, text]))
}

it.each(['vi', 'en'])('is set as print is: %s', (language) => {
  const messages = JSON.parse(readFileSync(`messages/${language}.json`, 'utf8')) as Record<string, unknown>
  const all = Object.entries(messages).flatMap(([name, message]) => (name === '$schema' ? [] : texts(name, message)))
  expect(all.length).toBeGreaterThan(300)
  expect(untypeset(all)).toEqual([])
})

it('sees every mark of a keyboard', () => {
  const wrong = ['Chạm "Gửi"', "visitors' Wi-Fi", 'Mời chờ...', 'Việt - Trung', 'ảnh 4x6', 'hai  cách', 'Xong !', 'a\u0301']
  for (const text of wrong) expect(untypeset([['here', text]])).toHaveLength(1)
  expect(untypeset([['here', 'Chạm “Gửi”, tệp .apk ở visitors’ Wi-Fi, 4×6 – chờ…']])).toEqual([])
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
