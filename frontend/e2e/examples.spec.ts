import { AxeBuilder } from '@axe-core/playwright'
import { createServer, type ViteDevServer } from 'vite'
import { expect, test } from '@playwright/test'

// The page of make dev that shows every component in every state: it opens,
// nothing in it fails, and each example passes axe.
let server: ViteDevServer

test.beforeAll(async () => {
  server = await createServer({ server: { port: 0, strictPort: false }, logLevel: 'error' })
  await server.listen()
})

test.afterAll(() => server.close())

test('every component is shown in every state, and each passes axe', async ({ page }) => {
  const failed: string[] = []
  page.on('pageerror', (err) => failed.push(err.message))
  await page.goto(`${server.resolvedUrls?.local[0]}examples.html`)
  await expect(page.getByRole('figure').first()).toBeVisible()
  await expect.poll(() => page.getByRole('figure').count()).toBeGreaterThan(40)
  for (const [size, pixels] of [['1', 16], ['4', 32]] as const) {
    await page.getByRole('button', { name: size, exact: true }).first().click()
    await expect(page.locator('html')).toHaveCSS('font-size', `${pixels}px`)
    // Frames are screens: many on one page have many landmarks and headings of the first level.
    const { violations } = await new AxeBuilder({ page }).disableRules(['region', 'landmark-one-main', 'landmark-no-duplicate-main', 'landmark-main-is-top-level', 'landmark-unique', 'landmark-no-duplicate-banner', 'landmark-no-duplicate-contentinfo', 'page-has-heading-one', 'heading-order']).analyze()
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(', ')}`)).toEqual([])
  }
  expect(failed).toEqual([])
})
