import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, paper, pin, type FakeStaff } from '../../lib/testing/staff'
import type { HitView } from '../../lib/views'
import { StaffArea } from '../staff-area.svelte'
import type { PrintOrder } from './print-order.svelte'

let staff: FakeStaff
let area: StaffArea
let order: PrintOrder

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
  hidden: false,
})

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(1, pin)
  area = new StaffArea({ ...fakeBackend(), staff })
  area.open = true
  order = area.order
})

describe('the basket', () => {
  it('takes a service once, and none of the catalogue', () => {
    order.add(hit('khai-sinh'))
    order.add(hit('khai-sinh'))
    order.add(hit('1.014689', 'catalogue'))
    expect(order.chosen).toEqual([{ key: 'khai-sinh', title: 'Làm khai-sinh' }])
    order.remove('khai-sinh')
    expect(order.view.services).toEqual([])
  })

  it('keeps numbers within what the program takes', async () => {
    order.add(hit('khai-sinh'))
    const count = () => order.rows[0]?.count
    order.setCount('khai-sinh', 0)
    expect(count()).toBe(1)
    await order.findPaper()
    order.setCount('khai-sinh', 0)
    expect(count()).toBe(1)
    order.setCount('khai-sinh', 1e9)
    expect(count()).toBe(paper.maxCopies)
    order.setHouseholds(1e9)
    expect(order.households).toBe(paper.maxHouseholds)
    order.setStart(5)
    expect(order.start).toBe(1)
  })

  it('fills the sheet until staff say how many, and sends the numbers it shows', async () => {
    await order.findPaper()
    order.choose('a4x4')
    order.add(hit('khai-sinh'))
    expect(order.view.counts).toEqual([4])
    order.add(hit('vneid'))
    order.addForm({ kind: 'wifi', name: '', phone: '' })
    expect(order.rows.map(({ title, count }) => [title, count])).toEqual([['Làm khai-sinh', 2], ['Làm vneid', 1], ['Wi-Fi', 1]])
    order.setCount('vneid', 5)
    expect(order.view).toMatchObject({ counts: [2, 5, 1], copies: 5 })
    order.remove('vneid')
    order.add(hit('vneid'))
    expect(order.view.counts).toHaveLength(3)
    expect(order.rows.reduce((sum, { count }) => sum + count, 0)).toBe(4)
  })

  it('starts at the first place again when the paper changes', async () => {
    order.add(hit('khai-sinh'))
    await order.findPaper()
    order.choose('a4x8')
    await order.ask()
    order.setStart(5)
    expect(order.view).toMatchObject({ layout: 'a4x8', start: 5 })
    order.choose('a5')
    expect(order.start).toBe(1)
  })

  it('orders a pack for a hamlet only while that is chosen', () => {
    order.hamlet = ' Nà Khà '
    expect(order.view.hamlet).toBe('')
    area.showOrder(true)
    expect(order.view).toMatchObject({ hamlet: 'Nà Khà', households: 30, counts: [] })
    area.showOrder(false)
    expect(order.view.hamlet).toBe('')
  })
})

describe('the preview', () => {
  it('is there while something is chosen', async () => {
    await order.ask()
    expect(order.preview).toBeNull()
    order.add(hit('khai-sinh'))
    await order.ask()
    expect(order.preview?.pages).toBe(1)
  })

  it('shuts the staff area when the door has shut', async () => {
    order.add(hit('khai-sinh'))
    await staff.lock()
    await order.ask()
    expect([area.open, order.preview, order.problem?.code]).toEqual([false, null, 'denied'])
  })
})

describe('saving', () => {
  it('is followed to its end', async () => {
    vi.useFakeTimers()
    order.add(hit('khai-sinh'))
    const saving = order.save('/media/x/USB')
    expect(order.job.progress?.state).toBe('busy')
    await vi.advanceTimersByTimeAsync(1000)
    await saving
    vi.useRealTimers()
    expect(order.job.progress).toMatchObject({ state: 'done', file: '/media/x/USB/to.pdf' })
    expect(staff.saved[0]?.folder).toBe('/media/x/USB')
  })

  it('prints on the printer that was touched', async () => {
    vi.useFakeTimers()
    order.add(hit('khai-sinh'))
    const printing = order.print('may-in')
    await vi.advanceTimersByTimeAsync(1000)
    await printing
    vi.useRealTimers()
    expect(order.job.progress?.state).toBe('done')
    expect(staff.printed[0]).toMatchObject({ printer: 'may-in', order: { services: ['khai-sinh'] } })
  })

  it('says what went wrong', async () => {
    await staff.lock()
    order.add(hit('khai-sinh'))
    await order.save('/media/x/USB')
    expect(order.job.progress).toMatchObject({ state: 'failed', problem: 'Phần này dành cho cán bộ. Mời nhập mã PIN.' })
  })
})

