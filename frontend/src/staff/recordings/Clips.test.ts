import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { m } from '../../lib/strings'
import { fakeBackend } from '../../lib/testing/fake'
import { prepareAll } from '../../lib/testing/screens'
import { fakeStaff, pin } from '../../lib/testing/staff'

// What a touch would fetch is here before the clock runs.
beforeAll(prepareAll, 60_000)

async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve()
  await tick()
}

it('says of an old recording where it belongs, and what to record instead', async () => {
  render(App, { backend: { ...fakeBackend(), staff: fakeStaff() } })
  await settle()
  await fireEvent.click(screen.getByRole('button', { name: m.staff_title() }))
  await vi.dynamicImportSettled()
  await settle()
  for (const key of [...pin, 'Enter']) await fireEvent.keyDown(window, { key })
  await settle()
  await fireEvent.click(await screen.findByRole('button', { name: m.voices_title() }))
  await fireEvent.click(await screen.findByRole('button', { name: m.voices_listen({ count: '2' }) }))
  const old = (await screen.findByText(m.voices_changed())).closest('li')
  const still = screen.getByText('Mở VNeID.').closest('li')
  if (!old || !still) throw new Error('no list')
  expect(within(old).getByText('Của bài: Làm giấy khai sinh')).toBeTruthy()
  expect(within(old).getByText('Câu mới, mời thu: Chọn đúng xã. Xã cũ đã nhập.')).toBeTruthy()
  expect(within(still).getByText('Dùng ở: Làm giấy khai sinh')).toBeTruthy()
  expect(within(still).queryByText(/mời thu/)).toBeNull()
})
