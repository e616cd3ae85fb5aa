// Leaves out of Svelte what this window never does. It never takes over a page
// that a server has drawn; no component waits inside its own markup, is written
// as of old, moves by itself or has a style attribute; no state is watched in its
// depth. Svelte means most of this to fall away where nobody asks for it, but the
// bundler does not see that.

import type { Plugin } from 'vite'

/** A piece of a file of Svelte, and what stands there instead. */
type Cut = readonly [what: RegExp, instead: string]

/**
 * What mounts the window: Svelte's own boundary without the markup for what
 * waits and for what failed. Effects still wait until all is in the document.
 */
const boundary = `
import { BOUNDARY_EFFECT, EFFECT_PRESERVED, EFFECT_TRANSPARENT } from '#client/constants'
import { current_batch } from '../../reactivity/batch.js'
import { block, branch } from '../../reactivity/effects.js'
import { defer_effect } from '../../reactivity/utils.js'
import { active_effect } from '../../runtime.js'

export class Boundary {
  is_pending = true
  #waiting = new Map()
  constructor(node, children) {
    block(() => {
      branch(() => {
        active_effect.b = this
        active_effect.f |= BOUNDARY_EFFECT
        children(node)
      })
      this.is_pending = false
      current_batch.transfer_reactions(this.#waiting)
    }, EFFECT_TRANSPARENT | EFFECT_PRESERVED)
  }
  defer_effect(effect) { defer_effect(effect, this.#waiting) }
  error(error) { throw error }
}

export const boundary = (node, _, children) => void new Boundary(node, children)
export const pending = () => 0
`

/** By the file's path in Svelte. */
export const cuts: Readonly<Record<string, readonly Cut[]>> = {
  'client/dom/hydration.js': [
    [/export let hydrating = false;/, 'export const hydrating = false;'],
    [/hydrating = value;/, ''],
  ],
  'client/reactivity/async.js': [[/(?<=export function flatten\(blockers, sync, async, fn\) \{\n)[^]*?(?=\n\})/, '\tfn(sync.map(derived));']],
  'client/dom/blocks/boundary.js': [
    [/^[^]*function boundary\(node, props, children, transform_error\) \{[^]*batch\.transfer_reactions\(this\.#dirty_reactions\)[^]*$/, boundary],
  ],
  'client/dom/blocks/each.js': [
    [/= \(flags & EACH_IS_ANIMATED\) !== 0;/, '= false;'],
    [/= should_defer_append\(\);/, '= false;'],
  ],
  'client/dom/blocks/branches.js': [[/= should_defer_append\(\);/, '= false;']],
  'client/dom/blocks/key.js': [[/= !is_runes\(\);/, '= false;']],
  // Lists and objects in the state are replaced, never changed: nothing watches what is in them.
  'client/proxy.js': [[/(?<=export function proxy\(value\) \{\n)[^]*?(?=\n\}\n\n\/\*\*[^/]*\*\/\nfunction get_label)/, '\treturn value;']],
  'client/reactivity/sources.js': [
    [/\tis_runes\(\) &&/, ''],
    [/\tis_runes\(\) &&/, ''],
    [/= is_runes\(\);/, '= true;'],
  ],
  'client/runtime.js': [[/\tis_runes\(\) &&/, '']],
  'shared/attributes.js': [[/if \(value\) \{\n\t*\/\/ strip comments[^]*?\n\t\t\}\n/, '']],
}

const inside = '/svelte/src/internal/'

/** A file of Svelte without what is cut; undefined: nothing is cut from it. Throws if it is written in another way than known. */
export function lean(id: string, code: string): string | undefined {
  const [, file = ''] = id.split(inside)
  return cuts[file]?.reduce((left, [what, instead]) => {
    if (!what.test(left)) throw new Error(`unused.ts does not know how ${file} of Svelte is written: no ${what}`)
    return left.replace(what, () => instead)
  }, code)
}

/**
 * A compiled component without the calls that keep count of a server's
 * elements, and without word of the slots that older components ask for.
 * Throws if it needs what is cut from Svelte.
 */
export function leanComponent(code: string): string {
  const needs = /\$\.(proxy(?=\(\s*[[{])|boundary|pending|async|slot|sanitize_slots|legacy_\w+|animation|transition|set_style(?=\(\w+, (?!'')))\(/.exec(code)
  if (needs) throw new Error(`the window's Svelte has no ${needs[1]}: see unused.ts`)
  return code.replace(/^\s*\$\.(reset|next)\([\w$]*\);\n/gm, '').replace(/,\s*\$\$slots: \{[^{}]*\}/g, '')
}

/** Cuts Svelte and all components while the window is built. */
export function leaveOutUnused(): Plugin {
  const seen = new Set<string>()
  return {
    name: 'leave-out-unused',
    apply: 'build',
    enforce: 'post', // after components are compiled
    transform(code, id) {
      const cut = id.endsWith('.svelte') ? leanComponent(code) : lean(id, code)
      if (cut === undefined) return undefined
      seen.add(id.split(inside)[1] ?? '')
      return { code: cut, map: null }
    },
    buildEnd(error) {
      const missing = Object.keys(cuts).filter((file) => !seen.has(file))
      if (!error && missing.length > 0) this.error(`unused.ts finds no ${missing.join(', ')} in Svelte`)
    },
  }
}
