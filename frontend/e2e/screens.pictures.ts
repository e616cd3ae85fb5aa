import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { add, leaf, openOffice, printers, rows, toDesk, withPrinters } from './desk'
import { setText, settled } from './glass'
import { expect, open, openAsleep, test, touch } from './kiosk'

// Screens for docs that no test of the real window comes to.
const out = join(process.env.PICTURES ?? 'build/pictures', 'screens')
mkdirSync(out, { recursive: true })

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('asleep', async ({ page }) => {
  // Its clock shows the same on every picture.
  await openAsleep(page, new Date(2026, 10, 23, 8, 5))
  await settled(page)
  await page.screenshot({ path: join(out, 'attract-1366x768.png') })
})

test('an emergency', async ({ page }) => {
  await open(page)
  await touch(page, /Vừa bị lừa/)
  await expect(page.getByRole('heading', { level: 1, name: /làm gì ngay/ })).toBeVisible()
  await settled(page)
  await page.screenshot({ path: join(out, 'emergency-1366x768.png') })
})

test('the first screen in the largest letters, and upright', async ({ page }) => {
  await open(page)
  await setText(page, 3)
  await settled(page)
  await page.screenshot({ path: join(out, 'home-largest-1366x768.png') })
  await setText(page, 0)
  await page.setViewportSize({ width: 1080, height: 1920 })
  await settled(page)
  await page.screenshot({ path: join(out, 'home-1080x1920.png') })
})

test('the print desk', async ({ page }) => {
  const office = await openOffice(11)
  try {
    await withPrinters(page, printers(2))
    await toDesk(page, office.address)
    for (const query of ['giay khai sinh', 'dang ky tam tru', 'vneid']) await add(page, query)
    await expect(rows(page)).toHaveCount(3)
    await leaf(page, '2')
    await expect(page.locator('.outcome .sheet svg[role=img]')).toBeVisible()
    await settled(page)
    await page.screenshot({ path: join(out, 'desk-1366x768.png') })
  } finally {
    await office.close()
  }
})
