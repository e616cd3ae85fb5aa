import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectBigTargets, expectToFit, open, test, touch } from './kiosk'

const pin = '2905'

// One office, one PIN: whoever comes first chooses it.
test.describe.configure({ mode: 'serial' })

async function enter(page: Page): Promise<void> {
  await open(page)
  await page.getByRole('button', { name: 'Cán bộ', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /PIN/ })).toBeVisible()
  for (const digit of pin) await page.getByRole('button', { name: `Số ${digit}` }).click()
  await touch(page, 'Mở')
  await expect(page.getByRole('textbox', { name: 'Tìm dịch vụ để in' })).toBeVisible()
}

async function choose(page: Page, query: string): Promise<void> {
  await page.keyboard.type(query)
  await page.getByRole('button', { name: /^Thêm / }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox')).toHaveValue('')
}

test('staff put services on paper, and what was saved can be scanned', async ({ page }, info) => {
  await enter(page)
  await choose(page, 'giay khai sinh')
  await choose(page, 'dang ky ket hon')
  await expect(page.getByRole('button', { name: /^Bỏ / })).toHaveCount(2)
  await page.getByRole('radio', { name: '8 thẻ nhỏ trên A4' }).click()
  await page.getByRole('group', { name: 'Số bản mỗi dịch vụ' }).getByRole('button', { name: '+10' }).click()
  await expect(page.getByText('3 trang')).toBeVisible()
  await page.getByRole('group', { name: 'Bắt đầu từ chỗ' }).getByRole('button', { name: 'Thêm' }).click()
  await expect(page.getByRole('img', { name: /Xem trước/ })).toBeVisible()
  await touch(page, 'In hoặc lưu tệp')
  await touch(page, /Lưu vào thư mục Documents/)
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  const file = (await page.getByText(/\.pdf$/).textContent()) ?? ''
  expect(existsSync(file)).toBe(true)
  const picture = info.outputPath('page')
  execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-png', file, picture])
  const codes = execFileSync('sh', ['-c', `zbarimg --quiet --raw -Sdisable -Sqrcode.enable ${picture}*.png`], { encoding: 'utf8' })
  expect(codes.trim().split('\n')).toEqual(Array(7).fill('https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7'))
  await touch(page, 'Đóng')
  await touch(page, 'Đã in')
  await expect(page.getByText(/11 bản, 3 trang/)).toBeVisible()
  await touch(page, 'In lại')
  await expect(page.getByRole('button', { name: /^Bỏ / })).toHaveCount(2)
})

test('the door stays shut for a wrong PIN, and shuts behind who leaves', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Cán bộ', exact: true }).click()
  await page.getByRole('button', { name: 'Số 1' }).waitFor()
  await page.keyboard.type('7777')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/chưa đúng/)).toBeVisible()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox')).toBeVisible()
  await touch(page, 'Làm lại từ đầu')
  await expect(page.getByRole('heading', { name: /Ông bà cần làm việc gì/ })).toBeVisible()
  const refused = await page.evaluate(async () => {
    const answer = await fetch('/call/Staff/History', { method: 'POST', body: '[]' })
    return answer.text()
  })
  expect(refused).toContain('denied')
  await page.getByRole('button', { name: 'Cán bộ', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mời nhập mã PIN' })).toBeVisible()
})

test('a job that was stopped is offered again', async ({ page }) => {
  await enter(page)
  for (const query of ['giay khai sinh', 'dang ky ket hon', 'khai tu', 'dang ky tam tru', 'thuong tru', 'bhyt', 'vneid', 'zalo', 'tra tien dien']) await choose(page, query)
  await page.getByRole('radio', { name: 'Gói cho thôn' }).click()
  await page.getByRole('textbox', { name: 'Tên thôn' }).fill('Nà Khà')
  const more = page.getByRole('group', { name: 'Số hộ' }).getByRole('button', { name: '+10' })
  for (let i = 0; i < 47; i++) await more.click()
  await expect(page.getByText('1003 trang, chừng')).toBeVisible()
  await page.getByRole('button', { name: 'Trang sau' }).click()
  await expect(page.getByText(/^Trang 2 trên/)).toBeVisible()
  await touch(page, 'In hoặc lưu tệp')
  await touch(page, /Lưu vào thư mục Documents/)
  await touch(page, 'Dừng lại')
  await expect(page.getByRole('heading', { name: 'Đã dừng.' })).toBeVisible()
  await touch(page, 'Đóng')
  await touch(page, 'Làm lại từ đầu')
  await enter(page)
  await expect(page.getByRole('heading', { name: 'Còn một việc in dở' })).toBeVisible()
  await expectToFit(page)
  await expectAccessible(page)
  await touch(page, 'Lưu lại từ đầu')
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible({ timeout: 30_000 })
  expect(existsSync((await page.getByText(/\.pdf$/).textContent()) ?? '')).toBe(true)
})

test('a number to call and a contact become codes on paper', async ({ page }, info) => {
  await enter(page)
  for (const kind of ['Gọi điện', 'Lưu danh bạ']) {
    await page.getByRole('button', { name: 'Mã gọi điện, danh bạ, Wi-Fi' }).click()
    await page.getByRole('radio', { name: kind }).click()
    await page.getByRole('textbox', { name: 'Tên cán bộ hoặc tổ' }).fill('Tổ công nghệ số thôn Nà Khà')
    await page.getByRole('textbox', { name: 'Số điện thoại' }).fill(kind === 'Gọi điện' ? '0912 000 001' : '0912 000 002')
    await expectAccessible(page)
    await touch(page, 'Thêm mã này')
  }
  await expect(page.getByRole('img', { name: /Xem trước/ })).toBeVisible()
  await expectToFit(page)
  await touch(page, 'In hoặc lưu tệp')
  await touch(page, /Lưu vào thư mục Documents/)
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  const file = (await page.getByText(/\.pdf$/).textContent()) ?? ''
  const picture = info.outputPath('page')
  execFileSync('pdftoppm', ['-r', '150', '-png', file, picture])
  const codes = execFileSync('sh', ['-c', `zbarimg --quiet --raw -Sdisable -Sqrcode.enable ${picture}*.png`], { encoding: 'utf8' })
  expect(codes.trim().split('\n').sort()).toEqual(['MECARD:N:Tổ công nghệ số thôn Nà Khà;TEL:0912000002;;', 'tel:0912000001'])
})

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  test(`the staff's screens fit at ${size.width}×${size.height}`, async ({ page }) => {
    await page.setViewportSize(size)
    await open(page)
    await page.getByRole('button', { name: 'Cán bộ', exact: true }).click()
    await page.getByRole('button', { name: 'Số 1' }).waitFor()
    await expectToFit(page)
    await expectAccessible(page)
    await page.keyboard.type(pin)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox')).toBeFocused()
    await choose(page, 'vneid')
    for (const layout of ['Phiếu 80 mm', 'Tờ A5', '8 thẻ nhỏ trên A4', 'Tờ gấp A5']) {
      await page.getByRole('radio', { name: layout, exact: true }).click()
      await expect(page.getByRole('img', { name: /Xem trước/ })).toBeVisible()
      await page.waitForTimeout(150)
      await expectToFit(page)
      await expectBigTargets(page)
    }
    await page.getByRole('radio', { name: 'Gói cho thôn' }).click()
    await page.getByRole('textbox', { name: 'Tên thôn' }).fill('Nà Khà')
    await expect(page.getByText('33 trang, chừng 3 phút')).toBeVisible()
    await expectToFit(page)
    await expectAccessible(page)
    await touch(page, 'Đã in')
    await expectToFit(page)
    await expectAccessible(page)
  })
}
