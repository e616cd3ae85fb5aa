import { beforeEach, expect, it } from 'vitest'
import { Session } from '../../lib/session.svelte'
import { speak } from '../../lib/strings'
import { inPerson, learned, left, onward } from './words'

beforeEach(() => speak(new Session()))

const portal = { link: 'portal' } as const
const call = { say: 'Gọi ngân hàng ngay', source: null, lang: '', target: '' }

it.each([
  ['file', { code: portal }, 'Chưa nộp. Làm tiếp trên điện thoại.'],
  ['file', { app: 'VNeID' }, 'Chưa nộp. Làm tiếp trên điện thoại.'],
  ['file', {}, 'Chưa nộp. Mời ông bà hỏi cán bộ.'],
  ['desk', { code: portal, paper: true }, 'Mang giấy này tới quầy mới làm được.'],
  ['desk', { code: portal }, 'Tới nơi mới làm được.'],
  ['ask', { code: portal }, 'Chưa nộp. Mời ông bà hỏi cán bộ.'],
  ['practised', { code: portal, practised: true }, 'Đã tập xong, giờ làm trên máy của mình.'],
  ['practised', { code: portal }, 'Giờ làm trên máy của mình.'],
  ['practised', { code: { link: 'android' } as const }, 'Chưa cài. Làm tiếp trên điện thoại.'],
  ['urgent', {}, 'Gọi ngân hàng ngay'],
  ['', { code: portal }, ''],
] as const)('ending %s at %o says "%s"', (ending, at, say) => {
  const calm = ending === 'desk' ? 'place' : ending === 'practised' && !say.startsWith('Chưa') ? 'handset' : ''
  expect(left({ ending, acts: ending === 'urgent' ? [call] : [] }, at)).toEqual({ say, ...(calm && { calm }) })
})

it('says calmly where one goes, of what is not filed', () => {
  expect(left({ ending: 'desk', acts: [{ ...call, say: 'Hỏi Công an xã' }] }, { code: portal, paper: true })).toEqual({ say: 'Hỏi Công an xã', calm: 'place' })
})

it.each([
  ['file', 'Mở trên điện thoại'],
  ['practised', 'Mở trên điện thoại'],
  ['urgent', 'Gọi ngay'],
  ['desk', 'Tiếp tục'],
  ['ask', 'Tiếp tục'],
  ['', 'Tiếp tục'],
] as const)('leads to an end %s by "%s"', (ending, label) => {
  expect(onward(ending).label).toBe(label)
})

it('names where one comes in person, as far as that is known', () => {
  expect(['desk', 'Công an xã, phường', ''].map((place) => inPerson({ place }))).toEqual(['Mời tới quầy', 'Mời tới Công an xã, phường', 'Tới tận nơi'])
})

it('calls a lesson practised only when it was followed or touched to its end', () => {
  const steps = [{ picture: '<svg/>' }, { picture: '' }, { picture: '<svg/>' }] as never
  const step = (index: number) => ({ name: 'step', service: 'zalo', answers: {}, index }) as const
  const none = { screens: [], practised: new Map<number, boolean>() }
  expect(learned(none, { steps })).toBe(false)
  expect(learned({ ...none, screens: [step(0), step(1)] }, { steps })).toBe(false)
  expect(learned({ ...none, screens: [step(2)] }, { steps })).toBe(true)
  expect(learned({ ...none, practised: new Map([[0, true]]) }, { steps })).toBe(false)
  expect(learned({ ...none, practised: new Map([[0, false], [2, true]]) }, { steps })).toBe(true)
  expect(learned({ ...none, screens: [step(-1)] }, { steps: [] })).toBe(false)
})
