import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { BackendError } from '../../lib/backend'
import { fakeBackend, type FakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, recovery, setupCode } from '../../lib/testing/staff'
import { prepareAll } from '../../lib/testing/screens'
import type { DoorView } from '../../lib/views'

// What a touch would fetch is here before the clock stands still.
beforeAll(prepareAll, 60_000)

async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve()
  await tick()
}

async function toDoor(backend: FakeBackend): Promise<void> {
  render(App, { backend })
  await settle()
  await fireEvent.click(screen.getByRole('button', { name: 'Dành cho cán bộ' }))
  await vi.dynamicImportSettled()
  await settle()
}

async function type(digits: string): Promise<void> {
  for (const key of [...digits, 'Enter']) await fireEvent.keyDown(window, { key })
  await settle()
}

/** What has just come takes no key yet. */
const rested = () => vi.waitFor(() => expect(document.querySelector('.rest')).toBeNull())

const title = () => screen.getByRole('heading', { level: 1 }).textContent

describe('the first PIN', () => {
  /** From the set-up code to the choice of a PIN. */
  async function toChoice(backend: FakeBackend): Promise<void> {
    await toDoor(backend)
    await type(setupCode)
    expect(title()).toBe('Mời ghi tên ông bà')
    await type('') // the second press of a double one
    expect(title()).toBe('Mời ghi tên ông bà')
    await rested()
    await type('')
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
  }

  it('is chosen by who has the code on the PC, and only then', async () => {
    const backend = { ...fakeBackend(), staff: fakeStaff('') }
    const choose = vi.spyOn(backend.staff, 'choose')
    await toDoor(backend)
    expect(title()).toBe('Mời nhập mã cài đặt')
    expect(document.querySelector('.say strong')?.textContent).toBe('/home/kiosk/.config/tungbuoc/ma-cai-dat.txt')
    await type('2905') // too short for a code
    expect(title()).toBe('Mời nhập mã cài đặt')
    for (let i = 0; i < 4; i++) await fireEvent.keyDown(window, { key: 'Backspace' })
    await type('00000000')
    expect(screen.getByText('Mã cài đặt chưa đúng. Còn 4 lần thử.')).toBeTruthy()
    expect(title()).toBe('Mời nhập mã cài đặt')
    expect(document.querySelector('.say strong')?.textContent).toBe('/home/kiosk/.config/tungbuoc/ma-cai-dat.txt')
    await type(setupCode)
    expect(title()).toBe('Mời ghi tên ông bà')
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Họ tên' })
    expect([name.value, document.activeElement]).toEqual(['Quản trị', name])
    await rested()
    await fireEvent.input(name, { target: { value: ' ' } })
    await type('123') // goes to the field, not to a PIN
    expect(screen.getByText('Mời ghi tên.')).toBeTruthy()
    await fireEvent.input(name, { target: { value: 'Nguyễn Thị Lan' } })
    await type('')
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
    await type('29051')
    expect(screen.getByText('Mời bấm đủ 6 chữ số.')).toBeTruthy()
    await type('1')
    expect(title()).toBe('Mời nhập lại mã PIN vừa chọn')
    await type('290512')
    expect(screen.getByText('Hai lần nhập khác nhau. Mời chọn lại mã PIN.')).toBeTruthy()
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
    expect(choose).not.toHaveBeenCalled()
    await type(pin)
    await type(pin)
    expect(choose).toHaveBeenCalledWith('Nguyễn Thị Lan', pin)
    expect(title()).toBe('Mời chép lại mã khôi phục')
    expect(screen.getByText(recovery)).toBeTruthy()
    for (let i = 0; i < 2; i++) await type('') // no key writes the code off
    await rested()
    await type('')
    expect(title()).toBe('Mời chép lại mã khôi phục')
    expect(backend.staff.written).toBe(0)
    await fireEvent.click(screen.getByRole('button', { name: 'Đã chép xong' }))
    // What the office has not said of itself is asked before the desk is seen.
    for (const asked of ['Ông bà làm ở xã, phường nào?', 'Mấy giờ mở cửa?', 'Bà con gọi số nào?', 'Bà con dùng Wi-Fi nào?']) {
      await vi.waitFor(() => expect(title()).toBe(asked))
      await fireEvent.click(screen.getByRole('button', { name: 'Để sau' }))
    }
    expect(backend.staff.written).toBe(1)
    await vi.waitFor(() => expect(title()).toBe('Còn ai làm ở đây nữa?'))
    await fireEvent.click(screen.getByRole('button', { name: 'Chỉ một mình tôi' }))
    await vi.waitFor(() => expect(screen.getByRole('navigation', { name: 'Bàn in' })).toBeTruthy())
  })

  it('asks for the code again when the choice took too long', async () => {
    const backend = { ...fakeBackend(), staff: fakeStaff('') }
    await toChoice(backend)
    backend.staff.choose = () => Promise.reject(new BackendError('denied', 'Mời nhập mã cài đặt trước khi chọn mã PIN.'))
    await type(pin)
    await type(pin)
    expect(title()).toBe('Mời nhập mã cài đặt')
    expect(screen.getByText('Mời nhập mã cài đặt trước khi chọn mã PIN.')).toBeTruthy()
  })

  it('is asked for again, without the code, when it is easy to guess', async () => {
    const backend = { ...fakeBackend(), staff: fakeStaff('') }
    await toChoice(backend)
    backend.staff.choose = () => Promise.reject(new BackendError('invalid', 'Mã PIN này dễ đoán quá. Mời chọn mã khác.'))
    await type('112233')
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
    expect(screen.getByText('Mã PIN này dễ đoán quá. Mời chọn mã khác.')).toBeTruthy()
    await type('604182')
    await type('604182')
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
    expect(screen.getByText('Mã PIN này dễ đoán quá. Mời chọn mã khác.')).toBeTruthy()
    await fireEvent.click(screen.getByRole('button', { name: 'Quay lại' }))
    expect(title()).toBe('Mời ghi tên ông bà')
  })

  it('keeps what was typed before the program said that it wants the code', async () => {
    const backend = { ...fakeBackend(), staff: fakeStaff('') }
    let answer: (door: DoorView) => void = () => undefined
    backend.staff.door = () => new Promise((resolve) => (answer = resolve))
    const enter = vi.spyOn(backend.staff, 'enterCode')
    await toDoor(backend)
    await type(setupCode.slice(0, 4))
    answer({ hasPin: false, people: [], codeFile: 'C:\\Kiosk\\ma-cai-dat.txt', locked: 0 })
    await settle()
    expect(enter).not.toHaveBeenCalled()
    await type(setupCode.slice(4))
    expect(enter).toHaveBeenCalledWith(setupCode)
  })
})

