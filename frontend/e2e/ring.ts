import type { Locator, Page } from '@playwright/test'
import { settled } from './glass'

/** Takes a picture, with a ring around what is touched next. */
export async function takeRinged(page: Page, file: string, touched: readonly Locator[]): Promise<void> {
  await settled(page)
  for (const one of touched) await one.evaluate((element) => element.scrollIntoView({ block: 'nearest' }))
  for (const one of touched) {
    await one.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const ring = document.createElement('div')
      ring.className = 'picture-ring'
      Object.assign(ring.style, {
        position: 'fixed', left: `${left - 9}px`, top: `${top - 9}px`, width: `${width + 18}px`, height: `${height + 18}px`,
        border: '6px solid #b3261e', borderRadius: '16px', boxShadow: '0 0 0 3px #fff', boxSizing: 'border-box', zIndex: '9999', pointerEvents: 'none',
      })
      document.body.append(ring)
    })
  }
  await page.screenshot({ path: file })
  await page.evaluate(() => document.querySelectorAll('.picture-ring').forEach((ring) => ring.remove()))
}
