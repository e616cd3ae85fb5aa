import { expectToFit } from './glass'
import { expect, expectAccessible, goOn, open, test, touch } from './kiosk'
import type { Page } from '@playwright/test'

/** Every sentence that was marked, in order: a short one may be over before one looks. Where the speed was changed there is ''. */
async function readAloud(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const read: string[] = []
    Object.assign(window, { read })
    new MutationObserver(() => {
      const now = document.querySelector('mark')?.textContent
      if (now && now !== read.at(-1)) read.push(now)
    }).observe(document, { subtree: true, childList: true, characterData: true })
    const changed = (event: Event): void => {
      if (event.target instanceof Element && event.target.closest('[aria-pressed]')) read.push('')
    }
    window.addEventListener('click', changed, { capture: true })
  })
  return () => page.evaluate(() => (window as unknown as { read: string[] }).read)
}

test('a step is read aloud sentence by sentence, and silent when one goes on', async ({ page }) => {
  const sounds: { type: string; bytes: number }[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/sound/')) return
    const { 'content-type': type = '', 'content-length': length } = response.headers()
    sounds.push({ type, bytes: Number(length) })
  })
  const read = await readAloud(page)
  await open(page)
  const listen = page.getByRole('button', { name: 'Nghe' })
  await expect(listen).toBeVisible() // on the first screen, too: who cannot read gets no further without
  await touch(page, 'Chỗ ở')
  await touch(page, 'Đăng ký tạm trú')
  await expect(listen).toBeVisible()
  expect(sounds).toEqual([]) // never before a touch
  await listen.click()
  await expect.poll(read).toContain('Đăng ký tạm trú')
  await expect.poll(() => sounds.length).toBeGreaterThan(0)
  expect(sounds[0]).toMatchObject({ type: 'audio/wav' })
  expect(sounds[0]?.bytes).toBeGreaterThan(10_000)
  await expectAccessible(page)
  // The next sentence, without a touch.
  await expect.poll(read, { timeout: 30_000 }).toContain('Công an xã, phường')
  await touch(page, 'Đọc chậm')
  await expect(page.getByRole('button', { name: 'Đọc chậm' })).toHaveAttribute('aria-pressed', 'true')
  // The text it had come to begins anew, whichever that was by then.
  const begunAnew = async (): Promise<boolean> => {
    const all = await read()
    const before = all.slice(0, all.indexOf(''))
    return all.slice(before.length + 1).some((said) => before.includes(said))
  }
  await expect.poll(begunAnew).toBe(true)
  await touch(page, /Học từng bước/)
  await expect(page.locator('mark')).toHaveCount(0)
  const before = sounds.length
  await page.waitForTimeout(1500)
  expect(sounds.length).toBe(before)
  // It is slow still, until the visit ends.
  await touch(page, 'Nghe')
  await expect(page.getByRole('button', { name: 'Đọc chậm' })).toHaveAttribute('aria-pressed', 'true')
  await touch(page, 'Dừng')
  await expect(page.locator('mark')).toHaveCount(0)
})

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  test(`what is read fits at ${size.width}×${size.height} with the largest text`, async ({ page }) => {
    await page.setViewportSize(size)
    await open(page)
    await touch(page, /Chữ to hơn/)
    await touch(page, /Chữ to hơn/)
    await touch(page, 'Sinh con')
    await touch(page, /Làm giấy khai sinh cho con/)
    for (const way of [/Học từng bước/, 'Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả', '']) {
      await touch(page, 'Nghe')
      await expect(page.locator('mark').first()).toBeVisible()
      await expectToFit(page)
      if (way) await goOn(page, way)
    }
  })
}

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  test(`a language is chosen to listen to, and what is missing is said, at ${size.width}×${size.height}`, async ({ page }) => {
    // Four languages are on offer; nothing of them is recorded for this page.
    const languages = ['Tày', 'Mông', 'Dao', 'Nùng'].map((name, i) => ({ code: ['tyz', 'hmn', 'ium', 'nut'][i], name: `tiếng ${name}` }))
    await page.route('**/call/Resident/Voices', (route) => route.fulfill({ json: { synth: ['vi', 'en'], recorded: [], languages } }))
    await page.setViewportSize(size)
    await open(page)
    await touch(page, 'Chỗ ở')
    await touch(page, 'Đăng ký tạm trú')
    await touch(page, /Chữ to hơn/)
    await touch(page, /Chữ to hơn/)
    await touch(page, 'Nghe')
    await touch(page, 'Tiếng khác')
    await expect(page.locator('mark')).toHaveCount(0) // silent while one chooses
    await expectToFit(page)
    await expectAccessible(page)
    await touch(page, 'tiếng Tày')
    await expect(page.getByText('Mục này mới có tiếng Việt.')).toBeVisible()
    await expect(page.locator('mark').first()).toBeVisible()
    await expectToFit(page)
    await page.screenshot({ path: test.info().outputPath('listening.png') })
    await touch(page, 'tiếng Tày')
    await touch(page, 'Như trên màn hình')
    await expect(page.getByText('Mục này mới có tiếng Việt.')).toBeHidden()
    await expect(page.locator('mark').first()).toBeVisible()
  })
}
