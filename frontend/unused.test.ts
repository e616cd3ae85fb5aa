// @vitest-environment node
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { Window } from 'happy-dom'
import { build, type Plugin } from 'vite'
import { expect, it, vi } from 'vitest'
import { cuts, lean, leanComponent, leaveOutUnused } from './unused'

/** A window with what ours has: conditions, lists, components in components, effects, and faults of a program. */
const files: Record<string, string> = {
  'main.js': `
    import { flushSync, mount } from 'svelte'
    import Outer from './Outer.svelte'
    mount(Outer, { target: document.body, props: { log } })
    flushSync()
    log(document.body.textContent)
    for (const button of document.querySelectorAll('button')) {
      try { button.click(); flushSync() } catch (err) { log('thrown: ' + err.message) }
      log(document.body.textContent)
    }`,
  'Outer.svelte': `
    <script>
      import { onMount } from 'svelte'
      import Inner from './Inner.svelte'
      let { log } = $props()
      let list = $state.raw([{ key: 1 }, { key: 2 }])
      let wrong = $state(false)
      let last = $derived(list.at(-1)?.key ?? 0)
      onMount(() => { log('outer is mounted'); return () => log('outer is gone') })
      $effect.pre(() => log('before ' + last))
      $effect(() => log('after ' + last + ' ' + document.querySelectorAll('li').length))
      $effect(() => { if (wrong) throw new Error('by an effect') })
    </script>
    <h1>{last} of <b>{list.length}</b>, {String(last)}</h1>
    {#if last > 2}<p>many</p>{:else if last === 1}<p>one</p>{:else}<p>few</p>{/if}
    <ul>{#each list as { key } (key)}<Inner {log} {key}>{#snippet children(say)}<i>{say}</i> {key * 10}{/snippet}</Inner>{:else}<li>none</li>{/each}</ul>
    {#key last}<em class={{ odd: last % 2 }}>{last}</em>{/key}
    <button onclick={() => list = [...list, { key: last + 1 }]}></button>
    <button onclick={() => { list = [...list].reverse() }}></button>
    <button onclick={() => { list = list.slice(0, 1) }}></button>
    <button onclick={() => { list = [] }}></button>
    <button onclick={() => { wrong = true }}></button>
    <button onclick={() => { list = [{ key: 7 }] }}></button>`,
  'Inner.svelte': `
    <script>
      import { onMount } from 'svelte'
      let { log, key, children } = $props()
      onMount(() => { log('inner ' + key + ' is mounted'); return () => log('inner ' + key + ' is gone') })
    </script>
    <li style:order={key}>{@render children(String(key))}</li>`,
}

const fromMemory: Plugin = {
  name: 'from-memory',
  enforce: 'pre',
  resolveId: (id) => (basename(id) in files ? join(import.meta.dirname, basename(id)) : undefined),
  load: (id) => files[basename(id)],
}

async function program(...plugins: Plugin[]): Promise<string> {
  vi.stubEnv('NODE_ENV', 'production')
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    plugins: [fromMemory, svelte({ configFile: false, compilerOptions: { runes: true } }), ...plugins],
    build: { write: false, modulePreload: false, rolldownOptions: { input: 'main.js' } },
  })
  if (!('output' in built)) throw new Error('vite gave no output')
  return built.output[0].code
}

/** What a program says while it is used. */
function run(code: string): string[] {
  const window = new Window()
  const said: string[] = []
  const globals = { window, document: window.document, navigator: window.navigator, log: (what: string) => said.push(what.replace(/\s+/g, ' ').trim()) }
  const dom = Object.fromEntries(['Element', 'Node', 'Text', 'Comment', 'HTMLElement', 'DocumentFragment'].map((name) => [name, window[name as 'Node']]))
  const names = { ...globals, ...dom }
  new Function(...Object.keys(names), code)(...Object.values(names))
  return said
}

it('leaves a window that does the same', async () => {
  const [whole, less] = await Promise.all([program(), program(leaveOutUnused())])
  const said = run(less)
  expect(said).toEqual(run(whole))
  expect(said).toContain('outer is mounted')
  expect(said).toContain('thrown: by an effect')
  expect(said.at(-1)).toContain('7 of 1')
  expect(less.length).toBeLessThan(whole.length - 5000)
}, 60_000)

const source = (file: string) => readFileSync(`node_modules/svelte/src/internal/${file}`, 'utf8')

it.each(Object.keys(cuts))('knows how Svelte is written: %s', (file) => {
  const id = `/x/node_modules/svelte/src/internal/${file}`
  expect(lean(id, source(file))).not.toBe(source(file))
  expect(() => lean(id, '')).toThrow(file)
})

it('cuts nothing else', () => {
  expect(lean('/x/src/lib/load.ts', 'export {}')).toBeUndefined()
  expect(lean('/x/node_modules/svelte/src/internal/client/render.js', source('client/render.js'))).toBeUndefined()
})

it('takes out of a component what counts for a server only', () => {
  expect(leanComponent('a();\n\n\t$.reset(div_1);\n\t$.next(2);\n\tb();\n')).toBe('a();\n\tb();\n')
  expect(leanComponent('A(node, {\n\tx,\n\t$$slots: { default: true, low: true }\n});')).toBe('A(node, {\n\tx\n});')
  expect(leanComponent('$.append($$anchor, reset(div));')).toBe('$.append($$anchor, reset(div));')
})

it.each(['proxy([])', 'proxy({ a: 1 })', 'boundary(node, {}, f)', 'pending()', 'async(node, [], [], f)', 'slot(node, $$props)', 'animation(li, () => flip)', 'transition(3, p, () => fade)', 'legacy_pre_effect(a, b)', 'set_style(p, look(), styles, {})'])('refuses a component that needs what is cut: %s', (call) => {
  expect(() => leanComponent(`$.${call}`)).toThrow(/has no \w+/)
})
