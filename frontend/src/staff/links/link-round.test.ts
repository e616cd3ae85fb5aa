import { beforeEach, expect, it } from 'vitest'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, type FakeStaff } from '../../lib/testing/staff'
import { LinkRound } from './link-round.svelte'

let staff: FakeStaff
let round: LinkRound
let shut: boolean

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(1, pin)
  shut = false
  round = new LinkRound({ ...fakeBackend(), staff }, () => (shut = true))
  await round.look()
})

it('begins with the control code, and goes through the links', async () => {
  expect(round.view?.left).toBe(3)
  await round.begin()
  expect([round.page, round.shown?.link.key]).toEqual(['control', 'trang-chu'])
  await round.control(true)
  expect([round.page, round.shown?.link.key, staff.controlOpened]).toEqual(['link', 'khai-sinh', true])
  round.reader = 'zalo'
  await round.judge('right')
  await round.judge('wrong')
  await round.skip()
  expect(round.page).toBe('end')
  expect(staff.judged.map(({ link, found, reader }) => [link, found, reader])).toEqual([
    ['khai-sinh', 'right', 'zalo'],
    ['khai-tu', 'wrong', 'zalo'],
  ])
  expect([round.count('right'), round.count('wrong'), round.count('shut')]).toEqual([1, 1, 0])
})

it('takes back, also from the end', async () => {
  await round.begin()
  await round.control(true)
  for (let i = 0; i < 3; i++) await round.judge('right')
  expect(round.page).toBe('end')
  await round.undo()
  expect([round.page, round.shown?.link.key, round.said.length]).toEqual(['link', 'ket-hon', 2])
  await round.undo()
  expect(round.shown?.link.key).toBe('khai-tu')
})

it('asks once where an earlier round says the opposite', async () => {
  staff.judgedBefore = 'khai-sinh'
  await round.begin()
  await round.control(true)
  await round.judge('wrong')
  expect([round.asks?.before.who, staff.judged.length, round.at]).toEqual(['Hoa', 0, 0])
  await round.judge('wrong', true)
  expect([round.asks, staff.judged.length, round.at]).toEqual([null, 1, 1])
})

it('ends when it is told to, however soon after the last verdict', async () => {
  await round.begin()
  await round.control(true)
  const said = round.judge('right')
  await Promise.all([said, round.end()])
  expect([round.page, staff.judged.length]).toEqual(['end', 1])
})

it('does not end over a question that the last verdict raised', async () => {
  staff.judgedBefore = 'khai-sinh'
  await round.begin()
  await round.control(true)
  await Promise.all([round.judge('wrong'), round.end()])
  expect([round.page, round.asks?.before.who]).toEqual(['link', 'Hoa'])
  await round.end()
  expect([round.page, round.asks]).toEqual(['end', null])
})

it('notes an outage', async () => {
  await round.begin()
  await round.control(false)
  expect(round.outage).toBe(true)
})

it('uses a new address only after it was tried', async () => {
  await round.begin()
  await round.control(true)
  round.askAddress()
  round.pasting.replace('https://example.com/')
  await round.tryAddress()
  expect([round.tried, round.problem?.message]).toEqual([null, 'Trang này không có trong danh sách trang chính thức.'])
  await round.useAddress()
  expect(staff.judged).toEqual([])
  round.pasting.replace('https://dichvucong.gov.vn/moi')
  await round.tryAddress()
  await round.useAddress()
  expect(staff.judged.map(({ url, found }) => [url, found])).toEqual([['https://dichvucong.gov.vn/moi', 'right']])
  expect(round.shown?.link.key).toBe('khai-tu')
})

it('says twice what was touched twice only once', async () => {
  await round.begin()
  await round.control(true)
  await Promise.all([round.judge('right'), round.judge('right')])
  expect(staff.judged.length).toBe(1)
})

it('is shut with the door', async () => {
  await staff.lock()
  await round.begin()
  expect([shut, round.page]).toEqual([true, 'begin'])
})
