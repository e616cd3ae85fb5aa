import { beforeEach, expect, it } from 'vitest'
import { Session } from '../../lib/session.svelte'
import { speak } from '../../lib/strings'
import { services } from '../../lib/testing/fake'
import type { ServiceView } from '../../lib/views'
import { cautions, details, facts, pieces, told } from './parts'

beforeEach(() => speak(new Session()))

function find(key: string): ServiceView {
  const service = services.find((s) => s.key === key)
  if (!service) throw new Error(`no ${key}`)
  return service
}

it('gives every number its source', () => {
  const shown = details(find('khai-sinh'), 'vi')
  for (const label of ['Bao nhiêu tiền', 'Bao lâu']) {
    expect(shown.find((entry) => entry.label === label)?.source).not.toBeNull()
  }
})

it('sends people to staff for what is not known', () => {
  const shown = details(find('khai-sinh-nuoc-ngoai'), 'vi')
  const asked = shown.filter((entry) => entry.lines.includes('Hỏi cán bộ')).map((entry) => entry.label)
  expect(asked).toEqual(['Làm ở đâu', 'Bao lâu', 'Bao nhiêu tiền'])
  expect(shown[0]).toMatchObject({ attention: true, label: 'Cần chú ý' })
})

it('has no empty part', () => {
  for (const service of services) {
    for (const entry of details(service, 'vi')) {
      expect(entry.lines.length).toBeGreaterThan(0)
      expect(entry.lines).not.toContain('')
    }
  }
})

it('marks the official name as Vietnamese in any language', () => {
  expect(details(find('khai-sinh'), 'en').find((entry) => entry.lang === 'vi')?.lines).toEqual(['Thủ tục đăng ký khai sinh'])
})

it('cuts a long name into pieces without losing a word', () => {
  const name = 'Đăng ký biến động quyền sử dụng đất '.repeat(30).trim()
  const cut = pieces(name)
  expect(cut.join(' ')).toBe(name)
  expect(Math.max(...cut.map((piece) => piece.length))).toBeLessThanOrEqual(240)
  expect([pieces(''), pieces('ngắn'), pieces('một hai', 3)]).toEqual([[], ['ngắn'], ['một', 'hai']])
})

it('knows what stays in Vietnamese', () => {
  const view = find('khai-sinh')
  const shown = details({ ...view, fee: view.fee && { ...view.fee, lang: 'vi' }, official: '' }, 'en')
  expect(shown.filter((entry) => entry.lang === 'vi').map((entry) => entry.lines[0])).toEqual([view.fee?.say])
})

it('reads what is in Vietnamese only in Vietnamese, and the words around it in the language of the screen', () => {
  const view = find('khai-sinh')
  const half: ServiceView = {
    ...view,
    fee: view.fee && { ...view.fee, lang: 'vi' },
    bring: view.bring.map((item, i) => ({ ...item, lang: i === 0 ? 'vi' : '' })),
    watch: view.watch.map((line) => ({ ...line, lang: 'vi' })),
  }
  const lang = Object.fromEntries(told(half, 'vi').flatMap((unit) => unit.texts.map((text) => [text, unit.lang ?? ''])))
  expect(lang).toMatchObject({
    [view.title]: '',
    'Bao nhiêu tiền': '',
    'Đúng hạn thì không mất tiền': 'vi',
    'Ngay trong ngày': '',
    [view.bring[0]?.say ?? '']: 'vi',
    [view.bring[1]?.say ?? '']: '',
    [view.watch[0]?.say ?? '']: 'vi',
  })
})

it('says a label once, and what to watch for also where little is certain', () => {
  const said = told(find('khai-sinh-nuoc-ngoai'), 'vi').flatMap((unit) => unit.texts)
  expect(said.slice(-2)).toEqual(['Cần chú ý', 'Mục này chưa được kiểm tra đủ. Mời ông bà hỏi lại cán bộ.'])
  const birth = told(find('khai-sinh'), 'vi').flatMap((unit) => unit.texts)
  expect(birth.filter((text) => text === 'Mang gì')).toHaveLength(1)
})

it('reads an answer together with its label, so that it is heard again from there', () => {
  const [, , deadline, where] = told(find('khai-sinh'), 'vi')
  expect(deadline?.texts).toEqual(['Hạn', 'Làm trong 60 ngày đầu'])
  expect(where?.texts).toEqual(['Làm ở đâu', 'Điện thoại hoặc quầy', 'Ủy ban nhân dân xã, phường'])
})

it('puts an answer in few words before its condition, and leaves nothing out', () => {
  const fee = (say: string, note = '') => {
    const view = find('khai-sinh')
    const { answer, note: rest } = facts({ ...view, fee: view.fee && { ...view.fee, say, note } }).find(({ label }) => label === 'Bao nhiêu tiền') ?? {}
    return [answer, rest]
  }
  expect(fee('Hỏi cán bộ: tỉnh quy định mức này')).toEqual(['Hỏi cán bộ', 'tỉnh quy định mức này'])
  expect(fee('Nộp trên mạng 7.000 đồng; nộp tại quầy 15.000 đồng', 'Có người được miễn')).toEqual([
    'Nộp trên mạng 7.000 đồng',
    'nộp tại quầy 15.000 đồng. Có người được miễn',
  ])
  expect(fee('2.000 đồng (hai trang đầu)')).toEqual(['2.000 đồng', '(hai trang đầu)'])
  expect(fee('1.366.200 đồng một năm')).toEqual(['1.366.200 đồng một năm', ''])
  const long = 'Người nộp hồ sơ trực tiếp tại quầy thì không mất tiền; qua bưu điện trả cước'
  expect(fee(long)).toEqual([long, ''])
})

it('shows the first trap only, and that little is certain before it', () => {
  const view = find('khai-sinh')
  expect(cautions(view).map(({ say }) => say)).toEqual([view.watch[0]?.say])
  expect(cautions({ ...view, sure: 'name-only' }).map(({ say }) => say)).toEqual(['Mục này chưa được kiểm tra đủ. Mời ông bà hỏi lại cán bộ.', view.watch[0]?.say])
  const behind = details(view, 'vi').flatMap(({ lines }) => lines)
  for (const { say } of view.watch) expect(behind).toContain(say)
})

it('reads what everybody brings, and what serves for it', () => {
  const view = find('khai-sinh')
  const [one, two, three] = view.bring
  if (!one || !two || !three) throw new Error('too few papers')
  const bring = [{ ...one, must: true }, { ...two, must: true, or: true }, { ...three, must: false }]
  const said = told({ ...view, bring }, 'vi').flatMap((unit) => unit.texts)
  const at = said.indexOf('Mang gì')
  expect(said.slice(at, at + 4)).toEqual(['Mang gì', one.say, 'hoặc', two.say])
  expect(said).not.toContain(three.say)
})
