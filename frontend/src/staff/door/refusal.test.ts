import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { BackendError } from '../../lib/backend'
import { fakeBackend } from '../../lib/testing/fake'
import { prepareAll } from '../../lib/testing/screens'
import { fakeStaff, type FakeStaff } from '../../lib/testing/staff'
import { Refusal } from './refusal.svelte'

afterEach(() => vi.useRealTimers())

const refused = new BackendError('denied', 'Mã PIN chưa đúng. Còn 4 lần thử.')

/** An office of two, whose program takes no PIN for so long. */
function locked(seconds: number): FakeStaff {
  const staff = fakeStaff()
  staff.here = [...staff.here, { id: 2, name: 'Tú', role: 'clerk', hasPin: true, me: false, since: '', pin: '739104' }]
  const { door } = staff
  staff.door = async () => ({ ...(await door()), locked: seconds })
  return staff
}

describe('what is said of a PIN that was refused', () => {
  it('is the program’s sentence as long as another try is free', async () => {
    const refusal = new Refusal(locked(0))
    await refusal.refused(refused)
    expect(refusal.said).toBe('Mã PIN chưa đúng. Còn 4 lần thử.')
  })

  it('is how long to wait, counted down, and nothing afterwards', async () => {
    vi.useFakeTimers()
    const refusal = new Refusal(locked(62))
    await refusal.refused(refused)
    expect(refusal.said).toBe('Đang khóa vì bấm sai nhiều lần. Mời đợi 2 phút rồi thử lại.')
    vi.advanceTimersByTime(13_000)
    refusal.tick()
    expect(refusal.said).toBe('Đang khóa vì bấm sai nhiều lần. Mời đợi 50 giây rồi thử lại.')
    vi.advanceTimersByTime(49_000)
    refusal.tick()
    expect(refusal.said).toBe('')
  })

  it('is what is wrong where that is no PIN, also while PINs are locked', async () => {
    const refusal = new Refusal(locked(62))
    await refusal.refused(new BackendError('disk_full', 'Ổ đĩa đầy. Mời báo quản trị.'))
    expect(refusal.said).toBe('Ổ đĩa đầy. Mời báo quản trị.')
  })

  it('stays the program’s sentence where that does not say how long', async () => {
    const staff = locked(0)
    staff.door = () => Promise.reject(new BackendError('unavailable', ''))
    const refusal = new Refusal(staff)
    await refusal.refused(refused)
    expect(refusal.said).toBe('Mã PIN chưa đúng. Còn 4 lần thử.')
  })
})

describe('a dialog that takes a PIN', () => {
  // What a touch would fetch is here before the clock runs.
  beforeAll(prepareAll, 60_000)

  async function settle(): Promise<void> {
    for (let i = 0; i < 40; i++) await Promise.resolve()
    await tick()
  }

  async function toDesk(staff: FakeStaff, name: string, digits: string): Promise<void> {
    render(App, { backend: { ...fakeBackend(), staff } })
    await settle()
    await fireEvent.click(screen.getByRole('button', { name: 'Dành cho cán bộ' }))
    await vi.dynamicImportSettled()
    await settle()
    await fireEvent.click(screen.getByRole('button', { name }))
    for (const key of [...digits, 'Enter']) await fireEvent.keyDown(window, { key })
    await settle()
    await screen.findByRole('navigation', { name: 'Bàn in' })
  }

  /** It counts down as the door does, and takes a PIN again when that is over. */
  async function counts(open: () => Promise<unknown>): Promise<void> {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    await open()
    await settle()
    const said = (): string => screen.getByRole('dialog').querySelector('[role=alert]')?.textContent ?? ''
    expect(said()).toBe('Đang khóa vì bấm sai nhiều lần. Mời đợi 60 giây rồi thử lại.')
    await vi.advanceTimersByTimeAsync(45_000)
    await settle()
    expect(said()).toBe('Đang khóa vì bấm sai nhiều lần. Mời đợi 10 giây rồi thử lại.')
    await vi.advanceTimersByTimeAsync(8_000)
    await settle()
    expect(said()).toBe('')
  }

  it('counts down for one’s own', async () => {
    await toDesk(locked(52), 'Tú', '739104')
    await counts(() => fireEvent.click(screen.getByRole('button', { name: 'Mã PIN của tôi' })))
  })

  it('counts down for a second person', async () => {
    const staff = locked(52)
    await staff.unlock(1, '290511')
    await staff.saveWording('khai-sinh/ten-chau', { say: 'Gõ họ tên cháu.', more: '', source: '', dated: '', from: '' }, 1)
    await staff.askWording('khai-sinh/ten-chau', 1)
    await toDesk(staff, 'Lan', '290511')
    await fireEvent.click(screen.getByRole('button', { name: 'Sửa câu trong bài' }))
    await fireEvent.click(await screen.findByRole('button', { name: /^Đọc và đồng ý/ }))
    const tu = within(await screen.findByRole('dialog')).getByRole('button', { name: 'Tú' })
    await counts(() => fireEvent.click(tu))
  })
})
