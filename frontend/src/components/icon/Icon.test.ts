import { render } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import Icon from './Icon.svelte'

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
})