describe('the order', () => {
  it('outlives its screen, but not the lock', () => {
    order.add(hit('khai-sinh'))
    order.addForm({ kind: 'wifi', name: '', phone: '' })
    order.hamlet = 'Nà Khà'
    area.clear()
    expect([order.empty, order.hamlet, area.screen]).toEqual([true, '', 'today'])
  })

  it('of a hamlet is ordered again as a pack', () => {
    area.again({
      id: 2, made: '2026-11-23 08:00', layout: 'a4x8', hamlet: 'Nà Khà', place: 'A', copies: 12, pages: 15, edition: 1, printed: true, retired: '',
      outdated: false, services: [{ key: 'vneid', title: 'VNeID', copies: 12, why: [] }],
    })
    expect(order.view).toMatchObject({ services: ['vneid'], hamlet: 'Nà Khà', households: 12, counts: [] })
  })
})

describe('a job', () => {
  it('is found again by who comes back while it is printed', async () => {
    vi.useFakeTimers()
    const found = order.job.attach()
    await vi.advanceTimersByTimeAsync(0)
    expect(order.job.of('paper')?.state).toBe('busy')
    expect(order.job.of('files')).toBeNull()
    await vi.advanceTimersByTimeAsync(1000)
    await found
    vi.useRealTimers()
    expect(order.job.progress?.state).toBe('done')
    order.job.dismiss()
    await order.job.attach() // one that is over is not dug out again
    expect(order.job.progress).toBeNull()
  })

  it('says nothing of the door that shut behind who left', async () => {
    vi.useFakeTimers()
    order.add(hit('khai-sinh'))
    const printing = order.print('may-in')
    await vi.advanceTimersByTimeAsync(250)
    await staff.lock()
    await vi.advanceTimersByTimeAsync(1000)
    await printing
    vi.useRealTimers()
    expect(order.job.progress).toBeNull()
  })
})

describe('what was printed', () => {
  it('names what has to be replaced, until it was', async () => {
    await area.showHistory()
    expect(area.history.batches.map((b) => b.outdated)).toEqual([true])
    await area.history.retire(1)
    expect(area.history.batches.map((b) => [b.outdated, b.retired])).toEqual([[false, '2026-11-23']])
  })

  it('is ordered again as it was', async () => {
    await area.showHistory()
    const [batch] = area.history.batches
    if (batch) area.again(batch)
    expect(order.view).toMatchObject({ services: ['khai-sinh'], layout: 'a4x8', copies: 40, counts: [40] })
    expect(area.screen).toBe('order')
  })
})

describe('a job that was cut off', () => {
  const left = { title: 'Thôn Nà Khà', begun: '2026-11-24 08:00', printed: true, place: 'may-in', pages: 503, done: 120 }

  it('is found, and goes on at the page staff choose', async () => {
    await order.findUnfinished()
    expect(order.unfinished).toBeNull()
    staff.left = left
    await order.findUnfinished()
    expect(order.unfinished).toEqual(left)
    vi.useFakeTimers()
    const done = order.resume(118)
    expect(order.unfinished).toBeNull()
    expect(order.job.progress?.pages).toBe(503)
    await vi.runAllTimersAsync()
    await done
    vi.useRealTimers()
    expect(staff.resumed).toEqual([118])
    expect(order.job.progress?.state).toBe('done')
  })

  it('can wait, and can be dropped', async () => {
    staff.left = left
    await order.findUnfinished()
    order.later()
    expect(order.unfinished).toBeNull()
    await order.findUnfinished()
    await order.forget()
    await order.findUnfinished()
    expect(order.unfinished).toBeNull()
  })
})

it('turns the pages of the preview, not beyond them', async () => {
  order.add(hit('khai-sinh'))
  order.setCount('khai-sinh', 3)
  await order.ask()
  order.turn(1)
  await order.ask()
  expect(order.preview?.page).toBe(2)
  order.turn(9)
  await order.ask()
  expect(order.page).toBe(3)
})
