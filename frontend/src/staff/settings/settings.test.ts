import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BackendError } from '../../lib/backend'
import { settings as names } from '../../lib/enums'
import { m } from '../../lib/strings'
import { fakeBackend } from '../../lib/testing/fake'
import type { FakeStaff } from '../../lib/testing/staff'
import type { SettingView } from '../../lib/views'
import { overwriteGetLocale } from '../../paraglide/runtime'
import { SettingsRoom } from './settings-room.svelte'
import { called, clock, full, hours, lasting, says, why } from './words'

const setting = (name: SettingView['name'], value: string, more: Partial<SettingView> = {}): SettingView => ({ name, value, kept: '', about: '', least: 0, most: 0, ...more })

describe('in words', () => {
  afterEach(() => overwriteGetLocale(() => 'vi'))

  it.each(['vi', 'en'] as const)('each setting has a name of its own and says what it does: %s', (language) => {
    overwriteGetLocale(() => language)
    for (const words of [called, why]) expect(new Set(names.map((name) => words[name]())).size).toBe(names.length)
  })

  it.each([
    [setting('idle', '165'), '2 phút 45 giây'],
    [setting('idle', '60'), '1 phút'],
    [setting('idle', '45'), '45 giây'],
    [setting('letters', '3'), 'Cỡ 3'],
    [setting('speaking', 'always'), 'Lúc nào cũng được'],
    [setting('speaking', 'never'), 'Không đọc to'],
    [setting('speaking', '07:30-17:00'), 'Từ 7 giờ 30 đến 17 giờ'],
    [setting('dpi', '96'), 'Chưa đo, theo màn hình thường dùng'],
    [setting('dpi', '96', { kept: '96' }), 'Đã đo, 96 điểm trên một inch'],
    [setting('desk_printer', 'a', { about: 'Máy in phòng một cửa' }), 'Máy in phòng một cửa'],
    [setting('desk_printer', ''), 'Chưa chọn'],
    [setting('slip_printer', ''), 'Không in phiếu'],
    [setting('sumatra', ''), 'Chưa thấy trên máy này'],
  ])('%o', (view, words) => {
    expect(says(view, null)).toBe(words)
  })

  it('names the printer that the desk uses by itself', () => {
    const printing = { printers: [{ name: 'a', about: 'Máy A', ready: true, reason: '' }], chosen: 'a', gone: '', problem: '' }
    expect(says(setting('desk_printer', ''), printing)).toBe('Máy A')
  })

  it('says times and room as people do', () => {
    expect([clock('00:00'), clock('09:05')]).toEqual(['0 giờ', '9 giờ 05'])
    expect([hours('never'), hours('07:30-17:00')]).toEqual([null, { from: '07:30', to: '17:00' }])
    expect(lasting(600)).toBe('10 phút')
    expect(full({ path: '', size: 12, free: 40_960 })).toBe('Đang dùng 12 MB. Ổ đĩa còn trống 40 GB.')
    expect(full({ path: '', size: 2000, free: -1 })).toBe('Đang dùng 1 GB.')
  })
})

describe('the room', () => {
  let staff: FakeStaff
  let room: SettingsRoom
  let shut: () => void

  beforeEach(async () => {
    const backend = fakeBackend()
    staff = backend.staff as FakeStaff
    await staff.unlock(1, '290511')
    shut = vi.fn()
    room = new SettingsRoom(backend, shut)
    await room.look()
  })

  afterEach(() => vi.useRealTimers())

  it('keeps what is changed at once, and puts it back as it was before the first change', async () => {
    await room.change('letters', '2')
    await room.change('letters', '3')
    expect([room.get('letters')?.value, room.saved, room.changed('letters'), room.changed('idle')]).toEqual(['3', 'letters', true, false])
    await room.undo('letters')
    expect([room.get('letters')?.value, staff.settingsKept.get('letters'), room.changed('letters')]).toEqual(['1', '', false])
  })

  it('says what is refused, and keeps what held', async () => {
    await room.change('sumatra', 'sai')
    expect([room.problem?.message, room.get('sumatra')?.value, room.saved, room.changed('sumatra')]).toEqual(['Mục này chưa đúng. Mời chọn lại.', '', '', false])
    await room.change('sumatra', 'đúng')
    expect([room.problem, room.saved]).toEqual([null, 'sumatra'])
  })

  it('keeps of many steps the last one, also when it is closed meanwhile', async () => {
    vi.useFakeTimers()
    const changed = vi.spyOn(staff, 'changeSetting')
    for (const dots of ['97', '98', '99']) room.step('dpi', dots)
    expect(changed).not.toHaveBeenCalled()
    await vi.runAllTimersAsync()
    expect(changed.mock.calls).toEqual([['dpi', '99']])
    room.step('dpi', '100')
    room.close()
    await vi.runAllTimersAsync()
    expect(changed.mock.calls.slice(1)).toEqual([['dpi', '100']])
  })

  it('is shut with the door', async () => {
    vi.spyOn(staff, 'settings').mockRejectedValueOnce(new BackendError('denied', m.staff_failed()))
    await room.look()
    expect(shut).toHaveBeenCalledOnce()
    room.leave()
    expect([room.view, room.at]).toEqual([null, null])
  })
})
