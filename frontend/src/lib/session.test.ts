import { expect, it } from 'vitest'
import { Session } from './session.svelte'

/** The names of all that a visit holds, as the class has them: a new one is among them by itself. */
const names = Object.getOwnPropertyNames(Object.getPrototypeOf(Session.prototype)).filter((name) => name !== 'constructor')

type Held = Record<string, unknown>

/** All that the session holds. */
const all = (session: Session): Held => Object.fromEntries(names.map((name) => [name, (session as unknown as Held)[name]]))

/** Another value than that with which a visit begins. */
function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string') return `${value}x`
  if (value instanceof Set) return new Set(['x'])
  if (value instanceof Map) return new Map([[1, true]])
  if (Array.isArray(value)) return [...(value as unknown[]), { name: 'search' }]
  return { x: 'y' }
}

it('forgets everything at its end, whatever has been added to it', () => {
  const session = new Session()
  const untouched = all(session)
  expect(names).toEqual(expect.arrayContaining(['language', 'textSize', 'screens', 'answers', 'query', 'voice', 'waiting', 'aside']))
  for (const name of names) (session as unknown as Held)[name] = another(untouched[name])
  for (const name of names) expect(all(session)[name], name).not.toEqual(untouched[name])
  session.end()
  expect(all(session)).toEqual(untouched)
})

it('waits as it is while staff are at the screen, whatever they change', () => {
  const session = new Session()
  session.push({ name: 'service', service: 'khai-sinh' })
  session.push({ name: 'step', service: 'khai-sinh', answers: { married: 'no' }, index: 4 })
  session.answer('married', 'no')
  session.togglePaper('Giấy chứng sinh')
  session.practise(2, true)
  session.language = 'en'
  session.textSize = 3
  const before = all(session)
  session.calling = true // who was called is there
  session.push({ name: 'staff' })
  session.language = 'vi'
  session.textSize = 0
  session.clearService()
  session.listens = true
  session.pop()
  expect(all(session)).toEqual(before)
})

it('goes on with nothing that staff have led away from', () => {
  const session = new Session()
  for (const away of [() => session.returnTo([]), () => session.end()]) {
    session.push({ name: 'search' })
    session.push({ name: 'staff' })
    away()
    session.push({ name: 'service', service: 'khai-sinh' })
    session.pop()
    expect(session.screens).toEqual([{ name: 'home' }])
  }
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
