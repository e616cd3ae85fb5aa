// The way to every screen, for tests that look at all of them.

import { pageNames, prepare } from '../../resident/parts'
import type { Page, PageName } from '../load'
import type { Screen } from '../session.svelte'
import { entry } from './fake'

const service = 'khai-sinh'
const answers = { married: 'yes', born: 'home' }

/** Where the fake program shows each page. */
export const screenOf: Record<PageName, Screen> = {
  attract: { name: 'attract' },
  home: { name: 'home' },
  search: { name: 'search' },
  staff: { name: 'staff' },
  entry: { name: 'entry', id: entry.id },
  topic: { name: 'topic', topic: 'sinh-con' },
  service: { name: 'service', service },
  details: { name: 'details', service },
  bring: { name: 'bring', service },
  fact: { name: 'lesson', service, answers: {} },
  ready: { name: 'lesson', service, answers: { married: 'yes', born: 'road' } },
  detour: { name: 'lesson', service, answers: { married: 'yes', born: 'road' }, ready: 'phone' },
  checklist: { name: 'lesson', service, answers, ready: 'all' },
  overview: { name: 'overview', service, answers },
  step: { name: 'step', service, answers, index: 0 },
  rehearsal: { name: 'rehearsal', service, answers, index: 0, again: false },
  rehearsed: { name: 'rehearsal', service, answers, index: 99, again: false },
  handoff: { name: 'handoff', service, answers },
  trial: { name: 'trial', service },
  after: { name: 'after', service, answers },
  helpful: { name: 'helpful', service },
  thanks: { name: 'thanks' },
  unhelped: { name: 'unhelped' },
}

/** Fetches every part of the program. */
export async function prepareAll(): Promise<void> {
  for (const name of pageNames) await prepare({ name } as Page)
}
