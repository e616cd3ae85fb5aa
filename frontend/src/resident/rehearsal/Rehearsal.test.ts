import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { fakeBackend, type FakeBackend } from '../../lib/testing/fake'
import { prepareAll } from '../../lib/testing/screens'
import { askTime, fillTime, praiseTime } from './phone'

// What a touch would fetch is here before the clock stands still.
beforeAll(prepareAll, 60_000)

let backend: FakeBackend

beforeEach(async () => {
  vi.useFakeTimers()
  backend = fakeBackend()
  render(App, { backend })
  await settle()
  for (const name of ['Sinh con', /Đăng ký khai sinh cho con/, /Học từng bước/, /Đã/, 'Bệnh viện, trạm y tế', 'Xem từng bước']) await touch(name)
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

/** Lets so many milliseconds pass. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await settle()
}

const spot = (what: string) => `Trên điện thoại mẫu: ${what}`
const answered = () => screen.getByRole('status').textContent.trim()
const step = (number: number) => screen.getByText(`Tập thử, bước ${number} trên 9`)
const rings = () => [...document.querySelectorAll('.ring')].filter((ring) => ring.getAttribute('visibility') === 'visible').length
const praise = () => document.querySelector('.praise')

/** Touches what is right, to the end of a step, with as many misses before it. */
async function practise(misses = 0): Promise<void> {
  for (let i = 0; i < misses; i++) await touch(spot('Hủy'))
  await touch(spot('Ô nhập'))
  await pass(fillTime + praiseTime)
  await touch(spot('Tiếp tục'))
  await pass(praiseTime)
}

/** Goes through all nine steps; of those that can be touched the named ones are missed once or skipped. */
async function rehearse({ missed = [], skipped = [] }: { missed?: number[]; skipped?: number[] }): Promise<void> {
  for (let number = 1; number <= 9; number++) {
    step(number)
    if (!document.querySelector('.phone')) await touch('Tiếp tục')
    else if (skipped.includes(number)) await touch('Bỏ qua bước này')
    else await practise(missed.includes(number) ? 1 : 0)
  }
}

describe('the drawn phone', () => {
  it('asks where to touch before a ring shows it', async () => {
    expect([answered(), rings()]).toEqual(['Ông bà chạm vào đâu?', 0])
    await pass(askTime - 100)
    expect(rings()).toBe(0)
    await pass(200)
    expect([answered(), rings()]).toEqual(['Mời ông bà chạm vào chỗ có vòng.', 1])
  })

  it('shows the ring at the first miss, and says gently why', async () => {
    await touch(spot('Hủy'))
    expect([answered(), rings()]).toEqual(['Nút này xóa hết. Mời ông bà chạm Tiếp tục.', 1])
    await touch(spot('Tiếp tục'))
    expect(answered()).toMatch(/Chỗ này là “Tiếp tục”/)
    await fireEvent.click(document.querySelector('.picture') as Element)
    await settle()
    expect(answered()).toMatch(/Chưa đúng chỗ/)
    step(1)
  })

  it('praises what is right before it goes on, and takes no touch meanwhile', async () => {
    await touch(spot('Ô nhập'))
    expect(answered()).toMatch(/Máy tự điền giúp/)
    await touch(spot('Tiếp tục')) // not yet: the field is still filling
    await pass(fillTime)
    expect(answered()).toBe('Đúng rồi')
    expect(praise()).toBeTruthy()
    expect(rings()).toBe(0)
    await touch(spot('Tiếp tục')) // nor now
    await pass(praiseTime)
    expect(praise()).toBeNull()
    expect([answered(), rings()]).toEqual(['Bây giờ mời chạm: Tiếp tục', 0])
    await touch(spot('Tiếp tục'))
    step(1)
    await pass(praiseTime)
    step(2)
  })

  it('keeps what was filled in while it is praised, and while the ring comes', async () => {
    const filled = () => document.querySelector('.fill')?.getAttribute('visibility')
    await pass(askTime - 100)
    await touch(spot('Ô nhập'))
    await pass(200) // the ring would come now
    expect([filled(), rings()]).toEqual(['visible', 0])
    await pass(fillTime)
    expect([answered(), filled()]).toEqual(['Đúng rồi', 'visible'])
  })

  it('does not go on for who has gone elsewhere meanwhile', async () => {
    await practise()
    await touch(spot('Ô nhập'))
    await pass(fillTime)
    await touch('Bỏ qua bước này')
    step(3)
    await pass(praiseTime)
    step(3)
  })

  it('has dots for a secret, which nobody is to be told', async () => {
    await touch('Bỏ qua bước này')
    await touch(spot('Ô nhập'))
    expect(answered()).toMatch(/không nói cho ai/)
    expect(screen.getByText('Không nói cho ai biết')).toBeTruthy()
  })

  it('keeps what was touched when the language changes', async () => {
    await touch(spot('Ô nhập'))
    await pass(fillTime + praiseTime)
    await touch('English')
    expect(answered()).toBe('Now touch: Tiếp tục')
    await touch(/: Tiếp tục$/)
    await pass(praiseTime)
    expect(screen.getByText(/step 2 of 9/)).toBeTruthy()
    await touch(/: Tiếp tục$/) // here the field comes first again
    expect(screen.getByText(/step 2 of 9/)).toBeTruthy()
  })
})

it('shows the helper what to watch for while the button is down', async () => {
  await touch('Có người đi cùng')
  expect(screen.getByText('Để ông bà tự chạm. Chỉ nhắc khi được hỏi.')).toBeTruthy()
  await touch('Có người đi cùng')
  expect(screen.queryByText(/Chỉ nhắc khi được hỏi/)).toBeNull()
})

it('goes to the chapter that is touched', async () => {
  await touch(/^Nộp, chặng 5 trên 5$/)
  step(8)
})

describe('the end', () => {
  const title = () => screen.getByRole('heading', { level: 1 }).textContent
  const beads = () => screen.getAllByRole('button', { name: /^Bước \d/ }).map((bead) => bead.getAttribute('aria-label'))
  const rehearsed = () => backend.counted.some(({ event }) => event === 'rehearsed')

  it('tells who skipped everything that nothing is practised yet', async () => {
    await rehearse({ skipped: [1, 2, 3, 5, 6, 8, 9] })
    expect(title()).toBe('Ông bà mới tập 0 trên 7 bước')
    expect(screen.getByText('Mới tập thử. Chưa nộp gì cả.')).toBeTruthy()
    expect(beads()).toEqual([1, 2, 3, 5, 6, 8, 9].map((n) => `Bước ${n}: chưa tập`))
    expect(rehearsed()).toBe(false)
  })

  it('says what was right, and offers the rest again, one by one', async () => {
    await rehearse({ missed: [2, 8] })
    expect(title()).toBe('Ông bà làm đúng 5 trên 7 bước')
    expect(beads()).toContain('Bước 2: chưa đúng ngay')
    expect(rehearsed()).toBe(true)
    await touch('Tập lại 2 bước này')
    step(2)
    await practise()
    step(8)
    await practise(1)
    expect(title()).toBe('Ông bà làm đúng 6 trên 7 bước')
    await touch('Bước 8: chưa đúng ngay')
    await practise()
    expect(title()).toBe('Ông bà làm đúng cả 7 bước')
    await touch('Tập lại từ đầu')
    step(1)
  })

  it('begins anew as if nothing had been practised', async () => {
    await rehearse({})
    expect(title()).toBe('Ông bà làm đúng cả 7 bước')
    await touch('Tập lại từ đầu')
    await rehearse({ skipped: [1, 2, 3, 5, 6, 8, 9] })
    expect(title()).toBe('Ông bà mới tập 0 trên 7 bước')
  })
})

describe('aloud', () => {
  const said = () => backend.spoken.flatMap(({ texts }) => texts)

  it('says what happened to who has listened, until it is stopped', async () => {
    await pass(100) // the program says who can speak
    await touch('Nghe')
    await pass(100)
    await touch(spot('Hủy'))
    expect(said()).toContain('Nút này xóa hết. Mời ông bà chạm Tiếp tục.')
    await touch(spot('Ô nhập'))
    await pass(fillTime)
    expect(said().at(-1)).toBe('Đúng rồi')
    await pass(3000)
    if (screen.queryByRole('button', { name: 'Dừng' })) await touch('Dừng')
    else {
      await touch('Nghe')
      await touch('Dừng')
    }
    const before = said().length
    await touch(spot('Tiếp tục'))
    expect(said()).toHaveLength(before)
  })

  it('is silent for who has not asked', async () => {
    await touch(spot('Hủy'))
    await practise()
    expect(said()).toEqual([])
  })
})
