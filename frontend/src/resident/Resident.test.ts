import { render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, expect, it, vi } from 'vitest'
import { Kiosk, kioskKey } from '../lib/kiosk.svelte'
import type { PageName } from '../lib/load'
import { fakeBackend } from '../lib/testing/fake'
import { prepareAll, screenOf } from '../lib/testing/screens'
import Resident from './Resident.svelte'
import { pageNames, prepare } from './parts'

/** Screens on which nothing is read aloud, and why. */
const silent: Partial<Record<PageName, string>> = {
  attract: 'nobody is there to listen, and it has no bar to ask for it',
  staff: 'for staff, at a desk',
}

/** Milliseconds; a busy machine takes longer than a test may by default. */
const patience = 60_000

// All parts at once, as after the first seconds; otherwise each test would wait for its own.
beforeAll(prepareAll, patience)

it.each(pageNames)('%s is drawn, and read aloud unless it is listed as silent', async (name) => {
  const kiosk = new Kiosk(fakeBackend(), prepare)
  await kiosk.start()
  const offer = vi.spyOn(kiosk.reader, 'offer')
  render(Resident, { context: new Map([[kioskKey, kiosk]]) })
  if (name !== 'home') offer.mockClear() // the first screen is read, too
  kiosk.session.push(screenOf[name])
  kiosk.retry()
  await vi.waitFor(() => expect(kiosk.glass?.page?.name).toBe(name), { timeout: patience })
  await tick()
  expect(document.querySelector('[data-screen]')?.getAttribute('data-screen')).toBe(name)
  expect(screen.getAllByRole('heading').length).toBeGreaterThan(0)
  const units = offer.mock.lastCall?.[0] ?? []
  expect(units.length > 0).toBe(!(name in silent))
}, patience)
