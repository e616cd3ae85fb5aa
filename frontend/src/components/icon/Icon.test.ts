import { readFileSync } from 'node:fs'
import { render } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { draw } from '../../../icons'
import Icon, { type Sign } from './Icon.svelte'
import { signs } from './drawn'

it('draws each sign with its own path, and says nothing of it', () => {
  for (const name of Object.keys(signs) as Sign[]) {
    const svg = render(Icon, { name }).container.firstElementChild
    expect(svg?.querySelector('path')?.getAttribute('d')).toBe(signs[name])
    expect(svg?.getAttribute('aria-hidden')).toBe('true')
  }
})

it('is what lucide draws today (npm run icons)', () => {
  expect(readFileSync('src/components/icon/drawn.ts', 'utf8')).toBe(draw())
})

it('is made of whole outlines', () => {
  for (const path of Object.values(signs)) expect(path).toMatch(/^M[-\d.MmLlHhVvCcSsQqTtAaZz, ]+$/)
})
