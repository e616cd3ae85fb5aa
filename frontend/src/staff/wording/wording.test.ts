import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BackendError } from '../../lib/backend'
import type { DrawingView } from '../../lib/views'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, type FakeStaff } from '../../lib/testing/staff'
import { isoDay, writtenDay } from './days'
import { difference } from './difference'
import { drawnChanges, drawnLines, drawnTexts, kindOf } from './drawn'
import { about, isFact, isLine, isOrder, isScreen, placed } from './kinds'
import { WordingRoom } from './wording-room.svelte'

let staff: FakeStaff
let room: WordingRoom
const shut = vi.fn()
const target = 'khai-sinh/ten-chau'

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(1, pin)
  await staff.addPerson('Tú', 'clerk', '840217')
  shut.mockClear()
  room = new WordingRoom({ ...fakeBackend(), staff }, shut)
  await room.look()
})

async function written(say: string): Promise<void> {
  await room.write(target)
  if (room.editor) room.editor.typed.say.replace(say)
  await room.ask()
}

describe('a sentence', () => {
  it('is saved as it is typed, and waits for a second person', async () => {
    await written('Gõ họ tên cháu.')
    expect(room.editor).toBeNull()
    expect(room.list).toMatchObject([{ draft: { say: 'Gõ họ tên cháu.' }, asked: true, author: 'Lan' }])
  })

  it('is agreed on by who did not write it', async () => {
    await written('Gõ họ tên cháu.')
    await room.read(room.list[0] as (typeof room.list)[number])
    expect(room.reads?.people.map(({ name }) => name)).toEqual(['Tú'])
    await expect(room.agree(2, '111111')).rejects.toThrow('Mã PIN chưa đúng. Còn 4 lần thử.')
    expect(shut).not.toHaveBeenCalled()
    await room.agree(2, '840217')
    expect(room.reads).toBeNull()
    expect(room.list).toMatchObject([{ agreed: true, by: 'Lan, Tú', now: { say: 'Gõ họ tên cháu.' } }])
  })

  it('goes back to its writer', async () => {
    await written('Gõ họ tên cháu.')
    await room.read(room.list[0] as (typeof room.list)[number])
    await room.sendBack()
    expect(room.list).toMatchObject([{ asked: false, writing: true }])
  })

  it('stays in its field when it cannot be saved', async () => {
    await room.write(target)
    const { editor } = room
    if (!editor) throw new Error('nothing is written')
    editor.typed.say.replace('Gõ họ tên cháu.')
    staff.notesFail = new BackendError('disk_full', 'Ổ đĩa đã đầy.')
    expect(await editor.save()).toBe(false)
    expect([editor.problem?.message, editor.typed.say.text, editor.saved]).toEqual(['Ổ đĩa đã đầy.', 'Gõ họ tên cháu.', false])
    expect(await editor.save()).toBe(true)
    expect(staff.wordingsKept.get(target)?.draft.say).toBe('Gõ họ tên cháu.')
  })

  it('of another window is shown, and not written over', async () => {
    await room.write(target)
    const { editor } = room
    if (!editor) throw new Error('nothing is written')
    await staff.saveWording(target, { say: 'Gõ tên bé.', more: '', source: '', dated: '', from: '' }, 5)
    editor.typed.say.replace('Gõ họ tên cháu.')
    expect(await editor.save()).toBe(false)
    expect([editor.other, staff.wordingsKept.get(target)?.draft.say]).toEqual(['Gõ tên bé.', 'Gõ tên bé.'])
    await editor.keep()
    expect([editor.other, editor.saved, staff.wordingsKept.get(target)?.draft.say]).toEqual(['', true, 'Gõ họ tên cháu.'])
  })
})

it('reads days as people write them', () => {
  for (const [written, iso] of [['15/12/2026', '2026-12-15'], ['5-1-2027', '2027-01-05'], [' 1.2.2027 ', '2027-02-01'], ['mai', 'mai'], ['', '']] as const) expect(isoDay(written)).toBe(iso)
  expect([writtenDay('2026-12-05'), writtenDay(''), writtenDay('mai')]).toEqual(['5/12/2026', '', 'mai'])
})

