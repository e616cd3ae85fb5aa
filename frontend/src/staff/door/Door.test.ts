import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { BackendError } from '../../lib/backend'
import { fakeBackend, type FakeBackend } from '../../lib/testing/fake'
import { fakeStaff, setupCode } from '../../lib/testing/staff'
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

const title = () => screen.getByRole('heading', { level: 1 }).textContent

describe('the first PIN', () => {
  it('is chosen by who has the code on the PC, and only then', async () => {
    const backend = { ...fakeBackend(), staff: fakeStaff('') }
    const choose = vi.spyOn(backend.staff, 'setPin')
    await toDoor(backend)
    expect(title()).toBe('Mời nhập mã cài đặt')
    expect(document.querySelector('.say strong')?.textContent).toBe('/home/kiosk/.config/tungbuoc/ma-cai-dat.txt')
    await type('2905') // too short for a code
    expect(title()).toBe('Mời nhập mã cài đặt')
    for (let i = 0; i < 4; i++) await fireEvent.keyDown(window, { key: 'Backspace' })
    await type('00000000')
    expect(screen.getByText('Mã cài đặt chưa đúng. Còn 4 lần thử.')).toBeTruthy()
    expect(title()).toBe('Mời nhập mã cài đặt')
    await type(setupCode)
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
    expect(choose).not.toHaveBeenCalled()
    await type('2905')
    expect(title()).toBe('Mời nhập lại mã PIN vừa chọn')
    expect(choose).not.toHaveBeenCalled()
    await type('2906')
    expect(screen.getByText('Hai lần nhập khác nhau. Mời chọn lại mã PIN.')).toBeTruthy()
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
    expect(choose).not.toHaveBeenCalled()
    await type('2905')
    await type('2905')
    expect(choose).toHaveBeenCalledWith('2905')
    await vi.waitFor(() => expect(screen.queryByRole('group', { name: 'Mã PIN' })).toBeNull())
  })

  it('asks for the code again when the choice took too long', async () => {
    const backend = { ...fakeBackend(), staff: fakeStaff('') }
    await toDoor(backend)
    await type(setupCode)
    backend.staff.setPin = () => Promise.reject(new BackendError('denied', 'Mời nhập mã cài đặt trước khi chọn mã PIN.'))
    await type('2905')
    await type('2905')
    expect(title()).toBe('Mời nhập mã cài đặt')
    expect(screen.getByText('Mời nhập mã cài đặt trước khi chọn mã PIN.')).toBeTruthy()
  })

  it('is asked for again, without the code, when it is easy to guess', async () => {
    const backend = { ...fakeBackend(), staff: fakeStaff('') }
    await toDoor(backend)
    await type(setupCode)
    backend.staff.setPin = () => Promise.reject(new BackendError('invalid', 'Mã PIN này dễ đoán quá. Mời chọn mã khác.'))
    await type('1234')
    await type('1234')
    expect(title()).toBe('Chọn mã PIN cho phần cán bộ')
    expect(screen.getByText('Mã PIN này dễ đoán quá. Mời chọn mã khác.')).toBeTruthy()
  })

  it('keeps what was typed before the program said that it wants the code', async () => {
    const backend = { ...fakeBackend(), staff: fakeStaff('') }
    let answer: (door: DoorView) => void = () => undefined
    backend.staff.door = () => new Promise((resolve) => (answer = resolve))
    const enter = vi.spyOn(backend.staff, 'enterCode')
    await toDoor(backend)
    await type(setupCode.slice(0, 4))
    answer({ hasPin: false, codeFile: 'C:\\Kiosk\\ma-cai-dat.txt', locked: 0 })
    await settle()
    expect(enter).not.toHaveBeenCalled()
    await type(setupCode.slice(4))
    expect(enter).toHaveBeenCalledWith(setupCode)
  })
})

it('says what it waits for when it is opened too early, and to keep a PIN only where one is chosen', async () => {
  const backend = fakeBackend()
  const unlock = vi.spyOn(backend.staff, 'unlock')
  await toDoor(backend)
  expect(document.body.textContent).not.toContain('nơi an toàn')
  await fireEvent.click(screen.getByRole('button', { name: 'Mở' }))
  await settle()
  expect(screen.getByText('Mời bấm đủ từ 4 đến 8 chữ số, rồi chạm Mở.')).toBeTruthy()
  expect(unlock).not.toHaveBeenCalled()
})

it('takes a PIN that was typed before the program said whether there is one', async () => {
  const backend = fakeBackend()
  let answer: (door: DoorView) => void = () => undefined
  backend.staff.door = () => new Promise((resolve) => (answer = resolve))
  const unlock = vi.spyOn(backend.staff, 'unlock')
  await toDoor(backend)
  await type('2468')
  expect(unlock).not.toHaveBeenCalled()
  answer({ hasPin: true, codeFile: '', locked: 0 })
  await settle()
  expect(unlock).toHaveBeenCalledWith('2468')
})
