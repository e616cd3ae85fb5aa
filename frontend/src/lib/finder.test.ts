import { beforeEach, describe, expect, it } from 'vitest'
import { Kiosk } from './kiosk.svelte'
import { fakeBackend, type FakeBackend } from './testing/fake'

let backend: FakeBackend
let kiosk: Kiosk

beforeEach(async () => {
  backend = fakeBackend()
  kiosk = new Kiosk(backend)
  await kiosk.start()
})

async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve()
}

async function type(text: string): Promise<void> {
  kiosk.session.query = text
  void kiosk.finder.ask()
  await settled()
}

const keys = () => kiosk.finder.view?.hits.map((hit) => hit.key)

async function openSearch(): Promise<void> {
  kiosk.openSearch()
  await settled()
}

describe('searching', () => {
  it('shows what was found and opens it', async () => {
    await openSearch()
    await type('khai sinh')
    expect(keys()).toEqual(['khai-sinh', 'khai-sinh-nuoc-ngoai'])
    const hit = kiosk.finder.view?.hits[0]
    if (hit) kiosk.openHit(hit)
    await settled()
    expect(kiosk.glass?.page?.name).toBe('service')
    expect(backend.counted.map((c) => c.event)).toEqual(['opened', 'code_shown'])
  })

  it('asks for the last of what was typed while an answer was on its way', async () => {
    for (const text of ['k', 'kh', 'kha', 'khai']) {
      kiosk.session.query = text
      void kiosk.finder.ask()
    }
    await settled()
    expect(backend.searched).toEqual(['k', 'khai'])
    expect(keys()).toEqual(['khai-sinh', 'khai-sinh-nuoc-ngoai'])
  })

  it('asks nothing for an empty field', async () => {
    await type('khai')
    await type('  ')
    expect(backend.searched).toEqual(['khai'])
    expect(kiosk.finder.view).toBeNull()
  })

  it('opens a catalogue entry on its own page', async () => {
    await openSearch()
    await type('bay')
    const hit = kiosk.finder.view?.hits[0]
    if (hit) kiosk.openHit(hit)
    await settled()
    expect(kiosk.glass?.page).toMatchObject({ name: 'entry', entry: { code: '1.014689' } })
  })

  it('is still there after going back', async () => {
    await openSearch()
    await type('khai sinh')
    kiosk.openService('khai-sinh')
    await settled()
    kiosk.back()
    await settled()
    expect([kiosk.session.query, keys()?.length]).toEqual(['khai sinh', 2])
  })

  it('says that it failed, and finds again', async () => {
    backend.failNext('storage')
    await type('khai')
    expect(kiosk.finder.failure?.code).toBe('storage')
    await type('khai sinh')
    expect([kiosk.finder.failure, keys()?.length]).toEqual([null, 2])
  })
})

describe('what is kept of it', () => {
  it('is nothing once the resident has gone', async () => {
    await openSearch()
    await type('khai sinh')
    kiosk.restart()
    await settled()
    expect([kiosk.session.query, kiosk.finder.view]).toEqual(['', null])
  })

  it('is nothing either when the answer comes after that', async () => {
    await openSearch()
    kiosk.session.query = 'khai sinh'
    void kiosk.finder.ask()
    kiosk.restart()
    await settled()
    expect(kiosk.finder.view).toBeNull()
  })

  it('counts what was not found when the resident goes on, and only that', async () => {
    await openSearch()
    await type('khai sinh')
    kiosk.back()
    await settled()
    await openSearch()
    await type('xổ số')
    kiosk.back()
    await settled()
    await openSearch()
    await type('xx')
    kiosk.back()
    await settled()
    expect(backend.missedQueries).toEqual(['xổ số'])
  })
})