it('says which words go and which come', () => {
  expect(difference('Gõ tên cháu.', 'Gõ họ tên cháu bé.')).toEqual([
    { in: 'both', words: 'Gõ' },
    { in: 'after', words: 'họ' },
    { in: 'both', words: 'tên' },
    { in: 'before', words: 'cháu.' },
    { in: 'after', words: 'cháu bé.' },
  ])
  expect(difference('', 'Có dấu.')).toEqual([{ in: 'after', words: 'Có dấu.' }])
  expect(difference('Có dấu.', '')).toEqual([{ in: 'before', words: 'Có dấu.' }])
})

it('knows a number and an order by their names', () => {
  expect(['a#fee', 'a#hotline', 'a#order', 'a#watch-1f', 'a/ten-chau', 'a'].map((target) => [isFact(target), isOrder(target), isLine(target)])).toEqual([
    [true, false, false],
    [true, false, false],
    [false, true, false],
    [false, false, false],
    [false, false, false],
    [false, false, false],
  ])
  expect(isLine('a#deadline')).toBe(true)
  expect([about('a#fee'), about('a#order'), about('a/ten-chau')]).toEqual(['Bao nhiêu tiền', 'Thứ tự các bước', ''])
})

it('says which steps have moved, and from where', () => {
  const step = (id: string) => ({ id, say: id.toUpperCase(), when: '' })
  const steps = ['a', 'b', 'c', 'd'].map(step)
  expect(placed(steps, 'a b c d', 'a b c d').map(({ from }) => from)).toEqual([0, 0, 0, 0])
  expect(placed(steps, 'a b c d', 'b c a d').map(({ id, from }) => `${id}${from}`)).toEqual(['b0', 'c0', 'a1', 'd0'])
  // The province has dropped one of them.
  expect(placed(steps.slice(1), 'b c d', 'b d a c').map(({ id }) => id)).toEqual(['b', 'd', 'c'])
})

it('moves a step by one place, and no further than the ends', async () => {
  await room.write('khai-sinh#order')
  const { editor } = room
  if (!editor) throw new Error('nothing is written')
  editor.typed.say.replace('a b c')
  const after = (id: string, by: -1 | 1): string => {
    editor.move(id, by)
    return editor.typed.say.text
  }
  expect([after('c', -1), after('a', -1), after('b', 1), after('x', 1), after('c', -1)]).toEqual(['a c b', 'a c b', 'a c b', 'a c b', 'c a b'])
})

it('goes from the numbers of a lesson to one of them, and back', async () => {
  await room.openLesson('khai-sinh')
  expect(room.lesson?.map((one) => one.target)).toEqual(['khai-sinh#fee', 'khai-sinh#order'])
  await room.write('khai-sinh#fee')
  room.editor?.typed.say.replace('5.000 đồng')
  await room.close()
  expect([room.editor, room.lesson?.[0]?.draft.say]).toEqual([null, '5.000 đồng'])
  await room.leaveLesson()
  expect([room.lesson, room.list.map((one) => one.target)]).toEqual([null, ['khai-sinh#fee']])
})