it('says what it waits for when it is opened too early, and how to choose a PIN only where one is chosen', async () => {
  const backend = fakeBackend()
  const unlock = vi.spyOn(backend.staff, 'unlock')
  await toDoor(backend)
  expect(document.body.textContent).not.toContain('dễ đoán')
  await fireEvent.click(screen.getByRole('button', { name: 'Mở' }))
  await settle()
  expect(screen.getByText('Mời bấm đủ 6 chữ số.')).toBeTruthy()
  expect(unlock).not.toHaveBeenCalled()
})

it('takes a PIN that was typed before the program said whether there is one', async () => {
  const backend = fakeBackend()
  let answer: (door: DoorView) => void = () => undefined
  backend.staff.door = () => new Promise((resolve) => (answer = resolve))
  const unlock = vi.spyOn(backend.staff, 'unlock')
  await toDoor(backend)
  await type('246813')
  expect(unlock).not.toHaveBeenCalled()
  answer({ hasPin: true, people: [{ id: 7, name: 'Lan', old: false, given: false }], codeFile: '', locked: 0 })
  await settle()
  expect(unlock).toHaveBeenCalledWith(7, '246813')
})

it('shows another recovery code to the admin who has not written down the last one', async () => {
  const backend = fakeBackend()
  const { unlock } = backend.staff
  backend.staff.unlock = async (id, value) => ({ ...(await unlock(id, value)), recovery: '1111 2222 3333' })
  await toDoor(backend)
  await type(pin)
  expect(title()).toBe('Mời chép lại mã khôi phục')
  expect(screen.getByText(/Lần trước chưa chép/)).toBeTruthy()
  expect(screen.getByText('1111 2222 3333')).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'Đã chép xong' }))
  await vi.waitFor(() => expect(screen.getByRole('navigation', { name: 'Bàn in' })).toBeTruthy())
})

