import { expect, it } from 'vitest'
import { clock, day, sourceLine, today } from './format'
import { Session } from './session.svelte'
import { speak } from './strings'

const days = [
  ['2026-07-18', '18/7/2026', '18 Jul 2026'],
  ['2026-12-01', '1/12/2026', '1 Dec 2026'],
  ['2026-10', '10/2026', 'Oct 2026'],
  ['2026', '2026', '2026'],
  ['', '', ''],
  ['không rõ', 'không rõ', 'không rõ'],
] as const

it.each(days)('writes %s', (date, vi, en) => {
  expect([day(date, 'vi'), day(date, 'en')]).toEqual([vi, en])
})

it('names the source and the day of a number', () => {
  const session = new Session()
  speak(session)
  const source = { title: 'Nghị định 141/2026/NĐ-CP', date: '2026-05-25' }
  expect(sourceLine(source, 'vi')).toBe('Theo Nghị định 141/2026/NĐ-CP, tính đến 25/5/2026')
  session.language = 'en'
  expect(sourceLine(source, 'en')).toBe('Source: Nghị định 141/2026/NĐ-CP, as of 25 May 2026')
})

it('tells the time', () => {
  speak(new Session())
  const now = new Date(2026, 10, 23, 8, 5)
  expect([clock(now), today(now, 'vi')]).toEqual(['08:05', 'Thứ Hai, 23/11/2026'])
})