describe('the words on a drawing', () => {
  const before = 'app: VNeID\ntitle: Tờ khai: bản một\n1.field: Họ tên\n1.value: Nguyễn Thị Mẫu\n4.button: Xem trước'

  it('are texts of their kinds', () => {
    expect(['a/ten#screen', 'flow b/ten#screen', 'a#order', 'a/ten'].map(isScreen)).toEqual([true, true, false, false])
    expect(about('a/ten#screen')).toBe('Chữ trên hình')
    expect(drawnTexts(`${before}\nlook: phone\n\n`).map(({ key, say }) => `${kindOf(key)}=${say}`)).toEqual([
      'Thanh trên cùng=VNeID', 'Tên màn hình=Tờ khai: bản một', 'Tên ô=Họ tên', 'Chữ điền mẫu=Nguyễn Thị Mẫu', 'Nút=Xem trước',
    ])
  })

  it('are kept as far as they differ', () => {
    const typed: Record<string, string> = { app: 'VNeID', title: ' Tờ khai:  bản một ', '1.field': 'Tên', '1.value': '', '4.button': 'Gửi' }
    expect(drawnLines(drawnTexts(before), (key) => typed[key] ?? '')).toBe('1.field: Tên\n1.value:\n4.button: Gửi')
    expect(drawnChanges(before, '1.value:\n4.button: Gửi')).toEqual([
      { key: '1.value', before: 'Nguyễn Thị Mẫu', after: '' },
      { key: '4.button', before: 'Xem trước', after: 'Gửi' },
    ])
  })

  it('are typed each in its own field', async () => {
    const place = 'khai-sinh/ten-chau#screen'
    const blank = { say: '', more: '', source: '', dated: '', from: '' }
    staff.wordingsKept.set(place, { ...(await staff.wording(place)), before: { ...blank, say: before }, draft: { ...blank, say: '4.button: Gửi' } })
    await room.write(place)
    const { editor } = room
    if (!editor) throw new Error('nothing is written')
    expect(editor.drawn.map(({ typing }) => typing.text)).toEqual(['VNeID', 'Tờ khai: bản một', 'Họ tên', 'Nguyễn Thị Mẫu', 'Gửi'])
    expect(editor.saved).toBe(true)
    editor.field('title').replace('Tờ khai')
    expect(editor.saved).toBe(false)
    expect(await editor.save()).toBe(true)
    expect(staff.wordingsKept.get(place)?.draft.say).toBe('title: Tờ khai\n4.button: Gửi')
    for (const [key, say] of [['title', 'Tờ khai: bản một'], ['4.button', 'Xem trước']] as const) editor.field(key).replace(say)
    expect(await editor.save()).toBe(true)
    expect(staff.wordingsKept.get(place)?.draft.say).toBe('')
  })
})

describe('a step without a drawing', () => {
  const place = 'khai-sinh/xong#screen'
  const drawing = (name: string, texts: string): DrawingView => ({ line: `copy: khai-sinh/${name} 1f`, of: 'Khai sinh', step: 'Gõ tên cháu.', texts, near: true, picture: '<svg/>', alt: '' })
  const one = drawing('ten-chau', 'title: Tờ khai\n1.button: Gửi')
  const other = drawing('ngay-sinh', 'title: Ngày sinh')

  beforeEach(async () => {
    staff.drawings = () => Promise.resolve([one, other])
    const blank = { say: '', more: '', source: '', dated: '', from: '' }
    staff.wordingsKept.set(place, { ...(await staff.wording(place)), step: 'Đọc lại.', bare: true, before: blank, draft: blank })
    await room.write(place)
  })

  it('takes a copy of one that is chosen, and other words on it', async () => {
    const { editor } = room
    if (!editor) throw new Error('nothing is written')
    expect([about(place, true), editor.choosing, editor.text]).toEqual(['Hình của bước', true, '\n\n\n\n'])
    await editor.look()
    expect(editor.choices).toEqual([one, other])
    await editor.choose(one)
    expect([editor.choosing, staff.wordingsKept.get(place)?.draft.say]).toEqual([false, one.line])
    editor.field('title').replace('Tờ khai điện tử')
    // Another drawing begins with its own words.
    await editor.pick()
    expect([editor.choosing, staff.wordingsKept.get(place)?.draft.say]).toEqual([true, `${one.line}\ntitle: Tờ khai điện tử`])
    await editor.choose(one)
    expect([editor.choosing, editor.field('title').text]).toEqual([false, 'Tờ khai điện tử'])
    await editor.choose(other)
    expect([editor.choosing, staff.wordingsKept.get(place)?.draft.say, editor.field('title').text]).toEqual([false, other.line, 'Ngày sinh'])
  })

  it('stays at the choice as long as it could not be kept', async () => {
    const { editor } = room
    if (!editor) throw new Error('nothing is written')
    staff.notesFail = new BackendError('disk_full', 'Ổ đĩa đã đầy.')
    await editor.choose(one)
    expect([editor.choosing, editor.problem?.message]).toEqual([true, 'Ổ đĩa đã đầy.'])
    await editor.choose(one)
    expect([editor.choosing, staff.wordingsKept.get(place)?.draft.say]).toEqual([false, one.line])
  })
})