it('says how long it is locked, and not that what it did not look at is wrong', async () => {
  const backend = fakeBackend()
  backend.staff.door = () => Promise.resolve({ hasPin: true, people: [{ id: 1, name: 'Lan', old: false, given: false }], codeFile: '', locked: 52 })
  await toDoor(backend)
  expect(screen.getByText('Đang khóa vì bấm sai nhiều lần. Mời đợi 60 giây rồi thử lại.')).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'Quên mã PIN' }))
  expect(screen.getByText(/^Đang khóa/)).toBeTruthy()
})

describe('an office of several people', () => {
  const tu = { id: 2, name: 'Tú', role: 'clerk' as const, hasPin: true, me: false, since: '', pin: '739104' }

  function office(): FakeBackend {
    const backend = { ...fakeBackend(), staff: fakeStaff() }
    backend.staff.here = [...backend.staff.here, tu]
    return backend
  }

  it('is asked who it is, then for that PIN; a clerk finds no room for people', async () => {
    const backend = office()
    const unlock = vi.spyOn(backend.staff, 'unlock')
    await toDoor(backend)
    expect(title()).toBe('Mời chạm tên ông bà')
    await type('739104') // nobody's yet
    expect(unlock).not.toHaveBeenCalled()
    await fireEvent.click(screen.getByRole('button', { name: 'Lan' }))
    expect(title()).toBe('Mời Lan nhập mã PIN')
    await fireEvent.keyDown(window, { key: 'Escape' })
    expect(title()).toBe('Mời chạm tên ông bà')
    await fireEvent.click(screen.getByRole('button', { name: 'Tú' }))
    await type('739104')
    expect(unlock).toHaveBeenCalledWith(2, '739104')
    await vi.waitFor(() => expect(screen.getByRole('navigation', { name: 'Bàn in' })).toBeTruthy())
    expect(screen.queryByRole('button', { name: 'Người làm việc' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Mã PIN của tôi' })).toBeTruthy()
  })

  it('lets an admin choose another PIN with the recovery code, which is made anew', async () => {
    const backend = office()
    const choose = vi.spyOn(backend.staff, 'choose')
    await toDoor(backend)
    await fireEvent.click(screen.getByRole('button', { name: 'Lan' }))
    await fireEvent.click(screen.getByRole('button', { name: 'Quên mã PIN' }))
    expect(title()).toBe('Mời nhập mã khôi phục')
    await type('000000000000')
    expect(screen.getByText('Mã khôi phục chưa đúng. Còn 4 lần thử.')).toBeTruthy()
    await type(recovery.replaceAll(' ', ''))
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
    await type('604182')
    await type('604182')
    expect(choose).toHaveBeenCalledWith('', '604182')
    expect(title()).toBe('Mời chép lại mã khôi phục')
  })
})

it('takes the one PIN of before once more, and asks for a name and six digits', async () => {
  const backend = { ...fakeBackend(), staff: fakeStaff('2905') }
  backend.staff.here = backend.staff.here.map((person) => ({ ...person, name: 'Quản trị', old: true }))
  const choose = vi.spyOn(backend.staff, 'choose')
  await toDoor(backend)
  expect(screen.queryByRole('button', { name: 'Quên mã PIN' })).toBeNull()
  await type('2905')
  expect(title()).toBe('Mời ghi tên ông bà')
  await rested()
  expect(screen.queryByRole('navigation', { name: 'Bàn in' })).toBeNull()
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Hoa' } })
  await type('')
  await type(pin)
  await type(pin)
  expect(choose).toHaveBeenCalledWith('Hoa', pin)
  expect(title()).toBe('Mời chép lại mã khôi phục')
})
