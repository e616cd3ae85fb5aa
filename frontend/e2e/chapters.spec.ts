import { setText } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'
import type { Page } from '@playwright/test'

/** Opens the whole way of the birth lesson: six chapters, fifteen steps. */
async function overview(page: Page): Promise<void> {
  await open(page)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await expect(page.locator('[data-screen=checklist]')).toBeVisible()
  await touch(page, 'Xem từng bước')
  await expect(page.locator('[data-screen=overview]')).toBeVisible()
}

const names = ['Mở trang', 'Đăng nhập', 'Chọn xã', 'Điền tờ khai', 'Ảnh giấy tờ', 'Gửi']

test('the whole way is shown first, and begins where somebody has got to', async ({ page }) => {
  await overview(page)
  const rows = page.locator('main .chapter')
  await expect(rows).toHaveCount(names.length)
  for (const [i, name] of names.entries()) {
    await expect(rows.nth(i)).toContainText(name)
    await expect(rows.nth(i)).toContainText(/\d+ bước, (chừng \d+|dưới 1) phút/)
    await expect(rows.nth(i)).toContainText(i === 0 ? 'Bắt đầu ở đây' : 'Tôi đã làm tới đây')
  }
  await expectAccessible(page)
  // Who has logged in already skips two of the nine steps.
  await touch(page, /^3,? ?Chọn xã/)
  await expect(page.getByText('Bước 3 trên 9')).toBeVisible()
  await touch(page, 'Quay lại')
  await expect(page.locator('[data-screen=overview]')).toBeVisible()
})

test('the bar names the pieces, marks the one at hand and leads to each', async ({ page }) => {
  await overview(page)
  await touch(page, 'Học từ đầu')
  const pieces = page.getByRole('navigation', { name: 'Các chặng của bài' }).getByRole('button')
  await expect(pieces).toHaveCount(names.length)
  for (const [i, name] of names.entries()) {
    await expect(pieces.nth(i)).toBeVisible()
    await expect(pieces.nth(i)).toContainText(name)
    const box = await pieces.nth(i).boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(46)
  }
  const here = page.locator('[aria-current=step]')
  await expect(here).toHaveText('Mở trang')
  await touch(page, 'Điền tờ khai, chặng 4 trên 6')
  await touch(page, 'Tiếp tục')
  await expect(here).toHaveText(/^\s*Điền tờ khai\s*2 trên 4\s*$/)
  await expect(page.getByText('Bước 5 trên 9')).toBeVisible()
  // Half of a piece is filled when half of its steps lie behind.
  const fill = await here.locator('.bar').evaluate((e) => getComputedStyle(e).getPropertyValue('--done'))
  expect(fill.trim()).toBe('50%')
  await touch(page, 'Mở trang, chặng 1 trên 6')
  await expect(page.getByText('Bước 1 trên 9')).toBeVisible()
})

test('the sentence stands at the same place, in the same letters, on every step', async ({ page }) => {
  await overview(page)
  await touch(page, 'Học từ đầu')
  for (const letters of [0, 1]) {
    await touch(page, 'Mở trang, chặng 1 trên 6')
    await setText(page, letters)
    const places = new Set<string>()
    for (let step = 1; step <= 9; step++) {
      await expect(page.getByText(`Bước ${step} trên 9`)).toBeVisible()
      await expect(page.locator('.rest')).toHaveCount(0)
      const place = await page.getByRole('heading', { level: 1 }).evaluate((e) => {
        const { left, top } = e.getBoundingClientRect()
        const { fontSize, color } = getComputedStyle(e)
        return [Math.round(left), Math.round(top), fontSize, color].join(' ')
      })
      places.add(place)
      if (step < 9) await touch(page, 'Tiếp tục')
    }
    expect([...places]).toHaveLength(1)
  }
})

test('a question is answered by buttons that lead on, and who does not know is led to staff', async ({ page }) => {
  await open(page)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  const answers = page.locator('.answers button')
  await expect(answers).toHaveCount(3)
  await expect(page.locator('.answers [aria-pressed]')).toHaveCount(0)
  await expect(answers.locator('.pictogram svg')).toHaveCount(3)
  await touch(page, 'Tôi không biết')
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible()
})

test('a paper has an empty box, and a tick once it is at hand', async ({ page }) => {
  await overview(page)
  await touch(page, 'Quay lại')
  const paper = page.getByRole('button', { name: /Giấy chứng sinh bản giấy/ })
  const drawn = () => paper.locator('.mark svg').innerHTML()
  await expect(paper).toHaveAttribute('aria-pressed', 'false')
  const empty = await drawn()
  await paper.click()
  await expect(paper).toHaveAttribute('aria-pressed', 'true')
  expect(await drawn()).not.toBe(empty)
})
