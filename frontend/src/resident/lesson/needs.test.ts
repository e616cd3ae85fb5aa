import { expect, it } from 'vitest'
import { item } from '../../lib/testing/lesson'
import { afterOr, asksFirst, needsOf } from './needs'

it('keeps together what serves for each other', () => {
  const needs = needsOf([item('Giấy chứng sinh'), { ...item('Bản điện tử'), or: true }, { ...item('Giấy ủy quyền'), must: false }])
  expect(needs.map(({ items, must }) => [items.map(({ say }) => say), must])).toEqual([
    [['Giấy chứng sinh', 'Bản điện tử'], true],
    [['Giấy ủy quyền'], false],
  ])
})

it('begins anew when the first says it serves for nothing', () => {
  expect(needsOf([{ ...item('Bản điện tử'), or: true }])).toHaveLength(1)
})

it.each([
  ['Giấy của người làm chứng', 'giấy của người làm chứng'],
  ['VNeID của bố', 'VNeID của bố'],
  ['Ảnh thẻ', 'ảnh thẻ'],
  ['SIM số mới', 'SIM số mới'],
  ['', ''],
])('within a sentence "%s" is "%s"', (say, within) => {
  expect(afterOr(say)).toBe(within)
})

it.each([
  ['Giấy chứng sinh bản giấy', 'Giấy chứng sinh điện tử', 'điện tử'],
  ['Giấy chứng sinh', 'Giấy của người làm chứng', 'giấy của người làm chứng'],
  ['Tờ khai M01a', 'Tờ khai M01b cho trẻ', 'M01b cho trẻ'],
  ['Giấy báo tử bản giấy', 'Giấy báo tử bản giấy', 'giấy báo tử bản giấy'],
  ['Giấy báo tử', 'Giấy báo tử điện tử', 'giấy báo tử điện tử'],
  ['Giấy báo tử điện tử', 'Giấy báo tử', 'giấy báo tử'],
])('after "%s" and "hoặc", "%s" is "%s"', (before, say, within) => {
  expect(afterOr(say, before)).toBe(within)
})

it('knows what is asked first and what is done first from papers', () => {
  const ask = { ...item('Hỏi cán bộ'), ask: true, do: true }
  const needs = needsOf([item('Giấy chứng sinh'), { ...item('Nhắc nơi làm cũ'), or: true, do: true }, ask, { ...item('Mở tài khoản trước'), do: true }])
  expect(needs.map(({ list }) => list)).toEqual(['papers', 'ask', 'do'])
  expect(asksFirst({ bring: [item('Giấy'), ask, { ...ask, say: 'Hỏi trường', conditional: true }] })).toEqual([ask])
})
