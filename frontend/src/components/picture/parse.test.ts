import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePicture } from './parse'

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 720">${inside}</svg>`

describe('parsePicture', () => {
  it('reads a drawing', () => {
    const picture = parsePicture(svg('<g><rect width="3" height="2"/><text x="1" y="2">Chạm</text></g>'))
    expect(picture?.querySelector('text')?.textContent).toBe('Chạm')
  })

  it('draws a part of the drawing again, as on paper', () => {
    expect(parsePicture(svg('<defs><g id="s-1"><path d="M0 0h1"/></g></defs><use href="#s-1"/>'))?.querySelector('use')).not.toBeNull()
  })

  it.each([
    ['a part of another document', svg('<use href="https://example.com/x.svg#a"/>')],
    ['a part of another document, by the old name', svg('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x.svg#a"/>')],
    ['words that pop up', svg('<title>Mở</title>')],
    ['a script', svg('<script>alert(1)</script>')],
    ['a style', svg('<style>*{fill:red}</style>')],
    ['a foreign object', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>')],
    ['an image', svg('<image href="https://example.com/x.png"/>')],
    ['a link', svg('<a href="https://example.com/"><rect/></a>')],
    ['a handler', svg('<rect onclick="alert(1)"/>')],
    ['a style attribute', svg('<rect style="fill:red"/>')],
    ['a reference', svg('<path href="#x"/>')],
    ['a use of what lies elsewhere', svg('<use href="https://example.com/x.svg#x"/>')],
    ['another document', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['nothing', ''],
  ])('refuses %s', (_, source) => {
    expect(parsePicture(source)).toBeNull()
  })

  // Whatever paper is drawn with is shown at the print desk, too.
  it.each(readdirSync('../backend/handout/testdata').filter((name) => name.endsWith('.svg')))('reads the sheet %s', (name) => {
    expect(parsePicture(readFileSync(`../backend/handout/testdata/${name}`, 'utf8'))).not.toBeNull()
  })
})
