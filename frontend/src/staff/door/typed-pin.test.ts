import { expect, it, vi } from 'vitest'
import { BackendError } from '../../lib/backend'
import { fakeStaff } from '../../lib/testing/staff'
import { TypedPin } from './typed-pin.svelte'

const type = (pin: TypedPin, digits: string): void => [...digits].forEach((digit) => pin.press(digit))

it('is six digits, said where they are fewer, and no seventh', async () => {
  const act = vi.fn(() => Promise.resolve())
  const pin = new TypedPin(fakeStaff(), act)
  type(pin, '12345')
  await pin.enter()
  expect([act.mock.calls.length, pin.digits, pin.refusal.said]).toEqual([0, '12345', 'Mời bấm đủ 6 chữ số.'])
  type(pin, '678')
  expect([pin.digits, pin.refusal.said]).toEqual(['123456', ''])
  pin.erase()
  type(pin, '9')
  await pin.enter()
  expect([act.mock.calls, pin.digits]).toEqual([[['123459']], ''])
})

it('is one PIN, however often Enter is pressed while it is checked', async () => {
  let checked = (): void => undefined
  const act = vi.fn(() => new Promise<void>((resolve) => (checked = resolve)))
  const pin = new TypedPin(fakeStaff(), act)
  type(pin, '290585')
  const first = pin.enter()
  await pin.enter()
  type(pin, '290585')
  await pin.enter()
  checked()
  await first
  expect([act.mock.calls.length, pin.refusal.said]).toEqual([1, ''])
})

it('says why it was not taken, and takes the next', async () => {
  const act = vi.fn<(pin: string) => Promise<void>>().mockRejectedValueOnce(new BackendError('denied', 'Mã PIN chưa đúng. Còn 4 lần thử.')).mockResolvedValueOnce()
  const pin = new TypedPin(fakeStaff(), act)
  type(pin, '290585')
  await pin.enter()
  expect(pin.refusal.said).toBe('Mã PIN chưa đúng. Còn 4 lần thử.')
  type(pin, '2')
  expect(pin.refusal.said).toBe('')
  type(pin, '90584')
  await pin.enter()
  expect([act.mock.calls.length, pin.refusal.said]).toEqual([2, ''])
})
