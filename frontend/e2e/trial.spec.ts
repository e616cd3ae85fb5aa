import type { Page } from '@playwright/test'
import { furnished, patient } from '../playwright.config'
import { enlarged, everywhere, glasses, settled, textSizes } from './glass'
import { expect, expectAccessible, open, readCodes, rested, test, touch } from './kiosk'

const screen = (page: Page) => page.locator('[data-screen]')

/** To the code of a birth, large; its address is what the real code opens. */
async function toHandoff(page: Page, english = false): Promise<void> {
  if (english) await touch(page, 'English')
  await touch(page, english ? 'Having a baby' : 'Sinh con')
  await touch(page, english ? /Get a birth certificate/ : /Làm giấy khai sinh cho con/)
  await touch(page, english ? 'Scan to open' : 'Quét là mở')
  await expect(screen(page)).toHaveAttribute('data-screen', 'handoff')
}

/** Touches what may stand on a further page of the screen. */
async function touchSomewhere(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  const on = page.locator('.sheets .turn button:last-child:not([aria-disabled=true])')
  await settled(page)
  while (!(await button.isVisible()) && (await on.isVisible())) {
    await rested(page)
    await on.click()
    await settled(page)
  }
  await touch(page, name)
}

for (const english of [false, true]) {
  test(`who has never scanned tries a code that opens nothing, and comes back to the real one, ${english ? 'English' : 'Vietnamese'}`, async ({ page }, info) => {
    await open(page)
    await toHandoff(page, english)
    const real = await readCodes(page, info.outputPath('real.png'))
    expect(real).toEqual([expect.stringMatching(/^https:\/\/dichvucong\.gov\.vn\//)])
    await touch(page, english ? 'Try scanning first' : 'Quét thử trước')
    await expect(screen(page)).toHaveAttribute('data-screen', 'trial')
    const said = english ? 'You scanned it right' : 'Bà con quét đúng rồi'
    // One code on the glass, though codes are drawn on the phones beside it.
    expect(await readCodes(page, info.outputPath('trial.png'))).toEqual([said])
    await expect(page.getByText(said)).toBeVisible()
    for (const phone of ['Android', 'Samsung', 'iPhone', 'Zalo']) {
      const one = page.getByRole('listitem').filter({ hasText: phone })
      await expect(one).toBeVisible()
      await expect(one.locator('svg')).toBeVisible()
    }
    await expectAccessible(page)
    await touch(page, english ? 'I can see the words' : 'Đã thấy dòng chữ')
    await expect(screen(page)).toHaveAttribute('data-screen', 'handoff')
    expect(await readCodes(page, info.outputPath('again.png'))).toEqual(real)
    // Back goes where the touch before it went, not round in a ring.
    await touch(page, english ? 'Back' : 'Quay lại')
    await expect(screen(page)).toHaveAttribute('data-screen', 'service')
  })
}

test('once it is open it needs nothing from elsewhere', async ({ page, context }, info) => {
  await open(page)
  await toHandoff(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(patient)) asked.push(request.url())
  })
  await touch(page, 'Quét thử trước')
  await expect(screen(page)).toHaveAttribute('data-screen', 'trial')
  await context.setOffline(true)
  expect(await readCodes(page, info.outputPath('trial.png'))).toEqual(['Bà con quét đúng rồi'])
  await touch(page, 'Đã thấy dòng chữ')
  await expect(screen(page)).toHaveAttribute('data-screen', 'handoff')
  expect(asked).toEqual([])
})

test('what phones show is read aloud', async ({ page }) => {
  await page.addInitScript(() => {
    const read: string[] = []
    Object.assign(window, { read })
    new MutationObserver(() => {
      const now = document.querySelector('mark')?.textContent
      if (now && now !== read.at(-1)) read.push(now)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  const read = () => page.evaluate(() => (window as unknown as { read: string[] }).read)
  await open(page)
  await toHandoff(page)
  await touch(page, 'Quét thử trước')
  await expect(screen(page)).toHaveAttribute('data-screen', 'trial')
  await touch(page, 'Nghe')
  await expect.poll(read, { timeout: 60_000 }).toEqual(
    expect.arrayContaining([expect.stringContaining('Bà con quét đúng rồi'), expect.stringContaining('Samsung'), expect.stringContaining('Zalo')]),
  )
})

test('a code that was not read back is not shown', async ({ page }) => {
  await open(page)
  await toHandoff(page)
  await page.route('**/call/Resident/Trial', (route) => route.abort())
  await touch(page, 'Quét thử trước')
  await expect(screen(page)).toHaveAttribute('data-screen', 'failure')
  await touch(page, 'Quay lại')
  await expect(screen(page)).toHaveAttribute('data-screen', 'handoff')
})

for (const [office, address] of [['bare', patient], ['full', furnished]] as const) {
  for (const english of [false, true]) {
    test(`the real code and the trial hold on every glass, ${office} office, ${english ? 'English' : 'Vietnamese'}`, async ({ page }) => {
      test.setTimeout(240_000)
      await open(page, address)
      await toHandoff(page, english)
      const found: string[] = []
      found.push(...(await everywhere(page, [...glasses, ...enlarged.slice(0, 2)], textSizes, 'handoff')).found)
      await touchSomewhere(page, english ? 'Try scanning first' : 'Quét thử trước')
      await expect(screen(page)).toHaveAttribute('data-screen', 'trial')
      found.push(...(await everywhere(page, [...glasses, ...enlarged.slice(0, 2)], textSizes, 'trial')).found)
      expect(found).toEqual([])
    })
  }
}
