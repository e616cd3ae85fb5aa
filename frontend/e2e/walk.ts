import type { Page } from '@playwright/test'
import { touch } from './kiosk'

/** From the first screen over a birth to what its lesson holds; calls see at every screen on the way, with its name. */
export async function toOverview(page: Page, see: (name: string) => Promise<unknown>): Promise<void> {
  await touch(page, 'Sinh con')
  await see('topic')
  await touch(page, /Làm giấy khai sinh cho con/)
  await see('service')
  await touch(page, /Xem kỹ/)
  await see('details')
  await touch(page, 'Quay lại')
  await touch(page, /thêm thứ khác/)
  await see('bring')
  await touch(page, 'Quay lại')
  await touch(page, /Học từng bước/)
  await see('fact')
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại']) await touch(page, answer)
  await see('ready')
  await touch(page, 'Có đủ cả')
  await see('checklist')
  await touch(page, 'Xem từng bước')
  await see('overview')
}
