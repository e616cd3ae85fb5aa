import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { tells } from './tells'

it('tells words in a new element each time, and the same words once', () => {
  const place = document.createElement('div')
  tells('Trang 1')(place)
  const first = place.firstElementChild
  expect(first?.textContent).toBe('Trang 1')
  tells('Trang 1')(place)
  expect(place.firstElementChild).toBe(first)
  tells('Trang 2')(place)
  expect(place.children).toHaveLength(1)
  expect(place.firstElementChild).not.toBe(first)
  expect(place.textContent).toBe('Trang 2')
  tells('')(place)
  expect(place.childNodes).toHaveLength(0)
})

// A place whose changes are announced is told by tells, or holds elements that come and go with what they say.
it('every place where something is told is told so that it is heard', () => {
  const silent: string[] = []
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'))) {
    const [markup = ''] = readFileSync(`src/${file}`, 'utf8').replace(/<script[\s\S]*?<\/script>/g, '').split('<style>')
    expect(markup, file).not.toContain('<output')
    for (const [tag, name] of markup.matchAll(/<(\w+)[^>]*\b(?:aria-live=|role="(?:status|alert|log)")(?:[^>{]|\{[^}]*\}|=>)*>/g)) {
      const after = markup.slice(markup.indexOf(tag) + tag.length)
      const holdsElements = name !== 'p' && name !== 'span' && /^\s*(\{#(if|each)[^}]*\})?\s*</.test(after)
      if (!tag.includes('{@attach tells(') && !holdsElements) silent.push(`${file}: ${tag}`)
    }
    // What arrives together with its place is not heard.
    for (const [found] of markup.matchAll(/\{#if [^}]*\}\s*<\w+[^>]*(?:role="(?:status|alert)")[^>]*>/g)) silent.push(`${file}: ${found}`)
  }
  expect(silent).toEqual([])
})
