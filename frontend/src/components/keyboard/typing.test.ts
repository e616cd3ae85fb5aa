import { expect, it } from 'vitest'
import { Typing } from './typing.svelte'

function typed(keys: string, typing = new Typing()): Typing {
  for (const key of keys) {
    if (key === ' ') typing.space()
    else if (key === '<') typing.backspace()
    else typing.key(key)
  }
  return typing
}

it.each([
  ['ddawng kys khai sinh', 'đăng ký khai sinh'],
  ['dduwowcj<<', 'đư'],
  ['hoafn<', 'hoà'],
  ['a<<<b', 'b'],
  // Keys that only looked like marks are letters again as soon as no word can come of them.
  ['text excel google giaysinh khaisinh', 'text excel google giaysinh khaisinh'],
  ['texxt gooogle', 'text google'],
  // But what has been written with marks on purpose stays.
  ['ddang kyskhai dduwowcjcho ddks', 'đang kyskhai đượccho đks'],
  ['DDaklak xe may', 'Đaklak xe may'],
  // A u that was typed comes back; one that only w made does not.
  ['hww huww HWW HUWW thww thuww', 'hw huw HW HUW thw thuw'],
  ['TRWOWNGF NWOWCS THWR DDWOWCJ', 'TRƯỜNG NƯỚC THỬ ĐƯỢC'],
])('types %s', (keys, text) => {
  const typing = typed(keys)
  expect(typing.text).toBe(text)
  expect(typing.caret).toBe(text.length)
})

it('brings back no keys that it has not seen', () => {
  const typing = new Typing('tẽ')
  expect(typed('t', typing).text).toBe('tẽt')
  typing.replace('')
  typed('te', typing).tone('ngã')
  expect(typed('t', typing).text).toBe('tẽt')
})

it('makes one space of many, and none at the beginning', () => {
  expect(typed('   a   b').text).toBe('a b')
})

it('types at the caret and into what is selected', () => {
  const typing = new Typing('khai sinh')
  typing.select(4)
  typing.tone('sắc')
  expect([typing.text, typing.caret]).toEqual(['khái sinh', 4])
  typing.letter('ơ')
  typing.backspace()
  expect([typing.text, typing.caret]).toEqual(['khái sinh', 4])
  typing.select(9, 5)
  typing.backspace()
  expect(typing.text).toBe('khái ')
  typing.select(0, 5)
  typing.key('b')
  expect([typing.text, typing.caret]).toEqual(['b', 1])
})

it('holds so many visible letters and no more', () => {
  const typing = typed('a e i o u a e i', new Typing('', 8))
  expect(typing.text).toBe('a e i o ')
  typing.backspace()
  typing.backspace()
  typed('ow', typing)
  expect(typing.text).toBe('a e i ơ')
  typing.insert('😀😀😀')
  expect(typing.text).toBe('a e i ơ😀')
  expect(typed('b', typing).text).toBe('a e i ơ😀')
  // A mark needs no room.
  typing.replace('12345 ho')
  expect(typed('f', typing).text).toBe('12345 hò')
})

it('starts with a text, cleans what comes from elsewhere and clears', () => {
  const typing = new Typing('Giấy\r\nkhai\tsinh\u0000\u202e'.normalize('NFD'))
  expect(typing.text).toBe('Giấy khai sinh ')
  typing.clear()
  expect([typing.text, typing.caret, typing.empty]).toEqual(['', 0, true])
})

it('follows the method', () => {
  const typing = new Typing()
  typing.method = 'vni'
  expect(typed('d9a8ng ky1', typing).text).toBe('đăng ký')
  typing.method = 'off'
  typing.clear()
  expect(typed('kys a1', typing).text).toBe('kys a1')
})
