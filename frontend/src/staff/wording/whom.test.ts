import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, type FakeStaff } from '../../lib/testing/staff'
import type { AskedView } from '../../lib/views'
import { about, isArranged, isFact, isOrder, isWhom, lessonOf, stepsOf, titled } from './kinds'
import { ticked, toggled, whoSees, whoSeesIt } from './whom'
import { WordingRoom } from './wording-room.svelte'

const answers = (...keys: string[]) => keys.map((key) => ({ key, say: key.toUpperCase() }))
const asks: AskedView[] = [
  { key: 'paper', ask: 'Giấy?', some: false, answers: answers('yes', 'electronic', 'no') },
  { key: 'way', ask: 'Cách nào?', some: true, answers: answers('phone', 'desk') },
]

describe('a condition', () => {
  it('ticks what it names, and all of a question that it does not name', () => {
    const text = 'paper=yes|no'
    expect(['yes', 'electronic', 'no'].map((key) => ticked(text, 'paper', key))).toEqual([true, false, true])
    expect([ticked(text, 'way', 'desk'), ticked('everybody', 'paper', 'yes'), ticked('paper=', 'paper', 'yes')]).toEqual([true, true, false])
  })

  it('is changed by one tick, and is none with all of them', () => {
    for (const [text, question, answer, now] of [
      ['everybody', 'paper', 'electronic', 'paper=yes|no'],
      ['paper=yes|no', 'paper', 'electronic', 'everybody'],
      ['paper=yes', 'paper', 'yes', 'paper='],
      ['paper=', 'paper', 'no', 'paper=no'],
      ['paper=yes; way=phone', 'way', 'desk', 'paper=yes'],
      ['paper=yes', 'way', 'desk', 'paper=yes; way=phone'],
      // What is not shown stays: a question with one answer only.
      ['other=x', 'way', 'desk', 'other=x; way=phone'],
    ] as const)
      expect(toggled(asks, text, question, answer)).toBe(now)
  })

  it('is said in the words of the buttons', () => {
    for (const [text, said] of [
      ['everybody', 'Mọi người'],
      ['paper=yes', 'Bà con đáp “YES”'],
      ['paper=yes|no; way=desk', 'Bà con đáp “YES” hoặc “NO”, và “DESK”'],
      ['way=desk; paper=', 'Không ai'],
      ['other=x', 'Mọi người'],
    ] as const)
      expect(whoSees(asks, text)).toBe(said)
    expect(whoSeesIt(asks, 'way=desk')).toBe('bà con đáp “DESK”')
  })
})

it('is known by its name', () => {
  const target = 'khai-sinh/ten-chau#when'
  expect([isWhom(target), isArranged(target), isOrder(target), isFact(target), lessonOf(target), about(target)]).toEqual([true, true, false, false, 'khai-sinh', 'Ai thấy bước này'])
  expect([isWhom('khai-sinh/ten-chau'), isArranged('khai-sinh#order'), isArranged('khai-sinh#fee'), lessonOf('khai-sinh#fee')]).toEqual([false, true, false, 'khai-sinh'])
})

describe('in the room', () => {
  let staff: FakeStaff
  let room: WordingRoom
  const target = 'khai-sinh/ten-chau#when'

  beforeEach(async () => {
    staff = fakeStaff()
    await staff.unlock(1, pin)
    room = new WordingRoom({ ...fakeBackend(), staff }, vi.fn())
  })

  it('a tick is saved, and leads back to the lesson', async () => {
    await room.openLesson('khai-sinh')
    await room.write(target)
    room.editor?.toggle('way', 'desk')
    await room.close()
    expect([room.editor, staff.wordingsKept.get(target)?.draft.say, room.lesson?.length]).toEqual([null, 'way=phone', 2])
    expect(titled(await staff.wording(target))).toBe('Khai sinh: Ai thấy bước này')
  })

  it('the steps of a lesson stand in their order, with what several share', async () => {
    const own = await staff.wording(target)
    const order = { ...(await staff.wording('khai-sinh#order')), steps: [{ id: 'use:gui', say: 'Gửi', when: '' }, { id: 'ten-chau', say: 'Gõ tên cháu.', when: '' }] }
    expect(stepsOf([order, own]).map(({ id, place }) => [id, place?.target])).toEqual([['use:gui', undefined], ['ten-chau', target]])
    expect(stepsOf([own]).map(({ say }) => say)).toEqual(['Gõ tên cháu.'])
  })
})
