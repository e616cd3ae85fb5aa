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
})

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(pin)
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
    order.setCopies(0)
    expect(order.copies).toBe(1)
    await order.findPaper()
    order.setCopies(0)
    expect(order.copies).toBe(1)
    order.setCopies(1e9)
    expect(order.copies).toBe(paper.maxCopies)
    order.setHouseholds(1e9)
    expect(order.households).toBe(paper.maxHouseholds)
    order.setStart(5)
    expect(order.start).toBe(1)
  })

  it('starts at the first place again when the paper changes', async () => {
    order.add(hit('khai-sinh'))
    order.choose('a4x8')
    await order.look()
    order.setStart(5)
    expect(order.view).toMatchObject({ layout: 'a4x8', start: 5 })
    order.choose('a5')
    expect(order.start).toBe(1)
  })

  it('orders a pack for a hamlet only while that is chosen', () => {
    order.hamlet = ' Nà Khà '
    expect(order.view.hamlet).toBe('')
    order.chooseHamlet()
    expect(order.view).toMatchObject({ hamlet: 'Nà Khà', households: 30 })
    order.choose('a6')
    expect(order.view.hamlet).toBe('')
  })
})

describe('the preview', () => {
  it('is there while something is chosen', async () => {
    await order.look()
    expect(order.preview).toBeNull()
    order.add(hit('khai-sinh'))
    await order.look()
    expect(order.preview?.pages).toBe(1)
  })

  it('shuts the staff area when the door has shut', async () => {
    order.add(hit('khai-sinh'))
    await staff.lock()
    await order.look()
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
    expect(order.view).toMatchObject({ services: ['khai-sinh'], layout: 'a4x8', copies: 40 })
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
  order.setCopies(3)
  await order.look()
  order.turn(1)
  await order.look()
  expect(order.preview?.page).toBe(2)
  order.turn(9)
  await order.look()
  expect(order.page).toBe(3)
})
