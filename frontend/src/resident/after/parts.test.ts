import { beforeEach, expect, it } from 'vitest'
import { Session } from '../../lib/session.svelte'
import { speak } from '../../lib/strings'
import { walk } from '../../lib/testing/lesson'
import { afterParts } from './parts'

beforeEach(() => speak(new Session()))

it('says what comes next, numbered from the first, then what can go wrong', () => {
  expect(afterParts(walk({})).map((part) => part.number).filter(Boolean)).toEqual([1, 2])
  const kinds = afterParts(walk({})).map((part) => part.kind)
  expect(kinds).toEqual(['next', 'next', 'heading', 'trouble', 'trouble', 'trouble'])
})

it('has no heading over nothing', () => {
  const nothing = { ...walk({}), handoff: '', next: [], trouble: [] }
  expect(afterParts(nothing)).toEqual([])
})

it('knows what stays in Vietnamese', () => {
  const { trouble, ...rest } = walk({})
  const parts = afterParts({ ...rest, trouble: trouble.map((t, i) => ({ ...t, lang: i === 0 ? 'vi' : '' })) })
  expect(parts.filter((part) => part.lang === 'vi').map((part) => part.wrong)).toEqual([trouble[0]?.wrong])
})
