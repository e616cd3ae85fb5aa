import { readFileSync } from 'node:fs'
import { cleanup, render } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, expect, it, vi } from 'vitest'
import { Kiosk, kioskKey } from '../lib/kiosk.svelte'
import type { PageName } from '../lib/load'
import { fakeBackend } from '../lib/testing/fake'
import { prepareAll, screenOf } from '../lib/testing/screens'
import type { RehearsalView, ServiceView, WalkView } from '../lib/views'
import Resident from './Resident.svelte'
import { prepare } from './parts'

/** Milliseconds; a busy machine takes longer than a test may by default. */
const patience = 60_000

/** Fields whose words are for the program, not for people. */
const forTheProgram = /(^|\.)(key|kind|tint|advice|sure|lang|date|checked|secret|picture|then|path|skill|ending|target)$/

/** What the program answered in its own tests, so that a new field in Go is here by itself. */
const golden = (name: string): unknown => JSON.parse(readFileSync(`../backend/desktop/testdata/views/${name}.json`, 'utf8'))

/** The same answer with a mark of its own in place of every sentence, also where it was empty. Collects the marks. */
function marked(value: unknown, place: string, marks: Set<string>): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((item) => marked(item, `${place}[]`, marks))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner, place ? `${place}.${key}` : key, marks)]))
  if (typeof value !== 'string' || forTheProgram.test(place)) return value
  marks.add(place)
  return mark(place)
}

const mark = (place: string): string => `«${place}»`

/** All that the screens show and offer to read, of a service and a lesson with marks. */
async function look(service: ServiceView, lesson: WalkView, names: readonly PageName[], practice?: RehearsalView): Promise<{ shown: string; read: string }> {
  const backend = { ...fakeBackend(), service: () => Promise.resolve(service), walk: () => Promise.resolve(lesson) }
  if (practice) backend.rehearsal = () => Promise.resolve(practice)
  let [shown, read] = ['', '']
  for (const name of names) {
    const kiosk = new Kiosk(backend, prepare)
    await kiosk.start()
    kiosk.session.helped = true // somebody stands beside, and is spoken to
    const offer = vi.spyOn(kiosk.reader, 'offer')
    render(Resident, { context: new Map([[kioskKey, kiosk]]) })
    kiosk.session.push(screenOf[name])
    kiosk.retry()
    await vi.waitFor(() => expect(kiosk.glass?.page?.name).toBe(name), { timeout: patience })
    await tick()
    shown += document.body.innerHTML // what is said of a picture, too
    read += JSON.stringify(offer.mock.calls)
    cleanup()
  }
  return { shown, read }
}

/** Fails for a sentence that is missing, and for an exception that is none. */
function expectAll(what: string, marks: ReadonlySet<string>, text: string, exceptions: Readonly<Record<string, string>>): void {
  const missing = [...marks].filter((place) => !text.includes(mark(place)))
  expect.soft(missing.sort(), `not ${what}, and the reasons for that`).toEqual(Object.keys(exceptions).sort())
}

/** Every null in an answer, by its place: of what stands there no test could say where it is seen. */
function nulls(value: unknown, place = ''): string[] {
  if (value === null) return [place]
  if (typeof value !== 'object') return []
  return Object.entries(value as object).flatMap(([key, inner]) => nulls(inner, place ? `${place}.${key}` : key))
}

beforeAll(prepareAll, patience)

const source = 'where a number comes from is for who doubts it; it would double what is heard'
const trail = 'stands in the trail only: it says where one is, and was touched to come here'
const inDetails = 'stands behind "Xem kỹ và nguồn"'
const inDetailsAlone = `${inDetails}: the first page answers in few words`
const inLists = 'stands where there is little room, in lists and on paper'
const atBring = 'stands on the page of what to bring'
const atTheEnd = 'heads the last screen of a way in person: words.test.ts'

/** Where every text of a service must be seen and heard; the reasons are for those that are not. */
const screens: Record<'service' | 'details' | 'bring', { shown: Record<string, string>; read: Record<string, string> }> = {
  service: {
    shown: {
      place: atTheEnd,
      code: inDetails,
      official: inDetails,
      short: inLists,
      why: inDetailsAlone,
      'noPaper.note': inDetailsAlone,
      'noPaper.source.title': inDetails,
      'deadline.note': inDetailsAlone,
      'deadline.source.title': inDetails,
      'fee.source.title': inDetails,
      'time.source.title': inDetails,
      'hotline.say': `${inDetails}; of an app it is shown here`,
      'hotline.note': `${inDetails}; of an app it is shown here`,
      'hotline.source.title': inDetails,
      'bring[].note': atBring,
      'bring[].local': atBring,
      'bring[].source.title': atBring,
      'watch[].source.title': inDetails,
      'sources[].title': inDetails,
    },
    read: {
      place: atTheEnd,
      code: inDetails,
      official: inDetails,
      short: inLists,
      why: inDetailsAlone,
      'topic.title': trail,
      'noPaper.source.title': source,
      'deadline.source.title': source,
      'fee.source.title': source,
      'time.source.title': source,
      'hotline.source.title': source,
      'bring[].note': atBring,
      'bring[].local': atBring,
      'bring[].source.title': source,
      'watch[].source.title': source,
      'sources[].title': inDetails,
    },
  },
  details: {
    shown: { short: inLists, place: atTheEnd, 'bring[].say': atBring, 'bring[].note': atBring, 'bring[].local': atBring, 'bring[].source.title': atBring },
    read: {
      title: trail,
      short: inLists,
      place: atTheEnd,
      'topic.title': trail,
      'noPaper.source.title': source,
      'deadline.source.title': source,
      'fee.source.title': source,
      'time.source.title': source,
      'hotline.source.title': source,
      'bring[].say': atBring,
      'bring[].note': atBring,
      'bring[].local': atBring,
      'bring[].source.title': atBring,
      'watch[].source.title': source,
    },
  },
  bring: { shown: {}, read: { 'bring[].source.title': source } },
}

