import { render } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import type { Example } from './example'
import Examples from './Examples.svelte'

const components = Object.keys(import.meta.glob('../components/**/*.svelte'))
const modules = import.meta.glob<{ examples: Example[] }>('../components/**/*.examples.ts', { eager: true })

const folder = (path: string) => path.replace(/\/[^/]+$/, '')

describe('examples', () => {
  it('stand beside the components of every folder', () => {
    const shown = new Set(Object.keys(modules).map(folder))
    // Lists are cut into pages by measuring them, which needs real items: screens show them.
    const elsewhere = ['../components/pages', '../components/sheets']
    expect([...new Set(components.map(folder))].filter((f) => !shown.has(f) && !elsewhere.includes(f))).toEqual([])
  })

  it('are all drawn', () => {
    const { container } = render(Examples)
    const wanted = Object.values(modules).flatMap((m) => m.examples)
    expect(container.querySelectorAll('figure').length).toBe(wanted.length)
    for (const figure of container.querySelectorAll('figure')) {
      const name = figure.getAttribute('aria-label') ?? ''
      const stage = figure.querySelector('.stage')
      const drawn = (stage?.childElementCount ?? 0) > 0 || stage?.textContent?.trim() !== ''
      expect(drawn, name).toBe(!name.endsWith('(nothing)'))
    }
  })
})
