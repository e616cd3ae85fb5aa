// The signs of the window are drawn once, in the page itself, and not in its
// JavaScript: they are no program, and a browser reads a page faster.

import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Where the page carries them: hidden, for <use>. */
export function carrySigns() {
  const svg = readFileSync('src/components/icon/signs.svg', 'utf8')
  return { tag: 'div', attrs: { hidden: true }, children: svg.replace(/<!--.*?-->\n/, ''), injectTo: 'body-prepend' as const }
}

export function signs(): Plugin {
  return { name: 'signs', transformIndexHtml: () => [carrySigns()] }
}
