import { expect, it } from 'vitest'
import { Session } from './session.svelte'

/** All the session holds, fields and accessors alike. */
function all(session: Session): Record<string, unknown> {
  const { language, textSize, screens, answers, calling, ready, screen } = session
  return { language, textSize, screens, answers, calling, ready: [...ready], screen }
}

it('forgets everything at its end', () => {
  const session = new Session()
  const untouched = all(new Session())
  session.language = 'en'
  session.enlarge()
  session.push({ name: 'service', service: 'khai-sinh' })
  session.push({ name: 'step', service: 'khai-sinh', answers: { married: 'no' }, index: 4 })
  session.answer('married', 'no')
  session.togglePaper('Giấy chứng sinh')
  session.calling = true
  session.contrast = session.low = session.five = true
  session.volume = 0
  session.end()
  expect(all(session)).toEqual(untouched)
})

it('ends at the screen asked for', () => {
  const session = new Session()
  session.end({ name: 'attract' })
  expect(session.screens).toEqual([{ name: 'attract' }])
})

it('never loses its first screen', () => {
  const session = new Session()
  session.pop()
  expect(session.screen).toEqual({ name: 'home' })
})

it('grows the text in four sizes, and back', () => {
  const session = new Session()
  const sizes = (change: () => void) =>
    [0, 1, 2, 3].map(() => {
      change()
      return session.textSize
    })
  expect(sizes(() => session.enlarge())).toEqual([1, 2, 3, 3])
  expect(sizes(() => session.reduce())).toEqual([2, 1, 0, 0])
})

it('keeps answers and papers until another service is opened', () => {
  const session = new Session()
  session.answer('married', 'yes')
  session.answer('born', 'home')
  session.answer('married', 'no')
  session.togglePaper('a')
  session.togglePaper('b')
  session.togglePaper('a')
  expect(session.answers).toEqual({ married: 'no', born: 'home' })
  expect([...session.ready]).toEqual(['b'])
  session.clearService()
  expect([session.answers, session.ready.size]).toEqual([{}, 0])
})
