// Keeps the resident's program small: the build fails when it grows over what
// a weak PC starts quickly, or when staff code gets into it.

import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Bytes of JavaScript, each file gzipped. */
export const limits = {
  /** The entry and all it imports before it runs. */
  first: 55_000,
  /** Everything a resident can reach, the keyboard included, and what shuts out the rest of the engine. Wanted: 70 kB (docs/benchmarks.md). */
  resident: 73_000,
  /** What only key 5 fetches: the kiosk by ear. */
  five: 6_000,
}

/** What is known of a built file. */
export interface Chunk {
  code: string
  isEntry: boolean
  /** Files it needs before it runs. */
  imports: readonly string[]
  /** Files it may fetch later. */
  dynamicImports: readonly string[]
  /** The source file that it was fetched for; null: several need it. */
  facadeModuleId: string | null
  /** Source files in it. */
  moduleIds: readonly string[]
}

/** What only the five keys need. */
const fiveOnly = /\/src\/resident\/five\//

const staffOnly = /\/src\/(staff\/|lib\/backend-staff\.)/

/** Sizes in bytes, and what is wrong with them, as sentences. */
export function weigh(chunks: ReadonlyMap<string, Chunk>): Record<keyof typeof limits, number> & { faults: string[] } {
  const entries = [...chunks].filter(([, chunk]) => chunk.isEntry).map(([name]) => name)
  const fetched = (what: RegExp) => (name: string) => what.test(chunks.get(name)?.facadeModuleId ?? '')
  const isStaff = fetched(staffOnly)
  const isFive = fetched(fiveOnly)
  const first = closure(chunks, entries, (chunk) => chunk.imports)
  const resident = closure(chunks, entries, (chunk) => [...chunk.imports, ...chunk.dynamicImports.filter((name) => !isStaff(name) && !isFive(name))])
  const five = [...closure(chunks, [...chunks.keys()].filter(isFive), (chunk) => chunk.imports)].filter((name) => !resident.has(name))
  const size = (names: Iterable<string>): number => [...names].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length, 0)

  const found = { first: size(first), resident: size(resident), five: size(five) }
  const faults = (['first', 'resident', 'five'] as const)
    .filter((what) => found[what] > limits[what])
    .map((what) => `the ${what} JavaScript is ${found[what]} bytes gzipped, over ${limits[what]}`)
  for (const name of resident) {
    for (const id of chunks.get(name)?.moduleIds ?? []) if (staffOnly.test(id)) faults.push(`residents load staff code: ${id} in ${name}`)
  }
  if (entries.length === 0) faults.push('nothing was built')
  return { ...found, faults }
}

function closure(chunks: ReadonlyMap<string, Chunk>, from: readonly string[], next: (chunk: Chunk) => readonly string[]): Set<string> {
  const all = new Set<string>()
  const waiting = [...from]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const chunk = chunks.get(name)
    if (!chunk || all.has(name)) continue
    all.add(name)
    waiting.push(...next(chunk))
  }
  return all
}

/** Fails a build that is over the limits. */
export function budget(): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    // After the code is in its last form.
    writeBundle(_, bundle) {
      const chunks = new Map(Object.entries(bundle).flatMap(([name, file]) => (file.type === 'chunk' ? [[name, file] as const] : [])))
      const { first, resident, five, faults } = weigh(chunks)
      if (faults.length > 0) this.error(faults.join('\n'))
      this.info(`first screen ${first} of ${limits.first} bytes gzipped, residents in all ${resident} of ${limits.resident}, the five keys ${five} of ${limits.five}`)
    },
  }
}

/** Has the browser fetch the fonts with the page, not when the first word is drawn. */
export function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => name.endsWith('.woff2'))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${name}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head-prepend' as const,
          })),
    },
  }
}
