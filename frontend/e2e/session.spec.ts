import { expect, expectAccessible, idleTimes, openAsleep, openTimed, pass, test, touch } from './kiosk'

test('a warning counts down, a touch keeps the visit', async ({ page }) => {
  const { quiet } = await idleTimes(page)
  await openTimed(page)
  await touch(page, 'Sinh con')
  await pass(page, quiet)
  await expect(page.getByText('Ông bà còn ở đây không?')).toBeVisible()
  const stay = page.getByRole('button', { name: 'Tôi vẫn ở đây' })
  const box = await stay.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual((20 * 96) / 25.4) // 20 mm
  await expectAccessible(page)
  await stay.click()
  await expect(stay).toBeHidden()
  await expect(page.getByRole('button', { name: /Làm giấy khai sinh/ })).toBeVisible()
})

test('who is done is asked no more, and leaves nothing behind', async ({ page }) => {
  const { quiet } = await idleTimes(page)
  await openTimed(page)
  await touch(page, 'English')
  await touch(page, 'Having a baby')
  await pass(page, quiet)
  await touch(page, 'I am done')
  await expect(page.getByRole('heading', { name: /Ông bà cần làm việc gì/ })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
})

test('when nobody answers everything of the visit is gone', async ({ page, context }) => {
  const { quiet, quietBusy, warning } = await idleTimes(page)
  await openTimed(page)
  await touch(page, 'English')
  await touch(page, /Larger text/)
  await touch(page, 'Having a baby')
  await touch(page, /Get a birth certificate/)
  await touch(page, /step by step/i)
  await touch(page, 'Yes, on paper')
  await pass(page, Math.max(quiet, quietBusy) + warning)
  await expect(page.getByRole('heading', { name: /Ông bà cần làm việc gì/ })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(page.locator('html')).toHaveClass(/text-0/)
  // The next visitor meets the first question, not the second.
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  await expect(page.getByText('Cháu có giấy chứng sinh chưa?')).toBeVisible()
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, history.length])).toEqual([0, 0, 2])
})

test('an untouched home screen goes to sleep and wakes at a touch', async ({ page }) => {
  await openAsleep(page)
  const whole = page.getByRole('button', { name: 'Mời bà con chạm vào màn hình' })
  await expect(whole).toBeVisible()
  await expectAccessible(page)
  await whole.click()
  await expect(page.getByRole('heading', { name: /Ông bà cần làm việc gì/ })).toBeVisible()
})
