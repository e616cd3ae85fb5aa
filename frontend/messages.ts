// Writes the compiled messages shorter for the window that ships: paraglide
// makes four functions of each, and a runtime for addresses, cookies and
// servers. The window needs one function, and to know its language.

import type { Plugin } from 'vite'

const generated = /\/src\/paraglide\/messages\/(\w+)\.js$/

/** What the window uses of paraglide's runtime. */
export const runtime = `export const baseLocale = 'vi'
export const isLocale = (locale) => locale === 'vi' || locale === 'en'
export let getLocale = () => baseLocale
export const overwriteGetLocale = (get) => { getLocale = get }
export const english = () => getLocale() === 'en'
`

/** One message of both languages; null if paraglide writes them in another way than known. */
export function compact(name: string, code: string): string | null {
  const text = (language: string) =>
    new RegExp(`const ${language}_${name} = .*? \\((i?)\\) => \\{\\s*return /\\*\\* @type \\{LocalizedString\\} \\*/ \\((\`(?:[^\`\\\\]|\\\\.)*\`)\\)\\s*\\};`, 's').exec(code)
  const [vi, en] = [text('vi'), text('en')]
  const others = code.match(/^const \w+/gm)?.length !== 2
  if (!vi || !en || others || !code.includes(`export const ${name} =`)) return null
  // Whoever forgets an input is told by the type checker.
  const body = `english() ? ${en[2]} : ${vi[2]}`.replaceAll('${i?.', '${i.')
  return `import { english } from '../runtime.js'\nexport const ${name} = (${vi[1] || en[1]}) => ${body}\n`
}

/** Compacts every message; one that is written in another way fails the build. */
export function compactMessages(): Plugin {
  return {
    name: 'compact-messages',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id.endsWith('/src/paraglide/runtime.js') ? runtime : undefined),
    transform(code, id) {
      const name = generated.exec(id)?.[1]
      if (!name || name === '_index') return undefined
      const short = compact(name, code)
      if (short === null) this.error(`messages.ts does not understand how ${id} is written`)
      return { code: short, map: null }
    },
  }
}
