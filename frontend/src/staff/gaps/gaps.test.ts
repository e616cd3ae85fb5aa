import { expect, it } from 'vitest'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin } from '../../lib/testing/staff'
import type { GapGroupView, GapView } from '../../lib/views'
import { StaffArea } from '../staff-area.svelte'
import { says, wayTo } from './lines'

const line = (kind: GapView['kind'], more: Partial<GapView> = {}): GapView => ({ kind, target: 'khai-sinh/ten-chau', on: 'Gõ tên cháu.', say: '', times: 0, names: [], ...more })
const group = (key: string, later: boolean): GapGroupView => ({ key, title: key, opened: 0, later, lines: [] })

async function sit() {
  const staff = fakeStaff()
  const area = new StaffArea({ ...fakeBackend(), staff })
  area.enter(await staff.unlock(1, pin))
  return { staff, area }
}

it('says what is lacking as a sentence', () => {
  expect(says(line('stopped', { times: 12 }))).toBe('12 lượt dừng lại ở bước: “Gõ tên cháu.”')
  expect(says(line('unclear', { times: 6 }))).toBe('6 lượt gọi cán bộ ở bước: “Gõ tên cháu.”')
  expect(says(line('asks', { names: ['fee', 'time'] }))).toBe('Bà con đọc thấy “hỏi cán bộ” ở mục “Bao nhiêu tiền”, “Bao lâu”. Mời ghi chú điều cán bộ biết.')
  expect(says(line('note_parked', { on: '' }))).toBe('Một ghi chú đang bị ẩn, vì bài không còn chỗ đó.')
  expect(says(line('detail', { target: 'hours' }))).toBe('Giờ làm việc: chưa ghi.')
})

it('leads to the place to mend', async () => {
  const { area } = await sit()
  const go = async (one: GapView): Promise<void> => wayTo(area, one).act()

  await go(line('stopped'))
  expect([area.screen, area.notes.editor?.target]).toEqual(['notes', 'khai-sinh/ten-chau'])
  await area.notes.close()
  await go(line('flaw'))
  expect([area.screen, area.wordings.editor?.target]).toEqual(['wordings', 'khai-sinh/ten-chau'])
  await go(line('words_parked', { on: '' }))
  expect(area.screen).toBe('wordings')
  await go(line('undrawn', { target: 'khai-sinh' }))
  expect([area.screen, area.notes.walking?.at(-1)]).toEqual(['notes', { name: 'service', service: 'khai-sinh' }])
  await go(line('detail', { target: 'hours' }))
  expect([area.screen, area.office.editor?.name]).toEqual(['office', 'hours'])
  await go(line('unchecked', { names: ['khai-tu', 'ket-hon'] }))
  expect([area.screen, area.links.page, area.links.links.map(({ key }) => key)]).toEqual(['links', 'control', ['khai-tu', 'ket-hon']])
})

it('leads to the second person’s reading', async () => {
  const { staff, area } = await sit()
  const { wording } = await staff.saveWording('khai-sinh/ten-chau', { say: 'Gõ họ tên cháu.', more: '', source: '', dated: '', from: '' }, 1)
  await staff.askWording('khai-sinh/ten-chau', wording.sequence)
  await wayTo(area, line('asked')).act()
  expect([area.screen, area.wordings.reads?.wording.draft.say]).toEqual(['wordings', 'Gõ họ tên cháu.'])
})

it('has one lesson open, the first one until another is chosen', async () => {
  const { staff, area } = await sit()
  const { gaps } = area
  staff.lacking = { office: [], groups: [group('chua-ai-mo', true), group('khai-sinh', false), group('ket-hon', false)], days: 30 }
  await gaps.look()
  expect(gaps.shown).toBe('khai-sinh')
  gaps.unfold('ket-hon')
  expect(gaps.shown).toBe('ket-hon')
  gaps.unfold('ket-hon')
  expect(gaps.shown).toBe('')
  area.clear()
  expect([gaps.view, gaps.open]).toEqual([null, null])
})
