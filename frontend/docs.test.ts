// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// docs/ says what the program does; what can be compared with the program is.
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
/** The files of a folder and of those in it whose names end so, seen from the root. */
const files = (folder: string, ...ends: string[]) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ends.some((end) => file.endsWith(end)))
    .map((file) => join(folder, file))
const system = read('docs/design-system.md')

/** The part of a text under a heading. */
function under(text: string, heading: string): string {
  const [, part = ''] = text.split(new RegExp(`^#+ ${heading}$`, 'm'))
  return part.split(/^#+ /m)[0] ?? ''
}

/** The rows of the tables of a text, without heads. */
function rows(text: string): string[][] {
  return [...text.matchAll(/^\|(.*)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')))
    .filter((cells, i, all) => !/^-+$/.test(cells[0] ?? '') && !/^-+$/.test(all[i + 1]?.[0] ?? ''))
}

const tokens = read('frontend/src/styles/tokens.css')
const [ordinary = ''] = tokens.split('\n}\n')
const token = (name: string) => new RegExp(`^  ${name}: ([^;]+);`, 'm').exec(ordinary)?.[1] ?? `${name} is not in tokens.css`

function light(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** How far two colours stand apart, as WCAG measures it. */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

describe('the design system', () => {
  it('has a section and a picture of every component, and of no other (make pictures)', () => {
    const components = files('frontend/src/components', '.svelte').map((file) => basename(file, '.svelte')).sort()
    const [, written = ''] = system.split(/^## Components$/m)
    expect([...written.matchAll(/^### (.*)$/gm)].map(([, name]) => name)).toEqual(components)
    for (const name of components) expect(under(written, name), `docs/design-system.md, ${name}`).toContain(`![${name}](design/${name}.png)`)
    expect(readdirSync(join(root, 'docs/design')).map((file) => basename(file, '.png')).sort()).toEqual(components)
  })

  it('says of each component when to use it or its rules', () => {
    const [, written = ''] = system.split(/^## Components$/m)
    for (const section of written.split(/^### /m).slice(1)) expect(section).toMatch(/- \*\*(Use|Rules)/)
  })

  it('has light pictures', () => {
    for (const file of readdirSync(join(root, 'docs/design'))) expect(readFileSync(join(root, 'docs/design', file)).length, file).toBeLessThan(25_600)
  })

  it('has the type and the room of tokens.css', () => {
    const type = rows(under(system, 'Type'))
    const sizes = type.filter(([name]) => name?.startsWith('--'))
    expect(sizes.length).toBe(8)
    for (const [name = '', px] of sizes) expect(`${16 * parseFloat(token(name))}`, name).toBe(px)
    const base = read('frontend/src/styles/base.css')
    const letters = type.filter(([name]) => name?.startsWith('text-'))
    expect(letters.length).toBe(4)
    for (const [name, times, px] of letters) {
      const written = new RegExp(`^html${name === 'text-0' ? '' : `\\.${name}`} \\{\\s*font-size: ([\\d.]+)px`, 'm').exec(base)?.[1]
      expect(written, name).toBe(px)
      expect(Number(px) / 16, name).toBe(Number(times))
    }
    const room = rows(under(system, 'Room'))
    expect(room.length).toBe(8)
    for (const [name = '', px] of room) expect(token(name)).toBe(`${px}px`)
  })

  it('has the colours of tokens.css, and how far they stand apart', () => {
    const colours = rows(under(system, 'Colours'))
    const named = new Set(colours.map(([name]) => name))
    for (const [name = '', value = '', on = '', ratio, means = ''] of colours) {
      expect(token(name), name).toBe(value)
      const apart = contrast(value, token(on))
      expect(apart.toFixed(2), `${name} on ${on}`).toBe(ratio)
      expect(apart, `${name} on ${on}`).toBeGreaterThanOrEqual(/edge/.test(means) ? 3 : 4.5)
    }
    // Whatever is not a ground or a hairline has its row.
    const strong = [...ordinary.matchAll(/(--[\w-]+): #/g)].map(([, name = '']) => name).filter((name) => !/paper|surface|line|tint/.test(name))
    expect(strong.filter((name) => !named.has(name))).toEqual([])
  })

  it('white on black stands apart by 7 : 1', () => {
    const [, block = ''] = /^\.contrast \{([^}]*)\}/m.exec(tokens) ?? []
    const dark = Object.fromEntries([...block.matchAll(/(--[\w-]+): (#\w{6});/g)].map(([, name = '', value = '']) => [name, value]))
    const on = (name: string, ground: string) => contrast(dark[name] ?? '', dark[ground] ?? '')
    // Every colour of the ordinary look has one of its own here.
    for (const [, name = ''] of ordinary.matchAll(/(--[\w-]+): #/g)) expect(Object.keys(dark), name).toContain(name)
    for (const name of ['--ink', '--ink-soft', '--indigo', '--madder', '--gold', '--leaf', '--secret-password', '--secret-passcode', '--secret-otp']) {
      expect(on(name, '--paper'), name).toBeGreaterThanOrEqual(7)
    }
    for (const ground of ['--indigo', '--indigo-deep', '--madder', '--leaf', '--gold']) expect(on('--on', ground), ground).toBeGreaterThanOrEqual(7)
    for (const ground of ['--line', '--indigo-line', '--indigo-tint', '--madder-tint', '--gold-tint', '--tint-rice', '--tint-leaf', '--tint-indigo', '--tint-madder']) {
      expect(on('--ink', ground), ground).toBeGreaterThanOrEqual(7)
    }
    for (const edge of Object.keys(dark).filter((name) => name.includes('edge'))) expect(on(edge, '--paper'), edge).toBeGreaterThanOrEqual(3)
  })

  it('knows of every movement that is longer than 160 ms, and why', () => {
    const long = rows(under(system, 'Motion')).map(([, ms, why = '']) => [Number(ms), why] as const)
    for (const [, why] of long) expect(why.length).toBeGreaterThan(20)
    const found = new Set<number>()
    for (const file of files('frontend/src', '.svelte', '.css')) {
      for (const [, moves = ''] of read(file).matchAll(/^\s*(?:animation|transition): ([^;]+);/gm)) {
        // Of each movement the first time is how long, the second how late.
        for (const move of moves.split(',')) {
          const [, time = '0'] = /([\d.]+)ms/.exec(move) ?? []
          expect(move, file).not.toMatch(/\d(\.\d+)?s\b/)
          if (Number(time) > 160) found.add(Number(time))
        }
      }
    }
    expect([...found].sort()).toEqual(long.map(([ms]) => ms).sort())
  })

  it('says what every sign means: one picture, one meaning', () => {
    const written = rows(under(system, 'Icons'))
    const signs = [...read('frontend/src/components/icon/signs.ts').matchAll(/'(\w+)'/g)].map(([, name]) => name)
    expect(written.map(([name]) => name).sort()).toEqual([...signs].sort())
    expect(new Set(written.map(([, means]) => means)).size).toBe(written.length)
    const drawings = [...read('frontend/src/components/icon/signs.svg').matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)
    expect(drawings).toHaveLength(written.length)
    expect(new Set(drawings).size, 'one picture, one meaning').toBe(written.length)
    const used = files('frontend/src', '.svelte', '.ts').filter((file) => !file.includes('components/icon/') && !file.includes('secret')).map(read).join('\n')
    expect(signs.filter((sign) => !new RegExp(`'${sign}'|"${sign}"`).test(used)), 'nobody shows them').toEqual([])
  })

  it('names the glasses that are tested', () => {
    const tested = [...read('frontend/e2e/glass.ts').matchAll(/\{ width: (\d+), height: (\d+) \}/g)].map(([, width, height]) => `${width}×${height}`)
    expect(rows(under(system, 'Glasses')).map(([glass]) => glass)).toEqual(tested)
  })

  it('has the times and ways of touch.ts', () => {
    const touch = under(system, 'Touch')
    const code = read('frontend/src/lib/touch.ts')
    for (const [name, unit] of [['away', 'px'], ['asking', 'ms'], ['far', 'px']] as const) {
      const [, value] = new RegExp(`const ${name} = (\\d+)`).exec(code) ?? []
      expect(touch, name).toContain(`${value} ${unit}`)
    }
    const [, calm] = /const calm = (\d+)/.exec(read('frontend/src/lib/kiosk.svelte.ts')) ?? []
    expect(touch).toContain(`${calm} ms`)
  })
})

/** Pages for people, and what they link to. */
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'backend/ARCHITECTURE.md', ...files('docs', '.md')]
const links = (page: string) =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to).filter((to) => !/^(https?|mailto):/.test(to))

/** A heading as GitHub's address of it. */
const slug = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-')

describe('the docs', () => {
  it('lead nowhere that is not there', () => {
    const dead: string[] = []
    for (const page of pages) {
      for (const to of links(page)) {
        const [path = '', part] = to.split('#')
        const file = path === '' ? page : join(dirname(page), path)
        if (!existsSync(join(root, file))) dead.push(`${page}: ${to}`)
        else if (part && file.endsWith('.md') && ![...read(file).matchAll(/^#+ (.*)$/gm)].some(([, heading = '']) => slug(heading) === part)) dead.push(`${page}: ${to}`)
      }
    }
    expect(dead).toEqual([])
  })

  it('show every picture that they have', () => {
    const shown = new Set(pages.flatMap((page) => links(page).map((to) => join(dirname(page), to))))
    const kept = files('docs', '.png')
    expect(kept.length).toBeGreaterThan(50)
    expect(kept.filter((file) => !shown.has(file)).sort()).toEqual([])
  })
})

describe('a picture of a screen', () => {
  it('is taken by a test, so that it is renewed', () => {
    const takers = [...files('backend/e2e/window', '.go'), ...files('frontend/e2e', '.pictures.ts')].map(read).join('\n')
    // step-3 is written "step-" and a number there.
    const names = files('docs/screens', '.png').map((file) => basename(file).replace(/(\d+-)?\d+x\d+\.png$/, ''))
    expect(names.filter((name) => !new RegExp(`["'/]${name}`).test(takers))).toEqual([])
  })
})

describe('a promise', () => {
  const promises = rows(read('docs/promises.md'))

  it('has letters as large as the table of EN 301 549 says', () => {
    const root = Number(/html\.text-3 \{\s*font-size: ([\d.]+)px/.exec(read('frontend/src/styles/base.css'))?.[1])
    const largest = tokens.split('\n.text-3 {')[1]?.split('\n}')[0] ?? ''
    const rem = (name: string) => Number(/^([\d.]+)rem$/.exec(new RegExp(`^  ${name}: ([^;]+);`, 'm').exec(largest)?.[1] ?? token(name))?.[1])
    // Capitals of Be Vietnam Pro, in millimetres on a monitor of 96 dpi.
    const capitals = (name: string) => rem(name) * root * 0.74 * (25.4 / 96)
    expect(capitals('--body')).toBeGreaterThanOrEqual(10)
    expect(capitals('--chrome')).toBeGreaterThanOrEqual(5)
    // 0.7 degrees from 85 and 40 cm.
    expect(Math.tan((0.7 * Math.PI) / 180) * 850).toBeLessThanOrEqual(capitals('--body'))
    expect(Math.tan((0.7 * Math.PI) / 180) * 400).toBeLessThanOrEqual(capitals('--chrome'))
  })

  it('has a test, a check by hand or a plain gap for each clause of EN 301 549, 5.1', () => {
    const clauses = rows(read('docs/en-301-549.md')).filter(([clause = '']) => /^[58]\.\d/.test(clause))
    expect(clauses.length).toBeGreaterThanOrEqual(24)
    const missing: string[] = []
    for (const [clause = '', , state = '', held = ''] of clauses) {
      expect(['yes', 'in part', 'no', 'does not apply'], clause).toContain(state)
      for (const [, file = '', title = ''] of held.matchAll(/`((?:frontend|backend)\/[^`]+)` ([^<]+?)(?=<br>|$)/g)) {
        if (!existsSync(join(root, file)) || !titles(file).includes(title.trim())) missing.push(`${clause}: ${file} has no "${title}"`)
      }
      if (state === 'yes' && !/`(frontend|backend)\/|by hand/.test(held)) missing.push(`${clause} is held by nothing`)
    }
    expect(missing).toEqual([])
  })

  it('is held by tests that are there', () => {
    expect(promises.length).toBeGreaterThan(25)
    const missing: string[] = []
    for (const [promise = '', held = ''] of promises) {
      const tests = held.split('<br>')
      for (const test of tests) {
        const [, file = '', title = ''] = /^`([^`]+)` (.+)$/.exec(test.trim()) ?? []
        if (file === '' || !existsSync(join(root, file))) missing.push(`${promise}: no file in "${test}"`)
        else if (!titles(file).some((known) => known === title)) missing.push(`${promise}: ${file} has no "${title}"`)
      }
    }
    expect(missing).toEqual([])
  })
})

/** What the tests of a file are called; what is filled in is "…". */
function titles(file: string): string[] {
  const code = read(file)
  if (file.endsWith('.go')) return [...code.matchAll(/^func (Test\w+)/gm)].map(([, name = '']) => name)
  return [...code.matchAll(/\b(?:test|it)\(\s*(['`])(.*?)\1,/g)].map(([, , title = '']) => title.replace(/\$\{[^}]*(\{[^}]*\})?[^}]*\}/g, '…'))
}
