import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBackend } from '../lib/testing/fake'
import { fakeStaff, paper, pin, type FakeStaff } from '../lib/testing/staff'
import type { HitView } from '../lib/views'
import { Desk } from './desk.svelte'

let staff: FakeStaff
let desk: Desk

const hit = (key: string, kind: HitView['kind'] = 'procedure'): HitView => ({
  key,
  kind,
  code: '',
  title: [
    { say: 'Làm ', hit: false },
    { say: key, hit: true },
  ],
  decides: '',
  guide: false,
})

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(pin)
  desk = new Desk({ ...fakeBackend(), staff })
  desk.open = true
})

describe('the basket', () => {
  it('takes a service once, and none of the catalogue', () => {
    desk.add(hit('khai-sinh'))
    desk.add(hit('khai-sinh'))
    desk.add(hit('1.014689', 'catalogue'))
    expect(desk.chosen).toEqual([{ key: 'khai-sinh', title: 'Làm khai-sinh' }])
    desk.remove('khai-sinh')
    expect(desk.order.services).toEqual([])
  })

  it('keeps numbers within what the program takes', async () => {
    await desk.findPaper()
    desk.setCopies(0)
    expect(desk.copies).toBe(1)
    desk.setCopies(1e9)
    expect(desk.copies).toBe(paper.maxCopies)
    desk.setHouseholds(1e9)
    expect(desk.households).toBe(paper.maxHouseholds)
    desk.setStart(5)
    expect(desk.start).toBe(1)
  })

  it('starts at the first place again when the paper changes', async () => {
    desk.add(hit('khai-sinh'))
    desk.choose('a4x8')
    await desk.look()
    desk.setStart(5)
    expect(desk.order).toMatchObject({ layout: 'a4x8', start: 5 })
    desk.choose('a5')
    expect(desk.start).toBe(1)
  })

  it('orders a pack for a hamlet only while that is chosen', () => {
    desk.hamlet = ' Nà Khà '
    expect(desk.order.hamlet).toBe('')
    desk.chooseHamlet()
    expect(desk.order).toMatchObject({ hamlet: 'Nà Khà', households: 30 })
    desk.choose('a6')
    expect(desk.order.hamlet).toBe('')
  })
})

describe('the preview', () => {
  it('is there while something is chosen', async () => {
    await desk.look()
    expect(desk.preview).toBeNull()
    desk.add(hit('khai-sinh'))
    await desk.look()
    expect(desk.preview?.pages).toBe(1)
  })

  it('shuts the desk when the door has shut', async () => {
    desk.add(hit('khai-sinh'))
    await staff.lock()
    await desk.look()
    expect([desk.open, desk.preview, desk.problem?.code]).toEqual([false, null, 'denied'])
  })
})

describe('saving', () => {
  it('is followed to its end', async () => {
    vi.useFakeTimers()
    desk.add(hit('khai-sinh'))
    const saving = desk.save('/media/x/USB')
    expect(desk.progress?.state).toBe('busy')
    await vi.advanceTimersByTimeAsync(1000)
    await saving
    vi.useRealTimers()
    expect(desk.progress).toMatchObject({ state: 'done', file: '/media/x/USB/to.pdf' })
    expect(staff.saved[0]?.folder).toBe('/media/x/USB')
  })

  it('prints on the printer that was touched', async () => {
    vi.useFakeTimers()
    desk.add(hit('khai-sinh'))
    const printing = desk.print('may-in')
    await vi.advanceTimersByTimeAsync(1000)
    await printing
    vi.useRealTimers()
    expect(desk.progress?.state).toBe('done')
    expect(staff.printed[0]).toMatchObject({ printer: 'may-in', order: { services: ['khai-sinh'] } })
  })

  it('says what went wrong', async () => {
    await staff.lock()
    desk.add(hit('khai-sinh'))
    await desk.save('/media/x/USB')
    expect(desk.progress).toMatchObject({ state: 'failed', problem: 'Phần này dành cho cán bộ. Mời nhập mã PIN.' })
  })
})

describe('what was printed', () => {
  it('names what has to be replaced, until it was', async () => {
    await desk.showHistory()
    expect(desk.batches.map((b) => b.outdated)).toEqual([true])
    await desk.retire(1)
    expect(desk.batches.map((b) => [b.outdated, b.retired])).toEqual([[false, '2026-11-23']])
  })

  it('goes on the desk again as it was', async () => {
    await desk.showHistory()
    const [batch] = desk.batches
    if (batch) desk.again(batch)
    expect(desk.order).toMatchObject({ services: ['khai-sinh'], layout: 'a4x8', copies: 40 })
    expect(desk.place).toBe('order')
  })
})

describe('a job that was cut off', () => {
  const left = { title: 'Thôn Nà Khà', begun: '2026-11-24 08:00', printed: true, place: 'may-in', pages: 503, done: 120 }

  it('is found, and goes on at the page staff choose', async () => {
    await desk.findUnfinished()
    expect(desk.unfinished).toBeNull()
    staff.left = left
    await desk.findUnfinished()
    expect(desk.unfinished).toEqual(left)
    vi.useFakeTimers()
    const done = desk.resume(118)
    expect(desk.unfinished).toBeNull()
    expect(desk.progress?.pages).toBe(503)
    await vi.runAllTimersAsync()
    await done
    vi.useRealTimers()
    expect(staff.resumed).toEqual([118])
    expect(desk.progress?.state).toBe('done')
  })

  it('can wait, and can be dropped', async () => {
    staff.left = left
    await desk.findUnfinished()
    desk.later()
    expect(desk.unfinished).toBeNull()
    await desk.findUnfinished()
    await desk.forget()
    await desk.findUnfinished()
    expect(desk.unfinished).toBeNull()
  })
})

it('turns the pages of the preview, not beyond them', async () => {
  desk.add(hit('khai-sinh'))
  desk.setCopies(3)
  await desk.look()
  desk.turn(1)
  await desk.look()
  expect(desk.preview?.page).toBe(2)
  desk.turn(9)
  await desk.look()
  expect(desk.page).toBe(3)
})
