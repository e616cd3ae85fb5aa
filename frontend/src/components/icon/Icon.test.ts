import { readFileSync } from 'node:fs'
import { render } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { draw } from '../../../icons'
import Icon from './Icon.svelte'
import { signs, tiles } from './drawn'

const inPacks = [
  'baby', 'heart', 'flower-2', 'house', 'id-card', 'stamp', 'shield-plus', 'map', 'store', 'bike',
  'hand-heart', 'graduation-cap', 'zap', 'sprout', 'shield-alert',
]

const drawn = (name: string) => render(Icon, { name }).container.innerHTML

it('has an icon of its own for every name a pack may use', () => {
  expect(new Set([...inPacks, 'không có'].map(drawn)).size).toBe(inPacks.length + 1)
})

it('draws an unknown name as a question mark', () => {
  expect(drawn('rocket')).toBe(drawn('circle-help'))
  expect(drawn('rocket')).toContain(signs.unknown)
})

it('is what lucide draws today (npm run icons)', () => {
  expect(readFileSync('src/components/icon/drawn.ts', 'utf8')).toBe(draw())
})

it('is made of whole outlines', () => {
  for (const path of [...Object.values(tiles), ...Object.values(signs)]) expect(path).toMatch(/^M[-\d.MmLlHhVvCcSsQqTtAaZz, ]+$/)
})
