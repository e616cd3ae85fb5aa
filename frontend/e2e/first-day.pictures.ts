import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openOffice, pin, skipSetup, title, type, withPrinters } from './desk'
import { expect, open, test, touch } from './kiosk'
import { takeRinged } from './ring'

// The pictures of docs/ngay-dau-tien.md that the manual has not: a PC on its first day.
const out = join(process.env.PICTURES ?? 'build/pictures', 'first-day')
mkdirSync(out, { recursive: true })

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ mode: 'default', retries: 1 })

const printers = {
  printers: [
    { name: 'may-in', about: 'Máy in phòng một cửa', ready: true, reason: '' },
    { name: 'may-phieu', about: 'Máy in phiếu', ready: true, reason: '' },
  ],
  chosen: 'may-in', gone: '', problem: '',
}
const office = 'name: Trung tâm phục vụ hành chính công xã Mẫu\nplace: Xã Mẫu\nphone: "0200 000 0000"\n'

/** Where the program says that the code is: on a PC of an office, not on that of who takes the picture. */
const file = String.raw`C:\Users\kiosk\AppData\Local\TungBuoc\ma-cai-dat.txt`

const take = (page: Page, name: string, ...touched: Parameters<typeof takeRinged>[2]): Promise<void> => takeRinged(page, join(out, `${name}.png`), touched)

test('the set-up code, the recovery code, the printers', async ({ page }) => {
  const fresh = await openOffice(27, office)
  try {
    await withPrinters(page, printers)
    let code = ''
    await page.route('**/call/Staff/Door', async (route) => {
      const door = (await (await route.fetch()).json()) as { codeFile: string }
      if (door.codeFile !== '') code = (readFileSync(door.codeFile, 'utf8').split('\n')[0] ?? '').replace(' ', '')
      await route.fulfill({ json: door.codeFile === '' ? door : { ...door, codeFile: file } })
    })
    await open(page, fresh.address)
    await touch(page, 'Dành cho cán bộ')
    await expect(page.locator('.say strong')).toContainText('ma-cai-dat.txt')
    await take(page, '01-ma-cai-dat')
    await type(page, code)
    await expect(title(page)).toHaveText('Mời ghi tên ông bà')
    await page.getByRole('textbox', { name: 'Họ tên' }).fill('Lan')
    await expect(page.locator('.rest')).toHaveCount(0)
    await page.keyboard.press('Enter')
    for (const asks of ['Chọn mã PIN cho phần cán bộ', 'Mời nhập lại mã PIN vừa chọn']) {
      await expect(title(page)).toHaveText(asks)
      await type(page, pin)
    }
    await expect(title(page)).toHaveText('Mời chép lại mã khôi phục')
    await take(page, '02-ma-khoi-phuc', page.getByRole('button', { name: 'In mã ra giấy' }))
    await page.getByRole('button', { name: 'Đã chép xong' }).click()
    await skipSetup(page)
    await touch(page, 'Cài đặt')
    const row = page.getByRole('button', { name: 'Đổi: Máy in của bàn' })
    await row.scrollIntoViewIfNeeded()
    await take(page, '03-may-in', row, page.getByRole('button', { name: 'Đổi: Máy in phiếu cho bà con' }))
  } finally {
    await fresh.close()
  }
})
