import { readFileSync } from 'node:fs'
import { render } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { draw } from '../../../icons'
import { carrySigns } from '../../../signs'
import Icon from './Icon.svelte'

it('is what lucide draws today (npm run icons)', () => {
  for (const [name, text] of Object.entries(draw())) expect(readFileSync(`src/components/icon/${name}`, 'utf8')).toBe(text)
})

it('is made of whole outlines', () => {
  const paths = [...draw()['signs.svg'].matchAll(/ d="(.*)"/g)].map(([, path]) => path)
  expect(paths.length).toBeGreaterThan(20)
  for (const path of paths) expect(path).toMatch(/^M[-\d.MmLlHhVvCcSsQqTtAaZz, ]+$/)
})

it('shows a sign that the page carries, and says nothing of it', () => {
  document.body.innerHTML = carrySigns().children
  const svg = render(Icon, { name: 'back' }).container.firstElementChild
  const id = svg?.querySelector('use')?.getAttribute('href')
  expect(id).toBe('#sign-back')
  expect(document.querySelector(`path${id}`)?.getAttribute('d')).toMatch(/^M/)
  expect(svg?.getAttribute('aria-hidden')).toBe('true')
})
