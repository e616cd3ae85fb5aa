import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { fakeBackend, type FakeBackend } from '../../lib/testing/fake'
import { prepareAll } from '../../lib/testing/screens'

// What a touch would fetch is here before the clock stands still.
beforeAll(prepareAll, 60_000)

let backend: FakeBackend

beforeEach(async () => {
  backend = fakeBackend()
  render(App, { backend })
  await vi.dynamicImportSettled()
  await settle()
  await touch('Gõ để tìm')
  await vi.dynamicImportSettled()
  await settle()
})

afterEach(() => vi.useRealTimers())

async function settle(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve()
  await tick()
}

async function touch(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

async function keys(text: string): Promise<void> {
  for (const letter of text) {
    await fireEvent.pointerDown(screen.getByRole('button', { name: letter === ' ' ? 'Dấu cách' : letter }))
    await settle()
  }
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Việc ông bà cần làm' })

describe('the search screen', () => {
  it('finds as one types on the glass, marks what matched, and opens it', async () => {
    await keys('khai')
    expect(field().value).toBe('khai')
    const hit = screen.getByRole('button', { name: /^Đăng ký khai sinh cho con.*Ủy ban nhân dân/s })
    expect(hit.textContent).not.toContain('Thủ tục') // most are; it would say nothing
    expect(hit.querySelector('mark')?.textContent).toContain('khai sinh')
    await fireEvent.click(hit)
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Đăng ký khai sinh cho con')
  })

  it('says honestly that there is nothing, and shows the groups', async () => {
    await keys('qq')
    expect(screen.getByText('Ở đây không có mục này.')).toBeTruthy()
    expect(screen.getByText(/hỏi cán bộ/)).toBeTruthy()
    await touch('Sinh con')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Sinh con')
  })

  it('asks when it is not sure', async () => {
    await fireEvent.input(field(), { target: { value: 'khai?' } })
    await settle()
    expect(screen.getByText('Có phải ông bà tìm…?')).toBeTruthy()
  })

  it('offers what is done most before anything is typed, one touch away', async () => {
    await touch('Khai sinh cho con')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Đăng ký khai sinh cho con')
    expect(backend.searched).toEqual([])
  })

  it('opens the first one found on Enter', async () => {
    await keys('khai')
    await fireEvent.keyDown(field(), { key: 'Enter' })
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Đăng ký khai sinh cho con')
  })

  it('shows a catalogue entry with its code and without a lesson', async () => {
    await keys('bay')
    await touch(/Thủ tục cấp phép bay/)
    expect(screen.getByText(/chưa có bài hướng dẫn/)).toBeTruthy()
    expect(screen.getByText(/1\.014689/)).toBeTruthy()
    expect(screen.getByText('Chưa nộp. Làm tiếp trên điện thoại.')).toBeTruthy()
  })
})
