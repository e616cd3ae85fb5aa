import { expect, it } from 'vitest'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin } from '../../lib/testing/staff'
import type { BegunView } from '../../lib/views'
import { StaffArea } from '../staff-area.svelte'
import { around, begun, goOn } from './begun'

const one = (more: Partial<BegunView> = {}): BegunView => ({
  kind: 'writing', target: 'khai-sinh/ten-chau', on: 'Gõ tên cháu.', of: 'Làm giấy khai sinh', saved: '2026-11-30 08:00', who: 'Tú', ...more,
})
const now = new Date(2026, 10, 30, 9)

it('says what is begun, of which lesson it is, and who wrote when', () => {
  expect(begun(one())).toBe('Câu mới ở “Gõ tên cháu.” đang viết dở, chưa nhờ ai đọc.')
  expect(begun(one({ kind: 'note' }))).toBe('Ghi chú ở “Gõ tên cháu.” đang viết dở, bà con chưa thấy.')
  expect(begun(one({ kind: 'note', on: '' }))).toBe('Một chỗ đang viết dở.')
  expect(begun(one({ kind: 'unsaid', target: 'hours', on: '', of: '' }))).toBe('Giờ làm việc: đã gõ, bà con chưa thấy.')
  expect(around(one(), now, 'vi')).toBe('Làm giấy khai sinh · hôm nay, Tú')
  expect(around(one({ target: 'khai-sinh#fee', on: 'Làm giấy khai sinh' }), now, 'vi')).toBe('Bao nhiêu tiền · hôm nay, Tú')
  expect(around(one({ kind: 'unsaid', target: 'hours', on: '', of: '' }), now, 'vi')).toBe('hôm nay, Tú')
})

it('leads to where each of them is written', async () => {
  const staff = fakeStaff()
  const area = new StaffArea({ ...fakeBackend(), staff })
  area.enter(await staff.unlock(1, pin))
  const go = async (begun: BegunView): Promise<string> => {
    const { label, act } = goOn(area, begun)
    await act()
    return label
  }
  expect(await go(one())).toBe('Sửa tiếp')
  expect([area.screen, area.wordings.editor?.target]).toEqual(['wordings', 'khai-sinh/ten-chau'])
  expect(await go(one({ kind: 'note' }))).toBe('Sửa tiếp')
  expect([area.screen, area.notes.editor?.target]).toEqual(['notes', 'khai-sinh/ten-chau'])
  expect(await go(one({ kind: 'unsaid', target: 'hours', on: '' }))).toBe('Sửa tiếp')
  expect([area.screen, area.office.editor?.name]).toEqual(['office', 'hours'])
  expect(await go(one({ on: '' }))).toBe('Xem')
  expect(area.screen).toBe('wordings')
})
