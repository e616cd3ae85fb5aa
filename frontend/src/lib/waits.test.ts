import { expect, it } from 'vitest'
import { largestText, type Screen, type TextSize } from './session.svelte'
import { waits } from './waits'

const times = { quiet: 120, quietBusy: 240, warning: 40, attract: 90 }
const service = 'khai-sinh'

it.each<[string, Screen, boolean, TextSize, { quiet: number; warning: number }]>([
  ['asleep', { name: 'attract' }, false, 0, { quiet: Infinity, warning: 0 }],
  ['the first screen', { name: 'home' }, false, 0, { quiet: 90, warning: 0 }],
  ['the first screen in the largest letters', { name: 'home' }, false, largestText, { quiet: 90, warning: 0 }],
  ['staff are called from there', { name: 'home' }, true, 0, { quiet: 240, warning: 40 }],
  ['a page', { name: 'service', service }, false, 0, { quiet: 120, warning: 40 }],
  ['larger letters', { name: 'service', service }, false, 2, { quiet: 120, warning: 40 }],
  ['the largest letters', { name: 'service', service }, false, largestText, { quiet: 120, warning: 60 }],
  ['hands are busy with a phone', { name: 'step', service, answers: {}, index: 0 }, false, largestText, { quiet: 240, warning: 60 }],
  ['the desk, in whatever letters', { name: 'staff' }, false, largestText, { quiet: 300, warning: 40 }],
])('%s', (_, screen, calling, textSize, limits) => {
  expect(waits({ screen, calling, textSize }, times)).toEqual(limits)
})

it('waits for ever before the program has said how long', () => {
  expect(waits({ screen: { name: 'search' }, calling: false, textSize: 0 }, undefined)).toEqual({ quiet: Infinity, warning: 0 })
})
