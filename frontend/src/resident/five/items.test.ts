import { beforeEach, expect, it } from 'vitest'
import { items, place } from './items'

beforeEach(() => document.body.replaceChildren())

/** What is heard of a screen, item by item; * is what can be chosen. */
function heard(html: string): string[] {
  document.body.innerHTML = html
  const root = place(document)
  return root ? items(root, (element) => !element.hasAttribute('hidden')).map(({ texts, acts }) => (acts ? '* ' : '') + texts.join(' | ')) : []
}

const screen = (html: string) => `<div class="resident">${html}</div>`

it('says what the screen is about first, then the rest of it, the ways on and the tools', () => {
  expect(
    heard(screen('<header><button>Nghe</button></header><main><p>Câu 1 trên 4</p><h1>Ai đi làm?</h1><ul><li>Một</li><li><button>Hai</button></li></ul></main><footer><button>Quay lại</button></footer>')),
  ).toEqual(['Ai đi làm?', 'Câu 1 trên 4', 'Một', '* Hai | Nút bấm', '* Quay lại | Nút bấm', '* Nghe | Nút bấm'])
})

it('says pictures by their names, and nothing that is only to be looked at', () => {
  expect(
    heard(screen('<main><svg role="img" aria-label="Mã QR mở trang"><path/></svg><span aria-hidden="true">→</span><p hidden>ẩn</p><div role="status">Đang mở</div><svg aria-hidden="true"></svg></main>')),
  ).toEqual(['Mã QR mở trang'])
})

it('says how a button stands', () => {
  expect(
    heard(screen('<main><button aria-pressed="true">A</button><button aria-pressed="false">B</button><button role="radio" aria-checked="true">C</button><button aria-disabled="true" aria-label="Chữ nhỏ hơn">A−</button></main>')),
  ).toEqual(['* A | Nút đang chọn', '* B | Nút chưa chọn', '* C | Nút đang chọn', '* Chữ nhỏ hơn | Nút chưa bấm được'])
})

it('keeps words together that stand together, and parts what does not', () => {
  expect(heard(screen('<main><p>Mã: <strong>1.001</strong></p><dl><dt>Tên</dt><dd>Wi-Fi xã</dd></dl><figure>Quét <figcaption>tên trang</figcaption></figure></main>'))).toEqual([
    'Mã: 1.001',
    'Tên',
    'Wi-Fi xã',
    'Quét',
    'tên trang',
  ])
})

it('says only what lies over the screen while something does', () => {
  expect(heard(`${screen('<main><h1>Trang</h1></main>')}<div role="alertdialog" aria-labelledby="a"><h1 id="a">Còn đó không?</h1><button>Còn</button></div>`)).toEqual([
    'Còn đó không?',
    '* Còn | Nút bấm',
  ])
})

it('says once what a heading and the one button under it say', () => {
  expect(heard(screen('<main><h1>Mời chạm</h1><button aria-label="Mời chạm"></button></main>'))).toEqual(['* Mời chạm | Nút bấm'])
})

it('says the language of words that are not in that of the screen', () => {
  document.body.innerHTML = screen('<main><h1 lang="vi">Một</h1><p>Two</p></main>')
  expect(items(document.querySelector<HTMLElement>('.resident') ?? document.body, () => true).map(({ lang }) => lang)).toEqual(['vi', ''])
})
