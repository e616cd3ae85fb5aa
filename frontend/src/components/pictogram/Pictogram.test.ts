import { render } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { baby } from '../../lib/testing/pictogram'
import Pictogram from './Pictogram.svelte'

const drawn = (picture: string, size?: number) => render(Pictogram, { picture, ...(size ? { size } : {}) }).container

it('draws what the program sends, as large as it is told', () => {
  const svg = drawn(baby, 110).querySelector('svg')
  expect([svg?.getAttribute('width'), svg?.getAttribute('height')]).toEqual(['110', '110'])
  expect(svg?.querySelectorAll('circle, path, rect').length).toBeGreaterThan(4)
})

it('says nothing to a listener', () => {
  expect(drawn(baby).firstElementChild?.getAttribute('aria-hidden')).toBe('true')
  expect(drawn(baby).textContent).toBe('')
})

it('draws nothing from what is no picture', () => {
  const bad = ['', 'rocket', '<b>x</b>', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>']
  for (const picture of bad) expect(drawn(picture).querySelector('svg'), picture).toBeNull()
})

it('draws another one when it is given another one', async () => {
  const page = render(Pictogram, { picture: baby })
  const other = baby.replaceAll('circle', 'ellipse')
  await page.rerender({ picture: other })
  expect(page.container.querySelectorAll('svg')).toHaveLength(1)
  expect(page.container.querySelector('circle')).toBeNull()
})
