import type { Page } from '@playwright/test'
import { expect, open, readCodes, test, touch } from './kiosk'

const birthPage = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7'

test('two touches from home to a code of the right page, three to the large one', async ({ page }, info) => {
  await open(page)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  const code = page.locator('[data-code=portal] svg[role=img]')
  await expect(code).toBeVisible()
  await expect(page.getByText(/gõ mã 1\.001193 vào ô tìm của trang/)).toBeVisible()
  expect(await readCodes(page, info.outputPath('service.png'))).toEqual([birthPage])
  await touch(page, /Quét là mở/)
  await expect(page.getByRole('img', { name: 'Mã QR mở dichvucong.gov.vn' })).toHaveCount(1)
  await expect(page.getByText('Chưa nộp. Làm tiếp trên điện thoại.')).toBeVisible()
  await expect(page.getByText(/gõ mã 1\.001193 vào ô tìm của trang/)).toBeVisible()
  expect(await readCodes(page, info.outputPath('code.png'))).toEqual([birthPage])
})

test('an app asks whose phone it is, and shows one labelled code at a time', async ({ page }, info) => {
  await open(page)
  await touch(page, /Căn cước/)
  await touch(page, /Cài và kích hoạt VNeID/)
  await touch(page, /Mở trên điện thoại/)
  await expect(page.getByRole('button', { name: 'Không biết, gọi cán bộ' })).toBeVisible()
  await expect(page.getByRole('img', { name: /Mã QR/ })).toHaveCount(0)
  for (const [phone, address] of [
    [/^Máy Android/, 'https://play.google.com/store/apps/details?id=com.vnid'],
    [/^iPhone/, 'https://apps.apple.com/vn/app/vneid/id1582750372'],
  ] as const) {
    await touch(page, phone)
    await expect(page.getByText('Chưa cài. Làm tiếp trên điện thoại.')).toBeVisible()
    await expect(page.getByRole('img', { name: /Mã QR/ })).toHaveCount(1)
    expect(await readCodes(page, info.outputPath('code.png'))).toEqual([address])
    await touch(page, 'Quay lại')
  }
})

test('a lesson fits the answers, step by step, and ends honestly', async ({ page }) => {
  await open(page)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  await touch(page, 'Không có giấy')
  await touch(page, 'Chưa đăng ký')
  await touch(page, 'Người khác')
  await touch(page, 'Tự làm trên điện thoại')
  await touch(page, 'Có đủ cả')
  const papers = page.getByRole('main')
  await expect(papers).toContainText('Giấy của người làm chứng việc sinh')
  await expect(papers).not.toContainText('Giấy đăng ký kết hôn của bố mẹ')
  for (;;) {
    const more = page.getByRole('button', { name: 'Trang sau' })
    if (!(await more.isVisible())) break
    await more.click()
  }
  await touch(page, 'Xem từng bước')
  await touch(page, 'Học từ đầu')
  for (let step = 1; step <= 9; step++) {
    await expect(page.getByText(`Bước ${step} trên 9`)).toBeVisible()
    await touch(page, step < 9 ? 'Tiếp tục' : /Mở trên điện thoại/)
  }
  await touch(page, 'Đã mở được trang')
  await expect(page.getByText('Chưa nộp. Làm tiếp trên điện thoại.')).toBeVisible()
  for (;;) {
    const more = page.getByRole('button', { name: 'Trang sau' })
    if (!(await more.isVisible())) break
    await more.click()
  }
  await touch(page, 'Tôi rõ rồi')
  await touch(page, 'Có giúp')
  await expect(page.getByText('Cảm ơn ông bà')).toBeVisible()
  await touch(page, 'Về trang đầu')
  await expect(page.getByRole('heading', { name: /Ông bà cần làm việc gì/ })).toBeVisible()
})

test('a service without a verified address says to ask staff', async ({ page }) => {
  await open(page)
  await touch(page, 'Ruộng nương')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Ruộng nương/)
  await touch(page, /Hỗ trợ người làm nông/)
  await touch(page, /Nông dân Việt Nam/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nông dân Việt Nam')
  await expect(page.getByRole('main')).toContainText(/[Hh]ỏi cán bộ/)
})

/** What all pages of this screen say, from the one that is shown to the last. */
async function everyPage(page: Page): Promise<string> {
  const main = page.getByRole('main')
  const next = page.getByRole('button', { name: /^(Trang sau|Next page)$/ }).and(page.locator(':not([aria-disabled=true])'))
  let said = await main.innerText()
  while (await next.isVisible()) {
    await next.click()
    said += `\n${await main.innerText()}`
  }
  return said
}

test('English is complete on the way to the code', async ({ page }) => {
  await open(page)
  await touch(page, 'English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await touch(page, 'Having a baby')
  await touch(page, /Get a birth certificate/)
  // What does not fit on the glass stands on the next page.
  await expect.poll(() => everyPage(page)).toContain('Commune or ward People')
  await touch(page, /Scan to open/)
  await expect(page.getByRole('heading', { name: 'Open on your phone' })).toBeVisible()
  await expect(page.getByRole('img', { name: /dichvucong\.gov\.vn/ })).toBeVisible()
})

test('keyboard alone reaches a code, Escape goes back', async ({ page }) => {
  await open(page)
  const tile = page.getByRole('button', { name: 'Sinh con' })
  for (let i = 0; i < 12 && !(await tile.evaluate((e) => e === document.activeElement)); i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Làm giấy khai sinh cho con/ }).press('Enter')
  await page.getByRole('button', { name: /Quét là mở/ }).press('Enter')
  await expect(page.getByRole('button', { name: 'Đã mở được trang' })).toBeVisible()
  await expect(page.getByRole('img', { name: /Mã QR/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Học từng bước/ })).toBeVisible()
})