it.each(Object.entries(screens))('of a service every sentence is shown, and read aloud, on the page "%s", or has a reason not to be', async (name, but) => {
  const marks = new Set<string>()
  const every = golden('every_service') as ServiceView
  expect(nulls(every)).toEqual([])
  const service = marked({ ...every, emergency: null }, '', marks) as ServiceView
  const { shown, read } = await look(service, golden('ask') as WalkView, [name as PageName])
  expect(marks.size).toBeGreaterThan(15)
  // What to bring has a page of its own, where nothing else is looked for.
  const here = name === 'bring' ? new Set([...marks].filter((place) => place.startsWith('bring'))) : marks
  expectAll(`shown on "${name}"`, here, shown, but.shown)
  expectAll(`read aloud on "${name}"`, here, read, but.read)
}, patience)

it('of an emergency every sentence is shown, and read aloud', async () => {
  const marks = new Set<string>()
  const every = golden('every_service') as ServiceView
  const emergency = marked(every.emergency, '', marks) as ServiceView['emergency']
  const { shown, read } = await look({ ...every, emergency }, golden('ask') as WalkView, ['service'])
  expect(marks.size).toBeGreaterThan(5)
  const act = 'an act with a number in it is for staff to prove'
  const unsaid = { 'acts[].source.title': act, 'numbers[].claim.note': 'a number has none' }
  expectAll('shown', marks, shown, unsaid)
  expectAll('read aloud', marks, read, { ...unsaid, 'numbers[].claim.source.title': source, thenTitle: 'stands on a button' })
}, patience)

it('of a lesson every sentence is shown, and read aloud', async () => {
  const marks = new Set<string>()
  const every = golden('every_lesson') as { ask: WalkView; walk: WalkView }
  expect(nulls(every)).toEqual(['ask.first', 'ask.blocked', 'walk.ask', 'walk.first', 'walk.blocked'])
  const full = marked({ ...every.walk, ask: every.ask.ask }, '', marks) as WalkView
  const service = golden('service') as ServiceView
  const questions = await look(service, full, ['fact'])
  const rest = await look(service, { ...full, ask: null, ending: 'file', acts: [] }, ['ready', 'detour', 'checklist', 'overview', 'step', 'handoff', 'after'])
  const urgent = await look(service, { ...full, ask: null, ending: 'urgent' }, ['handoff'])
  expect(marks.size).toBeGreaterThan(12)
  expectAll('shown', marks, questions.shown + rest.shown + urgent.shown, {})
  expectAll('read aloud', marks, questions.read + rest.read + urgent.read, {
    'acts[].source.title': source,
    'steps[].alt': 'says what the picture shows, and repeats the sentence that is read',
    'checklist[].source.title': source,
    'steps[].source.title': source,
    'next[].source.title': source,
    'trouble[].source.title': source,
  })
}, patience)

it('of a rehearsal every sentence is shown, and read aloud', async () => {
  const marks = new Set<string>()
  const every = golden('every_lesson') as { walk: WalkView; rehearsal: RehearsalView }
  const practice = marked(every.rehearsal, '', marks) as RehearsalView
  const { shown, read } = await look(golden('service') as ServiceView, every.walk, ['rehearsal'], practice)
  const drawn = 'stands on the drawn phone'
  const touched = 'said when it is touched by mistake: Rehearsal.test.ts'
  expectAll('shown', marks, shown, { 'steps[].spots[].say': drawn, 'steps[].spots[].wrong': touched })
  expectAll('read aloud', marks, read, { 'chapters[].name': 'a way on in the progress bar, which is not read', 'steps[].alt': drawn, 'steps[].spots[].say': drawn, 'steps[].spots[].wrong': touched })
}, patience)

it('of an app the number for help stands on its page', async () => {
  const marks = new Set<string>()
  const every = marked({ ...(golden('every_service') as ServiceView), emergency: null }, '', marks) as ServiceView
  const { shown } = await look({ ...every, kind: 'app' }, golden('ask') as WalkView, ['service'])
  const hidden = Object.entries(screens.service.shown).filter(([place]) => place === 'hotline.source.title' || !place.startsWith('hotline'))
  expectAll('shown on "service"', marks, shown, { ...Object.fromEntries(hidden), 'noPaper.say': 'apps take no paper' })
}, patience)
