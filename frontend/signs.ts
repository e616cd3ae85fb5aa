// The signs of the window are drawn once, in the page itself, and not in its
// JavaScript: they are no program, and a browser reads a page faster.

import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const drawings = ['src/components/icon/signs.svg', 'src/components/scan-help/scan.svg']

/** Where the page carries them: hidden, for <use>. */
export function carrySigns() {
  const children = drawings.map((file) => readFileSync(file, 'utf8').replace(/<!--.*?-->\n/, '').replaceAll('\n', '')).join('')
  return { tag: 'div', attrs: { hidden: true }, children, injectTo: 'body-prepend' as const }
}

export function signs(): Plugin {
  return { name: 'signs', transformIndexHtml: () => [carrySigns()] }
}
