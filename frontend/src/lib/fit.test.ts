import { tick } from 'svelte'
import { afterEach, expect, it } from 'vitest'
import { Fit } from './fit.svelte'

const boxes: HTMLElement[] = []
afterEach(() => boxes.splice(0).forEach((box) => box.remove()))

/** A box of the given height whose content takes less room at each level. */
function box(fit: Fit, height: number, content: number[]): HTMLElement {
  const node = document.createElement('div')
  Object.defineProperty(node, 'clientHeight', { value: height })
  Object.defineProperty(node, 'scrollHeight', { get: () => content[fit.level] ?? 0 })
  document.body.append(node)
  boxes.push(node)
  return node
}

async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await tick()
}

const cases: [string, number, number[], number][] = [
  ['leaves what fits alone', 3, [90, 80, 70, 60], 0],
  ['goes up until it fits', 3, [130, 120, 100, 60], 2],
  ['stops at its highest level', 3, [130, 120, 110, 105], 3],
  ['takes a pixel of rounding for fitting', 3, [101, 80, 70, 60], 0],
]

it.each(cases)('%s', async (_, highest, content, level) => {
  const fit = new Fit(highest, () => undefined)
  fit.box(box(fit, 100, content))
  await settled()
  expect(fit.level).toBe(level)
})

it('starts from the beginning when the content changes', async () => {
  const fit = new Fit(2, () => undefined)
  const content = [130, 90, 80]
  const leave = fit.box(box(fit, 100, content))
  await settled()
  expect(fit.level).toBe(1)
  if (typeof leave === 'function') leave()
  content.splice(0, 1, 50)
  fit.box(box(fit, 100, content))
  await settled()
  expect(fit.level).toBe(0)
})
