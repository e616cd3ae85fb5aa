import { furnished } from '../playwright.config'
import { Listener } from './five-keys'
import { expect, expectAccessible, idleTimes, open, openAsleep, openTimed, pass, rested, test, touch } from './kiosk'

test('key 5 starts speech: where one is, how much there is, which keys there are', async ({ page }) => {
  const listener = new Listener(page)
  await listener.come()
  await open(page)
  expect(listener.heard).toEqual([])
  const said = await listener.press('choose')
  expect(said).toMatch(/^Bà con đang ở Ông bà cần làm việc gì\? Có \d+ nút để chọn\. Phím 2 nghe mục sau/)
  // One item after the other, and back again.
  const first = await listener.press('next')
  expect(first).toMatch(/Nút bấm$/)
  expect(await listener.press('next')).not.toBe(first)
  expect(await listener.press('previous')).toBe(first)
  expect(await listener.press('repeat')).toBe(first)
  await expectAccessible(page)
})
