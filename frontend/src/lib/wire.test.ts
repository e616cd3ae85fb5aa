// @vitest-environment node
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Faults } from './wire'

class Card {
  key = ''
  count = 0
  fee?: { say: string }
  lines: string[] = []
  convertValues(): void {
    this.count++
  }
}

interface CardView {
  key: 'a' | 'b'
  count: number
  fee: { say: string } | null
  lines: string[]
}

describe('Faults', () => {
  it('is never where both sides agree', () => {
    expectTypeOf<Faults<CardView, Card>>().toBeNever()
    expectTypeOf<Faults<CardView[], Card[]>>().toBeNever()
    expectTypeOf<Faults<void, void>>().toBeNever()
  })

  it('names the place where they do not', () => {
    type Has<Other> = Faults<Omit<CardView, keyof Other> & Other, Card>
    expectTypeOf<Has<{ more: string }>>().toEqualTypeOf<'answer.more: only in views.ts'>()
    expectTypeOf<Faults<Omit<CardView, 'key'>, Card>>().toEqualTypeOf<'answer.key: only in Go'>()
    expectTypeOf<Has<{ fee: { say: string } }>>().toEqualTypeOf<'answer.fee: may be null in Go'>()
    expectTypeOf<Has<{ fee: { says: string } | null }>>().toEqualTypeOf<'answer.fee.say: only in Go' | 'answer.fee.says: only in views.ts'>()
    expectTypeOf<Has<{ count: number | null }>>().toEqualTypeOf<'answer.count: never null in Go'>()
    expectTypeOf<Has<{ count: string }>>().toEqualTypeOf<'answer.count: text in views.ts, a number in Go'>()
    expectTypeOf<Has<{ lines: number[] }>>().toEqualTypeOf<'answer.lines[]: a number in views.ts, text in Go'>()
    expectTypeOf<Faults<CardView[], Card>>().toEqualTypeOf<'answer: a list in views.ts, an object in Go'>()
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it is about
    expectTypeOf<Has<{ count: any }>>().toEqualTypeOf<'answer.count: any on one side'>()
  })
})

// What "npm run check" does when the bindings are made anew after a change in Go.
describe('the doors to the program', { timeout: 120_000 }, () => {
  const models = 'wailsjs/go/models.ts'
  const doors = ['src/lib/backend.ts', 'src/lib/backend-staff.ts']
  const user = 'src/resident/service/parts.ts'
  const written = readFileSync(models, 'utf8')
  let now = written
  let version = 0

  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, '.')
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...doors, user],
    getScriptVersion: (name) => (name.endsWith(models) ? String(version) : '1'),
    getScriptSnapshot: (name) => {
      const text = name.endsWith(models) ? now : ts.sys.readFile(name)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  })

  function errors(generated: string, files = doors): string[] {
    now = generated
    version++
    return files.flatMap((door) => service.getSemanticDiagnostics(door)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }

  // Each class with the text of its fields' declarations.
  const classes = [...written.matchAll(/export class (\w+) \{\n((?: {4}|\t)[ \t]*[\s\S]*?)\n\s*\n/g)].map(([, name = '', fields = '']) => ({ name, fields }))

  it('agree with the bindings as they are', () => {
    expect(errors(written)).toEqual([])
    expect(classes.length).toBe(written.split('export class').length - 1)
  })

  /** The errors when a field of a class is declared in another way. */
  function changed({ name, fields }: { name: string; fields: string }, change: (field: string) => string): string {
    const lines = fields.split('\n')
    // Another field in each class, so that they are not all the first.
    const at = name.length % lines.length
    const other = lines.map((line, i) => (i === at ? change(line) : line)).join('\n')
    expect(other).not.toBe(fields)
    return errors(written.replace(`export class ${name} {\n${fields}`, `export class ${name} {\n${other}`)).join('\n')
  }

  it.each(classes)('do not compile when a field of $name is renamed in Go', (one) => {
    expect(changed(one, (field) => field.replace(/\w+/, 'renamed'))).toMatch(/only in (Go|views\.ts)/)
  })

  it('do not compile when a field is added in Go, or of another sort', () => {
    const one = classes.find(({ name }) => name === 'HitView')
    if (!one) throw new Error('there is no HitView')
    expect(changed(one, (field) => `${field} added: string;`)).toContain('added: only in Go')
    expect(changed(one, (field) => field.replace(/: .*;/, ': Date;'))).toContain('an object in Go')
    expect(changed(one, (field) => field.replace(/: .*;/, ': any;'))).toContain('any on one side')
  })

  it('let the texts of a service through: renamed ones do not compile where they are used, new ones wait for a screen', () => {
    const service = 'export class ServiceView {\n'
    const renamed = written.replace(/(export class ServiceView \{[^}]*?)summary: string;/, '$1renamed: string;')
    expect(errors(renamed)).toEqual([])
    expect(errors(renamed, [user]).join()).toContain("'summary' does not exist")
    expect(errors(written.replace(service, `${service}    added: string;\n`), [...doors, user])).toEqual([])
    expect(errors(written.replace(service, `${service}    added: number;\n`)).join()).toContain('added: only in Go')
  })
})
