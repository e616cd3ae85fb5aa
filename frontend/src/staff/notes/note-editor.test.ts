import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BackendError } from '../../lib/backend'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, type FakeStaff } from '../../lib/testing/staff'
import { NoteEditor } from './note-editor.svelte'
import { told, when } from './words'

let staff: FakeStaff
let editor: NoteEditor
const shut = vi.fn()

const target = 'khai-sinh/ten-chau'
const kept = () => staff.notesKept.get(target)

async function opened(): Promise<NoteEditor> {
  const made = new NoteEditor({ ...fakeBackend(), staff }, target, shut)
  await made.open()
  return made
}

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(1, pin)
  shut.mockClear()
  editor = await opened()
})

describe('what is typed', () => {
  it('is saved, and seen by residents only when somebody says so', async () => {
    editor.typing.replace('Nộp tại bàn 3')
    expect(editor.saved).toBe(false)
    expect(await editor.save()).toBe(true)
    expect(kept()).toMatchObject({ draft: 'Nộp tại bàn 3', shown: '', sequence: 1 })
    expect(editor.shown).toBe(false)
    expect(await editor.show()).toBe(true)
    expect(kept()).toMatchObject({ shown: 'Nộp tại bàn 3' })
    expect(editor.shown).toBe(true)
    editor.typing.replace('Nộp tại bàn 4')
    expect(editor.shown).toBe(false)
    await editor.save()
    expect(kept()).toMatchObject({ draft: 'Nộp tại bàn 4', shown: 'Nộp tại bàn 3' })
  })

  it('goes in one call at a time, with the last letter among them', async () => {
    const sent: [string, number][] = []
    let under = 0
    const save = staff.saveNote
    staff.saveNote = async (where, text, sequence) => {
      expect(++under).toBe(1)
      sent.push([text, sequence])
      await new Promise((done) => setTimeout(done, 1))
      under--
      return save(where, text, sequence)
    }
    editor.typing.replace('N')
    const first = editor.save()
    editor.typing.replace('Nộp')
    const second = editor.save()
    editor.typing.replace('Nộp tại bàn 3')
    await Promise.all([first, second])
    expect(await editor.save()).toBe(true)
    expect(sent.map(([, sequence]) => sequence)).toEqual(sent.map((_, i) => i + 1))
    expect(kept()?.draft).toBe('Nộp tại bàn 3')
  })

  it('stays in the field when the disk is full, and is saved with the next letter', async () => {
    staff.notesFail = new BackendError('disk_full', 'Ổ đĩa đã đầy.')
    editor.typing.replace('Nộp tại bàn 3')
    expect(await editor.show()).toBe(false)
    expect(editor.problem?.message).toBe('Ổ đĩa đã đầy.')
    expect(editor.typing.text).toBe('Nộp tại bàn 3')
    expect(kept()).toBeUndefined()
    expect(await editor.save()).toBe(true)
    expect(editor.problem).toBeNull()
    expect(kept()?.draft).toBe('Nộp tại bàn 3')
  })

  it('is not overtaken by another window, nor overtakes it unasked', async () => {
    const other = await opened()
    other.typing.replace('của Hoa')
    await other.save()
    editor.typing.replace('của Lan')
    expect(await editor.save()).toBe(false)
    expect(editor.other).toBe('của Hoa')
    expect(editor.typing.text).toBe('của Lan')
    expect(await editor.show()).toBe(false)
    expect(kept()).toMatchObject({ draft: 'của Hoa', shown: '' })
    await editor.keep()
    expect(await editor.show()).toBe(true)
    expect(kept()?.shown).toBe('của Lan')
  })

  it('that was kept although the answer was lost is not a quarrel with oneself', async () => {
    const save = staff.saveNote
    staff.saveNote = async (where, text, sequence) => {
      await save(where, text, sequence)
      staff.saveNote = save
      throw new BackendError('timeout', '')
    }
    editor.typing.replace('Nộp tại bàn 3')
    expect(await editor.save()).toBe(false)
    expect(await editor.save()).toBe(true)
    expect(editor.other).toBe('')
  })

  it('shuts the page’s door when the program’s has shut, and keeps the words', async () => {
    await staff.lock()
    editor.typing.replace('Nộp')
    expect(await editor.save()).toBe(false)
    expect(shut).toHaveBeenCalled()
    expect(editor.typing.text).toBe('Nộp')
  })

  it('of a page is cut to what a note may have', () => {
    editor.typing.insert('ế'.repeat(1_000_000).normalize('NFD'))
    expect([...editor.typing.text]).toHaveLength(200)
    expect(editor.typing.text).toBe(editor.typing.text.normalize('NFC'))
  })
})

it('a note that is taken away leaves nothing to be saved', async () => {
  editor.typing.replace('Nộp')
  await editor.show()
  expect(await editor.take()).toBe(true)
  expect(editor.typing.text).toBe('')
  expect(editor.saved).toBe(true)
  expect(kept()).toMatchObject({ draft: '', shown: '' })
})

it('the history is said in plain words', () => {
  const note = (before: string, after: string) => ({ target, before, after, away: false })
  expect(told(note('', 'bàn 3'))).toBe('Thêm “bàn 3”')
  expect(told(note('bàn 3', 'bàn 4'))).toBe('Đổi “bàn 3” thành “bàn 4”')
  expect(told(note('bàn 4', ''))).toBe('Bỏ “bàn 4”')
  expect(told({ target: 'khai-sinh', before: '', after: 'Khai sinh', away: true })).toBe('Tạm ẩn cả việc này')
  expect(told({ target: 'khai-sinh', before: 'Khai sinh', after: '', away: true })).toBe('Hiện lại việc này')
  const now = new Date(2026, 11, 1, 8)
  expect(when('2026-12-01 07:59', 'Lan', now, 'vi')).toBe('hôm nay, Lan')
  expect(when('2026-11-30 07:59', '', now, 'vi')).toBe('hôm qua')
  expect(when('2026-11-02 07:59', 'Lan', now, 'vi')).toBe('2/11/2026, Lan')
})
