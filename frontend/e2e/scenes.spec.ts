import { everywhere, glasses, textSizes } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// What is done beside somebody, on paper or at a counter has a scene where the phone stands
// otherwise: said in words, and nothing to practise on it.
test('a step away from the phone is drawn, in the lesson and in the rehearsal', async ({ page }) => {
  test.setTimeout(180_000)
  await open(page)
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill('Giúp bà con dùng điện thoại đúng cách')
  await page.getByRole('button', { name: 'Giúp bà con' }).first().click()
  await expect(page.locator('[data-screen=service]')).toBeVisible()
  await touch(page, /Học từng bước/)
  await touch(page, 'Đọc được')
  await touch(page, 'Xem từng bước')
  await expect(page.locator('[data-screen=checklist]')).toBeHidden()
  const start = page.getByRole('button', { name: 'Học từ đầu' })
  if (await start.isVisible()) await touch(page, 'Học từ đầu')

  const scene = page.getByRole('img', { name: /^Hình vẽ: hai người ngồi cạnh nhau/ })
  await expect(page.getByRole('heading', { level: 1, name: /Ngồi cạnh/ })).toBeVisible()
  await expect(scene).toBeVisible()
  await expect(page.getByText('Làm ngoài điện thoại')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tập thử bước này' })).toHaveCount(0)
  await expectAccessible(page)
  // As large as the phone would be: a third of the glass's width, or of its height, at the least.
  const box = await scene.boundingBox()
  expect(Math.min((box?.width ?? 0) / 1366, (box?.height ?? 0) / 768)).toBeGreaterThan(0.3)
  expect((await everywhere(page, glasses, textSizes, 'a scene')).found).toEqual([])

  await touch(page, 'Quay lại')
  await touch(page, 'Tập thử trên máy mẫu')
  await expect(scene).toBeVisible()
  await expect(page.locator('.spot')).toHaveCount(0)
  await touch(page, 'Tiếp tục')
  await expect(page.locator('.spot').first()).toBeAttached()
})
