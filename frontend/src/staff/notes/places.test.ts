import { expect, it } from 'vitest'
import { placesOn } from './places'

const page = { name: 'step', step: { target: 'khai-sinh/ten-chau' } } as Parameters<typeof placesOn>[1]

/** A screen of which every piece has room. */
function glass(html: string): HTMLElement {
  const node = document.createElement('div')
  node.innerHTML = html
  document.body.replaceChildren(node)
  for (const piece of node.querySelectorAll<HTMLElement>('*')) piece.getBoundingClientRect = () => new DOMRect(100, 200, 300, 120)
  return node
}

it('a card is told by its label, and what it says', () => {
  const found = placesOn(glass('<main><h1>Điền tên</h1><li data-note="khai-sinh#fee"><h2>Bao nhiêu tiền</h2> <p>Hỏi cán bộ</p> <p>tỉnh quy định</p></li></main>'), page)
  expect(found.map(({ on }) => on)).toEqual(['Điền tên', 'Bao nhiêu tiền: Hỏi cán bộ, tỉnh quy định'])
})

it('the pencil of a number is in the corner of its card, of words in a line after them', () => {
  const [, card, line] = placesOn(glass('<main><h1>Điền tên</h1><div data-note="khai-sinh#fee">8.000</div><strong style="display: inline-block" data-note="khai-sinh#deadline">60 ngày</strong></main>'), page)
  expect((card?.left ?? 0) + 28).toBeLessThan(400)
  expect((line?.left ?? 0) + 28 - 18).toBeGreaterThan(400)
})
