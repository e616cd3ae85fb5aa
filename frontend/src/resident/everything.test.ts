import { readFileSync } from 'node:fs'
import { cleanup, render } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, expect, it, vi } from 'vitest'
import { Kiosk, kioskKey } from '../lib/kiosk.svelte'
import type { PageName } from '../lib/load'
import { fakeBackend } from '../lib/testing/fake'
import { walk } from '../lib/testing/lesson'
import { prepareAll, screenOf } from '../lib/testing/screens'
import type { ServiceView, WalkView } from '../lib/views'
import Resident from './Resident.svelte'
import { prepare } from './parts'

/** Milliseconds; a busy machine takes longer than a test may by default. */
const patience = 60_000

/** Fields whose words are for the program, not for people. */
const forTheProgram = /(^|\.)(key|kind|icon|advice|sure|lang|date|checked|secret|picture)$/

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
async function look(service: ServiceView, lesson: WalkView, names: readonly PageName[]): Promise<{ shown: string; read: string }> {
  const backend = { ...fakeBackend(), service: () => Promise.resolve(service), walk: () => Promise.resolve(lesson) }
  let [shown, read] = ['', '']
  for (const name of names) {
    const kiosk = new Kiosk(backend, prepare)
    await kiosk.start()
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
function expectAll(marks: ReadonlySet<string>, text: string, exceptions: Readonly<Record<string, string>>): void {
  const missing = [...marks].filter((place) => !text.includes(mark(place)))
  expect(missing.sort()).toEqual(Object.keys(exceptions).sort())
}

beforeAll(prepareAll, patience)

const source = 'where a number comes from is for who doubts it; it would double what is heard'

it('of a service every sentence is shown, and read aloud', async () => {
  const marks = new Set<string>()
  const view = golden('service') as ServiceView
  const full = { ...view, hotline: view.hotline ?? view.fee, bring: view.bring.map((item) => ({ ...item, source: view.fee?.source ?? null })), watch: view.watch.map((line) => ({ ...line, source: view.fee?.source ?? null })) }
  expect(full.bring.length * full.watch.length * full.sources.length).toBeGreaterThan(0)
  const service = marked(full, '', marks) as ServiceView
  const { shown, read } = await look(service, golden('ask') as WalkView, ['service', 'details', 'bring'])
  expect(marks.size).toBeGreaterThan(15)
  expectAll(marks, shown, {})
  expectAll(marks, read, {
    'topic.title': 'stands in the trail only: it says where one is, and was touched to come here',
    'fee.source.title': source,
    'time.source.title': source,
    'hotline.source.title': source,
    'bring[].source.title': source,
    'watch[].source.title': source,
  })
}, patience)

it('of a lesson every sentence is shown, and read aloud', async () => {
  const marks = new Set<string>()
  const asked = golden('ask') as WalkView
  const from = { title: 'x', date: '2026' }
  const told = walk({ married: 'yes', born: 'home' })
  const all = {
    ...told,
    ask: asked.ask,
    checklist: told.checklist.map((item) => ({ ...item, source: from })),
    steps: told.steps.filter(({ picture }) => picture).map((step) => ({ ...step, source: from })),
    next: told.next.map((line) => ({ ...line, source: from })),
    trouble: told.trouble.map((line) => ({ ...line, source: from })),
  }
  const full = marked(all, '', marks) as WalkView
  const service = golden('service') as ServiceView
  const questions = await look(service, full, ['fact'])
  const rest = await look(service, { ...full, ask: null }, ['checklist', 'step', 'handoff', 'after'])
  expect(marks.size).toBeGreaterThan(12)
  expectAll(marks, questions.shown + rest.shown, {})
  expectAll(marks, questions.read + rest.read, {
    'steps[].part': 'stands beside the progress bar, which is not read',
    'steps[].alt': 'says what the picture shows, and repeats the sentence that is read',
    'checklist[].source.title': source,
    'steps[].source.title': source,
    'next[].source.title': source,
    'trouble[].source.title': source,
  })
}, patience)
