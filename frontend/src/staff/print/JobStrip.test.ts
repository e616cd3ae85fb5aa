import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { fakeBackend } from '../../lib/testing/fake'
import { prepareAll } from '../../lib/testing/screens'
import { fakeStaff, pin } from '../../lib/testing/staff'
import { m } from '../../lib/strings'

// What a touch would fetch is here before the clock runs.
beforeAll(prepareAll, 60_000)

async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve()
  await tick()
}

it('says what a paper lacks once it is there', async () => {
  const lacks = 'Chưa làm được mã Wi-Fi “Mot cua” nên tờ giấy không có mã này.'
  const staff = fakeStaff()
  staff.left = { title: 'Thôn Nà Khà', begun: '2026-11-24 08:00', printed: false, place: '/media/x/USB', pages: 3, done: 0 }
  staff.progress = () => Promise.resolve({ state: 'done', done: 3, pages: 3, file: '/media/x/USB/to.pdf', problem: '', warnings: [lacks] })
  render(App, { backend: { ...fakeBackend(), staff } })
  await settle()
  await fireEvent.click(screen.getByRole('button', { name: m.staff_title() }))
  await vi.dynamicImportSettled()
  await settle()
  for (const key of [...pin, 'Enter']) await fireEvent.keyDown(window, { key })
  await settle()
  await fireEvent.click(await screen.findByRole('button', { name: m.staff_sheets() }))
  await fireEvent.click(await screen.findByRole('button', { name: m.staff_resume_save() }))
  expect(screen.queryByRole('dialog')).toBeNull() // it lies over nothing: the next order can be put together
  expect(await screen.findByText(lacks)).toBeTruthy()
})
