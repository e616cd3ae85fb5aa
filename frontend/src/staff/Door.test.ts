import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { expect, it, vi } from 'vitest'
import App from '../App.svelte'
import { fakeBackend } from '../lib/testing/fake'
import type { DoorView } from '../lib/views'

async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve()
  await tick()
}

it('takes a PIN that was typed before the program said whether there is one', async () => {
  const backend = fakeBackend()
  let answer: (door: DoorView) => void = () => undefined
  backend.staff.door = () => new Promise((resolve) => (answer = resolve))
  const unlock = vi.spyOn(backend.staff, 'unlock')
  render(App, { backend })
  await settle()
  await fireEvent.click(screen.getByRole('button', { name: 'Cán bộ' }))
  await vi.dynamicImportSettled()
  await settle()
  for (const key of ['2', '4', '6', '8', 'Enter']) await fireEvent.keyDown(window, { key })
  await settle()
  expect(unlock).not.toHaveBeenCalled()
  answer({ hasPin: true, locked: 0 })
  await settle()
  expect(unlock).toHaveBeenCalledWith('2468')
})
