import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectBigTargets, expectToFit, open, test, touch } from './kiosk'

/** Walks through every resident screen and calls look at each. */
async function everyScreen(page: Page, english: boolean, look: (name: string) => Promise<void>): Promise<void> {
  const say = (vi: string | RegExp, en: string | RegExp) => (english ? en : vi)
  if (english) await touch(page, 'English')
  await look('home')
  await touch(page, say('Gọi cán bộ', /Call/))
  await look('call')
  await touch(page, say('Thôi gọi', /Stop|Close/))
  await touch(page, say('Sinh con', 'Having a baby'))
  await look('list')
  await touch(page, say(/Làm giấy khai sinh cho con/, /Get a birth certificate/))
  await look('service')
  await touch(page, say(/Xem kỹ và nguồn/, /[Dd]etails|[Ss]ources/))
  await look('details')
  await touch(page, say('Quay lại', 'Back'))
  await touch(page, say(/Học từng bước/, /step by step/i))
  await look('fact')
  await touch(page, say('Có giấy rồi', 'Yes, on paper'))
  await touch(page, say('Đã đăng ký', 'Yes, registered'))
  await touch(page, say('Người khác', 'Someone else'))
  await look('checklist')
  const next = page.getByRole('button', { name: say('Trang sau', /Next page/) })
  while (await next.isVisible()) await next.click()
  await touch(page, say('Xem từng bước', /steps/i))
  for (let step = 1; step <= 15; step++) {
    await look(`step ${step}`)
    await touch(page, step < 15 ? say('Tiếp tục', /^(Continue|Go on|Next)/) : say(/Mở trên điện thoại/, /Open on/))
  }
  await look('handoff')
  await touch(page, say('Việc sau đó', /next|after/i))
  await look('after')
  while (await next.isVisible()) {
    await next.click()
    await look('after, next page')
  }
  await touch(page, say('Xong', 'Done'))
  await look('helpful')
  await touch(page, say('Chưa giúp được', /^(No|Not)/))
  await look('thanks')
}

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  for (const text of [0, 2]) {
    for (const language of ['vi', 'en']) {
      test(`every screen fits at ${size.width}×${size.height}, text size ${text + 1}, ${language}`, async ({ page }) => {
        await page.setViewportSize(size)
        await open(page)
        for (let i = 0; i < text; i++) await touch(page, /Chữ to hơn/)
        await everyScreen(page, language === 'en', async (name) => {
          await page.waitForTimeout(60)
          await test.step(name, async () => {
            await expectToFit(page)
            await expectBigTargets(page)
          })
        })
      })
    }
  }
}

test('every screen is free of accessibility faults', async ({ page }) => {
  test.setTimeout(180_000)
  await open(page)
  await everyScreen(page, false, (name) => test.step(name, () => expectAccessible(page)))
})

test('every topic lists its services without a cut-off word', async ({ page }) => {
  await open(page)
  const tiles = page.getByRole('listitem').getByRole('button')
  const count = await tiles.count()
  expect(count).toBe(15)
  for (let i = 0; i < count; i++) {
    await tiles.nth(i).click()
    for (;;) {
      await page.waitForTimeout(60)
      await expectToFit(page)
      const more = page.getByRole('button', { name: 'Trang sau' })
      if (!(await more.isVisible())) break
      await more.click()
    }
    await touch(page, 'Làm lại từ đầu')
    await expect(page.getByRole('heading', { name: /Ông bà cần làm việc gì/ })).toBeVisible()
  }
})
