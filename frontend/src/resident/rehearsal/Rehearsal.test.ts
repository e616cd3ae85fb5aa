import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { fakeBackend, type FakeBackend } from '../../lib/testing/fake'
import { prepareAll } from '../../lib/testing/screens'
import { fillTime, lookTime } from './phone'

// What a touch would fetch is here before the clock stands still.
beforeAll(prepareAll, 60_000)

let backend: FakeBackend

beforeEach(async () => {
  vi.useFakeTimers()
  backend = fakeBackend()
  render(App, { backend })
  await settle()
  for (const name of ['Sinh con', /Đăng ký khai sinh cho con/, /Học từng bước/, /Đã/, 'Bệnh viện, trạm y tế']) await touch(name)
  await touch('Tập thử trên máy mẫu')
})

afterEach(() => vi.useRealTimers())

async function settle(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve()
  await tick()
}

async function touch(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement)
  await settle()
}

/** Lets a field fill itself. */
async function filled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(fillTime + lookTime + 50)
  await settle()
}

const spot = (what: string) => `Trên điện thoại mẫu: ${what}`

it('fills the field that is touched, says what to touch next, and goes on', async () => {
  expect(screen.getByText(/Tập thử, bước 1 trên 9/)).toBeTruthy()
  await touch(spot('Ô nhập'))
  expect(screen.getByText(/Máy tự điền giúp/)).toBeTruthy()
  await touch(spot('Tiếp tục')) // not yet: the field is still filling
  expect(screen.getByText(/bước 1 trên 9/)).toBeTruthy()
  await filled()
  expect(screen.getByText('Đúng rồi. Bây giờ mời chạm: Tiếp tục')).toBeTruthy()
  await touch(spot('Tiếp tục'))
  expect(screen.getByText(/bước 2 trên 9/)).toBeTruthy()
})

it('explains a wrong touch gently and stays', async () => {
  await touch(spot('Hủy'))
  expect(screen.getByText('Nút này xóa hết. Mời ông bà chạm Tiếp tục.')).toBeTruthy()
  await touch(spot('Tiếp tục'))
  expect(screen.getByText(/Chỗ này là “Tiếp tục”/)).toBeTruthy()
  await fireEvent.click(document.querySelector('.picture') as Element)
  await settle()
  expect(screen.getByText(/Chưa đúng chỗ/)).toBeTruthy()
  expect(screen.getByText(/bước 1 trên 9/)).toBeTruthy()
})

it('has dots for a secret, which nobody is to be told', async () => {
  await touch('Bỏ qua bước này')
  await touch(spot('Ô nhập'))
  expect(screen.getByText(/không nói cho ai/)).toBeTruthy()
  expect(screen.getByText('Không nói cho ai biết')).toBeTruthy()
})

it('shows the helper what to watch for while the button is down', async () => {
  await touch('Đi hai người')
  expect(screen.getByText('Để ông bà tự chạm. Chỉ nhắc khi được hỏi.')).toBeTruthy()
  await touch('Đi hai người')
  expect(screen.queryByText(/Chỉ nhắc khi được hỏi/)).toBeNull()
})

it('keeps what was touched when the language changes', async () => {
  await touch(spot('Ô nhập'))
  await filled()
  await touch('English')
  expect(screen.queryByText(/Đúng rồi/)).toBeNull() // that was in the other language
  await touch(/: Tiếp tục$/)
  expect(screen.getByText(/step 2 of 9/)).toBeTruthy()
  await touch(/: Tiếp tục$/) // here the field comes first again
  expect(screen.getByText(/step 2 of 9/)).toBeTruthy()
})

it('says at the end that nothing was filed, and is counted', async () => {
  for (let step = 0; step < 9; step++) await touch(/^(Bỏ qua bước này|Tiếp tục)$/)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Ông bà đã tập xong')
  expect(screen.getByText('Mới tập thử. Chưa nộp gì cả.')).toBeTruthy()
  expect(backend.counted.map(({ event }) => event)).toContain('rehearsed')
})
