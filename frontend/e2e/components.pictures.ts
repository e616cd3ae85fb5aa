import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import type { Locator, Page } from '@playwright/test'
import { furnished } from '../playwright.config'
import { setText, settled } from './glass'
import { each, expect, open, test, touch } from './kiosk'

// One picture of each component, for docs/design-system.md: its examples, or
// where it has none a part of a screen.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const out = join(process.env.PICTURES ?? 'build/pictures', 'design')
mkdirSync(out, { recursive: true })

test('every component of the examples', async ({ page }) => {
  const server: ViteDevServer = await createServer({ server: { port: 0, strictPort: false }, logLevel: 'error' })
  try {
    await server.listen()
    await page.goto(`${server.resolvedUrls?.local[0]}examples.html`)
    await expect(page.locator('figure').first()).toBeVisible()
    await settled(page)
    for (const section of await each(page.locator('section[id]'))) {
      const name = (await section.getAttribute('id')) ?? ''
      // What fills a window is taken in one; the rest would only have more white around it.
      const whole = (await section.locator('.whole').count()) > 0
      await page.setViewportSize({ width: whole || name === 'Keyboard' ? 1366 : 1000, height: 768 })
      await settled(page)
      await section.screenshot({ path: join(out, `${name}.png`), animations: 'disabled' })
    }
  } finally {
    await server.close()
  }
})

/** A part of the glass around what is named, with so much room. */
async function take(page: Page, name: string, part: Locator, room = 16): Promise<void> {
  await settled(page)
  const box = await part.boundingBox()
  if (!box) throw new Error(`${name} is not on the glass`)
  const x = Math.max(0, box.x - room)
  const y = Math.max(0, box.y - room)
  const { width, height } = page.viewportSize() ?? box
  await page.screenshot({
    path: join(out, `${name}.png`),
    clip: { x, y, width: Math.min(box.x + box.width + room, width) - x, height: Math.min(box.y + box.height + room, height) - y },
  })
}

test('components that only screens can show', async ({ page }) => {
  await open(page, furnished)
  await take(page, 'Tools', page.locator('.tools'))
  await setText(page, 3)
  await take(page, 'Sheets', page.locator('main'), 0)
  await setText(page, 0)
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill('giay')
  await take(page, 'Method', page.locator('footer'), 0)
  await touch(page, 'Trang đầu')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await take(page, 'WithCode', page.locator('main'), 0)
  await touch(page, /^Nghe/)
  await take(page, 'Listening', page.locator('.where'))
  await touch(page, /^Dừng|Thôi nghe/)
  await touch(page, /Xem kỹ/)
  await take(page, 'Pages', page.locator('#app'), 0)
})
