import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BackendError } from '../../lib/backend'
import type { Detail } from '../../lib/enums'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, type FakeStaff } from '../../lib/testing/staff'
import { DetailEditor } from './detail-editor.svelte'

let staff: FakeStaff

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(1, pin)
})

const keep = (name: Detail, draft: string, shown = draft, sequence = 3): void =>
  void staff.detailsKept.set(name, { name, draft, sequence, shown, decided: true, problem: '', saved: '', who: '', admin: false })

async function opened(name: Detail, first?: string): Promise<DetailEditor> {
  const editor = new DetailEditor({ ...fakeBackend(), staff }, name, () => undefined, first)
  await editor.open()
  return editor
}

describe('a detail that is written', () => {
  it('has a line more than the hours that are written, and six at most', async () => {
    keep('hours', 'Sáng\nChiều')
    const editor = await opened('hours')
    expect(editor.lines.map(({ text }) => text)).toEqual(['Sáng', 'Chiều', ''])
    for (let i = 2; i < 6; i++) {
      editor.lines[i]?.replace(`dòng ${i}`)
      editor.changed()
    }
    expect(editor.lines).toHaveLength(6)
    expect(editor.text).toBe('Sáng\nChiều\ndòng 2\ndòng 3\ndòng 4\ndòng 5')
  })

  it('has one empty field where nothing is kept', async () => {
    expect((await opened('hours')).lines).toHaveLength(1)
    expect((await opened('phone')).lines).toHaveLength(1)
    expect((await opened('wifi')).lines).toHaveLength(2)
  })

  it('keeps of a network that it hides its name, and forgets it with the network', async () => {
    keep('wifi', 'Mot cua\nxinchao1\nhidden')
    const editor = await opened('wifi')
    editor.lines[1]?.replace('xinchao2')
    expect(editor.text).toBe('Mot cua\nxinchao2\nhidden')
    for (const line of editor.lines) line.clear()
    expect(editor.text).toBe('')
  })

  it('is shown once all of it is saved', async () => {
    const editor = await opened('phone')
    editor.lines[0]?.replace('0207 111 111')
    expect([editor.saved, editor.shown]).toEqual([false, false])
    expect(await editor.save()).toBe(true)
    expect([editor.saved, editor.shown, staff.detailsKept.get('phone')?.shown]).toEqual([true, false, ''])
    expect(await editor.show()).toBe(true)
    expect([editor.shown, staff.detailsKept.get('phone')?.shown]).toEqual([true, '0207 111 111'])
  })

  it('says what is wrong when it is to be shown, and not of half a word', async () => {
    const editor = await opened('phone')
    editor.lines[0]?.replace('1'.repeat(41))
    await editor.save()
    expect(editor.wrong).toBe('')
    expect(await editor.show()).toBe(false)
    expect([editor.wrong, editor.lines[0]?.text]).toEqual(['Mục này dài quá.', '1'.repeat(41)])
    editor.lines[0]?.replace('113')
    expect(await editor.show()).toBe(true)
    expect(editor.wrong).toBe('')
  })

  it('keeps what was typed when it cannot be saved, and saves it with the next letter', async () => {
    const editor = await opened('phone')
    staff.notesFail = new BackendError('disk_full', 'Ổ đĩa đã đầy.')
    editor.lines[0]?.replace('0207')
    expect(await editor.save()).toBe(false)
    expect([editor.problem?.message, editor.lines[0]?.text, editor.unsaved]).toEqual(['Ổ đĩa đã đầy.', '0207', true])
    editor.lines[0]?.replace('0207 1')
    expect(await editor.save()).toBe(true)
    expect([editor.problem, staff.detailsKept.get('phone')?.draft]).toEqual([null, '0207 1'])
  })

  it('asks before it writes over another window', async () => {
    keep('phone', '0207')
    const editor = await opened('phone')
    keep('phone', '0208', '0207', 9)
    editor.lines[0]?.replace('0209')
    expect(await editor.show()).toBe(false)
    expect([editor.other, editor.lines[0]?.text, staff.detailsKept.get('phone')?.shown]).toEqual(['0208', '0209', '0207'])
    await editor.keep()
    expect([editor.other, staff.detailsKept.get('phone')?.draft]).toEqual(['', '0209'])
  })

  it('sends one call at a time, the last letter among them', async () => {
    vi.useFakeTimers()
    const sent: string[] = []
    const { saveDetail } = staff
    staff.saveDetail = (name, text, sequence) => {
      sent.push(text)
      return saveDetail(name, text, sequence)
    }
    const editor = await opened('phone')
    for (const text of ['0', '02', '020']) {
      editor.lines[0]?.replace(text)
      editor.changed()
    }
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    expect(sent).toEqual(['020'])
  })

  it('begins with words of before, which are nothing but typed', async () => {
    keep('hours', 'Chiều')
    const editor = await opened('hours', 'Sáng')
    expect([editor.lines[0]?.text, editor.saved, staff.detailsKept.get('hours')?.draft]).toEqual(['Sáng', false, 'Chiều'])
  })
})
