import { expect, it } from 'vitest'
import type { BackupView } from '../../lib/views'
import { lastBackup, overdue } from './backup'

const last: BackupView = { made: '2026-11-23 08:00', ago: 0, stick: true, days: 3, batches: 2, checks: 1, clips: 0, notes: 2, words: 1, away: 1, people: 2 }

it('says when the last copy was made, and where it is', () => {
  expect(lastBackup({ ...last, made: '' })).toBe('Chưa sao lưu ra USB lần nào')
  expect(lastBackup(last)).toBe('Sao lưu ra USB lần cuối: hôm nay')
  expect(lastBackup({ ...last, ago: 1 })).toBe('Sao lưu ra USB lần cuối: hôm qua')
  expect(lastBackup({ ...last, ago: 3 })).toBe('Sao lưu ra USB lần cuối: 3 ngày trước')
  expect(lastBackup({ ...last, stick: false })).toBe('Sao lưu lần cuối: hôm nay, bản sao còn nằm trong máy này')
})

it('wants another copy when there is none, when it is on the PC, and after a week', () => {
  expect(overdue(null)).toBe(false) // not for who asks
  expect(overdue({ ...last, ago: 6 })).toBe(false)
  for (const late of [{ made: '' }, { stick: false }, { ago: 7 }]) expect(overdue({ ...last, ...late }), JSON.stringify(late)).toBe(true)
})
