import { expect, open, test, touch } from './kiosk'

test('every answer carries a strict policy', async ({ page }) => {
  const answer = await page.goto('/')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(answer?.headers()['permissions-policy']).toContain('camera=()')
})

test('text from outside cannot become code', async ({ page, complaints }) => {
  await open(page)
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true">')
    await new Promise((resolve) => setTimeout(resolve, 200))
    return 'ran' in window
  })
  expect(ran).toBe(false)
  expect(complaints.length).toBeGreaterThan(0) // the policy complained, as it should
  complaints.length = 0
})

test('no link leads out of the kiosk', async ({ page }) => {
  await open(page)
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('afterbegin', '<a id="out" href="https://example.org/">out</a>')
    document.querySelector<HTMLElement>('#out')?.click()
  })
  await page.waitForTimeout(300)
  expect(new URL(page.url()).hostname).toBe('127.0.0.1')
  await expect(page.getByRole('button', { name: 'Sinh con' })).toBeVisible()
})

test('staff are told how to close it', async ({ page }) => {
  await open(page)
  await page.evaluate(() => (window as unknown as { emitForTest(name: string): void }).emitForTest('close-asked'))
  await expect(page.getByText('Chỉ cán bộ đóng được Từng Bước')).toBeVisible()
})

test.describe('a program that answers badly', () => {
  // These break the shared server, so they use addresses of their own by route.
  const wayOut = async (page: import('@playwright/test').Page) => {
    await expect(page.getByRole('button', { name: 'Thử lại' })).toBeVisible({ timeout: 10_000 })
    await expect(page.getByRole('button', { name: 'Gọi cán bộ' }).first()).toBeVisible()
  }

  test('never answers', async ({ page }) => {
    await open(page)
    await page.route('**/call/Resident/Service', () => undefined)
    await touch(page, 'Sinh con')
    await touch(page, /Làm giấy khai sinh cho con/)
    await wayOut(page)
    await page.unroute('**/call/Resident/Service')
    await touch(page, 'Thử lại')
    await expect(page.getByRole('button', { name: /Học từng bước/ })).toBeVisible()
  })

  test('answers with what is not ours', async ({ page }) => {
    await open(page)
    await page.route('**/call/Resident/Topic', (route) => route.fulfill({ status: 500, body: '[object Object]' }))
    await touch(page, 'Sinh con')
    await wayOut(page)
    await expect(page.getByRole('main')).not.toContainText('object')
  })

  test('cannot verify the code', async ({ page }) => {
    await open(page)
    await page.route('**/call/Resident/Codes', (route) =>
      route.fulfill({ json: { app: '', code: '1.001193', codes: [], phones: [], problem: 'Mã QR này chưa đọc lại được nên không hiện.' } }),
    )
    await touch(page, 'Sinh con')
    await touch(page, /Làm giấy khai sinh cho con/)
    await expect(page.getByRole('button', { name: /Học từng bước/ })).toBeVisible()
    await expect(page.locator('[data-code]')).toHaveCount(0)
    await touch(page, 'Hỏi cán bộ')
    await expect(page.getByRole('heading', { name: 'Chưa có mã để quét' })).toBeVisible()
    await expect(page.getByRole('img', { name: /Mã QR/ })).toHaveCount(0)
    await expect(page.getByText('1.001193')).toBeVisible()
  })
})
