import type { Page } from '@playwright/test'
import { expect, expectAccessible, goOn, open, test, touch } from './kiosk'

const screen = (page: Page, name: string) => expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', name)

/** Through the questions of a birth to what one must have, or over it. */
async function birth(page: Page, way: string): Promise<void> {
  await open(page)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Bố hoặc mẹ']) await goOn(page, answer)
  await touch(page, way)
}

test('a birth without VNeID level 2 leads through its lesson and back, with the answers', async ({ page }) => {
  await birth(page, 'Tự làm trên điện thoại')
  await screen(page, 'ready')
  await expectAccessible(page)
  await touch(page, /VNeID mức 2/)
  await screen(page, 'detour')
  await expect(page.getByRole('main')).toContainText('VNeID mức 2 tại Công an')
  await expect(page.getByRole('main')).toContainText('mấy ngày sau mới có')
  await expect(page.getByRole('button', { name: 'Xem cách làm tại quầy' })).toBeVisible()
  await expectAccessible(page)
  await touch(page, 'Mở bài này')
  await screen(page, 'service')
  await touch(page, /Mở trên điện thoại|Quét/)
  await screen(page, 'handoff')
  const back = page.getByRole('button', { name: 'Về bài: Khai sinh cho con' })
  await expect(back).toBeVisible()
  await touch(page, 'Việc sau đó')
  await screen(page, 'after')
  await expect(back).toHaveCount(1)
  await touch(page, 'Về bài: Khai sinh cho con')
  await screen(page, 'ready')
  await touch(page, 'Có đủ cả')
  await screen(page, 'checklist')
  await expect(page.getByRole('main')).toContainText('Giấy chứng sinh bản giấy')
  await expect(page.getByRole('main')).toContainText('Điện thoại có VNeID mức 2')
})

test('who has no phone here is shown the way for the desk, where nothing of it is needed', async ({ page }) => {
  await birth(page, 'Tự làm trên điện thoại')
  await touch(page, /Điện thoại của mình/)
  await screen(page, 'detour')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mời tới quầy')
  await touch(page, 'Xem cách làm tại quầy')
  await screen(page, 'checklist')
  await expect(page.getByRole('main')).not.toContainText('Điện thoại có VNeID mức 2')
  await birth(page, 'Tới quầy, cán bộ giúp')
  await screen(page, 'checklist')
})

test('a step that stands for a skill is practised closely, and comes back to itself', async ({ page }) => {
  await birth(page, 'Tự làm trên điện thoại')
  await touch(page, 'Có đủ cả')
  await touch(page, 'Xem từng bước')
  await touch(page, 'Học từ đầu')
  await goOn(page, 'Tiếp tục')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('vào bằng VNeID')
  await touch(page, 'Tập kỹ bước này')
  await screen(page, 'rehearsal')
  for (const heading of ['góc trên', 'mật khẩu VNeID', 'mã 6 số', 'Xác nhận chia sẻ', 'passcode 6 số']) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
    await touch(page, /^(Bỏ qua bước này|Tiếp tục)$/)
  }
  await screen(page, 'step')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('vào bằng VNeID')
})
