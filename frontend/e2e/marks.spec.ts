import type { Locator, Page } from '@playwright/test'
import { expect, open, test, touch } from './kiosk'

// Letters that reach highest and lowest: a hat with a tone over it, a dot under it.
const tall = 'CHUYỂN ĐỔI Ễ Ặ Ự ẬP'

/** How many rows of pixels have ink, in a picture of black on white. */
async function inkRows(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    let rows = 0
    for (let y = 0; y < image.height; y++) {
      let ink = false
      for (let x = 0; x < image.width; x++) ink ||= (data[(y * image.width + x) * 4] ?? 255) < 140
      if (ink) rows++
    }
    return rows
  }, png.toString('base64'))
}

/** Ink of the words in an input, and of the same words where nothing cuts them. */
async function ink(page: Page, input: Locator): Promise<{ input: number; free: number }> {
  await input.fill(tall)
  const box = await input.evaluate((node: HTMLInputElement) => {
    node.style.setProperty('caret-color', 'transparent')
    node.style.setProperty('outline', 'none')
    node.style.setProperty('color', '#000')
    node.style.setProperty('background', '#fff')
    const { top, left, width, height } = node.getBoundingClientRect()
    const edge = parseFloat(getComputedStyle(node).borderTopWidth)
    return { x: left + 16, y: top + edge, width: Math.min(width - 120, 900), height: height - 2 * edge }
  })
  const shown = await inkRows(page, await page.screenshot({ clip: box }))
  await input.evaluate((node: HTMLInputElement) => {
    const free = document.createElement('div')
    const { fontFamily, fontSize, fontWeight, letterSpacing, lineHeight } = getComputedStyle(node)
    // At the same place, to a part of a pixel: else edges of letters are painted otherwise.
    const { top, height } = node.getBoundingClientRect()
    const above = top + (height - parseFloat(lineHeight)) / 2
    free.textContent = node.value
    free.id = 'free'
    const look = { position: 'fixed', inset: '0', 'z-index': '9', padding: `${above}px 16px`, background: '#fff', color: '#000', 'line-height': lineHeight, 'white-space': 'pre' }
    for (const [name, value] of Object.entries({ ...look, 'font-family': fontFamily, 'font-size': fontSize, 'font-weight': fontWeight, 'letter-spacing': letterSpacing }))
      free.style.setProperty(name, value)
    document.body.append(free)
  })
  const free = await inkRows(page, await page.screenshot())
  await page.evaluate(() => document.getElementById('free')?.remove())
  return { input: shown, free }
}

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 600 },
]

for (const size of sizes) {
  test(`no mark of a capital is cut in the search field at ${size.width}×${size.height}`, async ({ page }) => {
    await page.setViewportSize(size)
    await open(page)
    await touch(page, 'Gõ để tìm')
    const input = page.getByRole('textbox')
    await expect(input).toBeFocused()
    for (let text = 1; text <= 4; text++) {
      // Again until both pictures are of a screen at rest: what is cut stays cut.
      await expect(async () => {
        const rows = await ink(page, input)
        expect(rows.free).toBeGreaterThan(20)
        expect(rows, `text size ${text}`).toEqual({ input: rows.free, free: rows.free })
      }).toPass({ timeout: 20_000 })
      if (text < 4) await touch(page, /Chữ to hơn/)
    }
  })
}
