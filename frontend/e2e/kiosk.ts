import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Locator, type Page } from '@playwright/test'

/** Fails a test that made the page log an error or break its own policy. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
          complaints.push(message.text())
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** As expect, but the test goes on, to name all that is wrong. */
export const softly = expect.configure({ soft: true })

/** All of what is there, once something is, seen or not. */
export async function each(locator: Locator): Promise<Locator[]> {
  await expect(locator.first()).toBeAttached()
  // eslint-disable-next-line no-restricted-syntax -- here it is known
  return locator.all()
}

/** Opens the kiosk and waits for its first screen. */
export async function open(page: Page, address = '/'): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/**
 * Opens the kiosk under a clock that pass() turns on. It runs by itself as well:
 * a machine too busy to touch in time would need the whole of the kiosk's own times to miss one.
 */
export async function openTimed(page: Page, time = new Date()): Promise<void> {
  await page.clock.install({ time })
  await open(page)
}

/** Lets so many seconds go by at once, with nobody at the glass. */
export async function pass(page: Page, seconds: number): Promise<void> {
  await page.clock.fastForward(seconds * 1000)
  await page.clock.runFor(1000) // the kiosk looks every quarter of one
}

/** The seconds after which the kiosk asks, ends and sleeps. */
export async function idleTimes(page: Page): Promise<{ quiet: number; quietBusy: number; warning: number; attract: number }> {
  const answer = await page.request.post('/call/Resident/Boot', { data: ['vi'] })
  const { idle } = (await answer.json()) as { idle: { quiet: number; quietBusy: number; warning: number; attract: number } }
  return idle
}

/** Leaves the first screen alone until it sleeps. */
export async function openAsleep(page: Page, time?: Date): Promise<void> {
  await openTimed(page, time)
  await expect(page.locator('[data-screen=home]')).toBeVisible()
  await pass(page, (await idleTimes(page)).attract)
  await expect(page.locator('[data-screen=attract]')).toBeVisible()
}

/** Waits until the glass takes touches again: for a moment after each change it takes none, and while it waits for an answer. */
export const rested = (page: Page) =>
  page.evaluate(async () => {
    while (document.querySelector('.rest, .busy')) await new Promise(requestAnimationFrame)
  })

/**
 * Touches a button as soon as the glass takes it. A click alone would be tried again less and less often.
 * What is drawn anew between the finger's coming and its going hears no click: people touch once more then.
 */
export async function touch(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first()
  await button.waitFor()
  await rested(page)
  await page.evaluate(() => {
    document.documentElement.dataset.touched = ''
    addEventListener('click', () => delete document.documentElement.dataset.touched, { capture: true, once: true })
  })
  await button.click()
  if (await page.evaluate(() => document.documentElement.dataset.touched !== '')) return
  test.info().annotations.push({ type: 'touched twice', description: String(name) })
  await button.click()
}

/** Touches what leads to another screen, and waits for it: some buttons stand on both. */
export async function goOn(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 })
  const here = (await heading.textContent()) ?? ''
  await touch(page, name)
  await expect(heading).not.toHaveText(here)
}

/** Reads the codes in a picture of the page, as a phone would. */
export async function readCodes(page: Page, file: string): Promise<string[]> {
  let codes: string[] = []
  // A phone looks on until it reads something, too: the code may be drawn in the next moment.
  await expect(async () => {
    writeFileSync(file, await page.screenshot())
    const out = execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file], { encoding: 'utf8' })
    codes = out.trim().split('\n').sort()
  }).toPass({ timeout: 10_000 })
  return codes
}

/** No accessibility fault that axe knows of, up to WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // A fade makes colours paler for a moment.
  await page.waitForTimeout(250)
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
}
