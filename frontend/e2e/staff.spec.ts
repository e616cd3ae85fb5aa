import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectToFit, glasses, named, setText, textSizes } from './glass'
import { pin, setUp } from './desk'
import { each, expect, expectAccessible, open, test, touch } from './kiosk'

// One office, one PIN: the first test that comes to the door chooses it.
test.describe.configure({ mode: 'serial' })

/** The name of the file with the code stands in one line, with letters of every size: it is looked for as it is read. */
async function expectWholeName(page: Page): Promise<void> {
  const name = page.locator('.say strong span').last()
  await expect(name).toHaveText('ma-cai-dat.txt')
  for (const glass of glasses) {
    await page.setViewportSize(glass)
    for (const size of textSizes) {
      await setText(page, size)
      expect(await name.evaluate((node) => node.clientHeight < 1.7 * parseFloat(getComputedStyle(node).fontSize)), `${named(glass)}, letters ${size + 1}`).toBe(true)
    }
  }
  await setText(page, 0)
  await page.setViewportSize({ width: 1366, height: 768 })
}

/** Opens the door's screen; where there is no PIN yet, it is chosen first. */
async function toDoor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Dành cho cán bộ' }).click()
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText(/^(Mời nhập mã|Chọn mã)/)
  await expect(page.getByText(/ghi trong tệp này|Mã có 6 chữ số/)).toBeVisible()
  if ((await title.textContent()) !== 'Mời nhập mã cài đặt') return
  await expectToFit(page)
  await expectWholeName(page)
  await expectAccessible(page)
  await setUp(page)
  await lock(page)
  await page.getByRole('button', { name: 'Dành cho cán bộ' }).click()
  await expect(title).toHaveText('Mời nhập mã PIN')
}

async function enter(page: Page): Promise<void> {
  await open(page)
  await toDoor(page)
  for (const digit of pin) await page.getByRole('button', { name: `Số ${digit}` }).click()
  await touch(page, 'Mở')
  await touch(page, 'In tờ')
  await expect(page.getByRole('textbox', { name: 'Tìm dịch vụ để in' })).toBeVisible()
}

/** A recording of so many seconds: a tone, or silence at amplitude 0. */
function wav(seconds: number, amplitude: number): Buffer {
  const rate = 16_000
  const data = Buffer.alloc(44 + 2 * rate * seconds)
  data.write('RIFF')
  data.writeUInt32LE(data.length - 8, 4)
  data.write('WAVEfmt ', 8)
  data.writeUInt32LE(16, 16)
  data.writeUInt16LE(1, 20)
  data.writeUInt16LE(1, 22)
  data.writeUInt32LE(rate, 24)
  data.writeUInt32LE(2 * rate, 28)
  data.writeUInt16LE(2, 32)
  data.writeUInt16LE(16, 34)
  data.write('data', 36)
  data.writeUInt32LE(data.length - 44, 40)
  for (let i = 44; i < data.length; i += 2) data.writeInt16LE(Math.round(amplitude * Math.sin(i / 8)), i)
  return data
}

const removing = (page: Page) => page.getByRole('button', { name: /^Bỏ (?!hết)/ })

/** Leaves the desk; what was chosen is dropped. */
async function lock(page: Page): Promise<void> {
  await touch(page, 'Khóa bàn in')
  const sure = page.getByRole('button', { name: 'Khóa, bỏ các việc này' })
  const first = page.getByRole('heading', { name: /Ông bà cần làm việc gì/ })
  await expect(sure.or(first).first()).toBeVisible()
  if (await sure.isVisible()) await sure.click()
  await expect(first).toBeVisible()
}

async function choose(page: Page, query: string): Promise<void> {
  await page.keyboard.type(query)
  await page.getByRole('button', { name: /^Thêm / }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /^Tìm dịch vụ/ })).toHaveValue('')
}

test('staff put services on paper, and what was saved can be scanned', async ({ page }, info) => {
  await enter(page)
  await choose(page, 'giay khai sinh')
  await choose(page, 'dang ky ket hon')
  await expect(removing(page)).toHaveCount(2)
  await page.getByRole('radio', { name: /^Thẻ nhỏ/ }).click()
  for (const count of await each(page.getByRole('textbox', { name: /^Số bản/ }))) await count.fill('11')
  await expect(page.getByText('Trang 1 trên 3')).toBeVisible()
  await expect(page.getByRole('button', { name: /^In 3 tờ A4 · 22 thẻ/ })).toBeVisible()
  await page.getByRole('group', { name: 'Bắt đầu từ chỗ' }).getByRole('button', { name: 'Thêm' }).click()
  await expect(page.getByRole('img', { name: /Xem trước/ })).toBeVisible()
  await touch(page, /^Máy khác/)
  await touch(page, /Lưu vào thư mục Documents/)
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  const file = (await page.locator('.strip .file').textContent()) ?? ''
  expect(existsSync(file)).toBe(true)
  const picture = info.outputPath('page')
  execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-png', file, picture])
  const codes = execFileSync('sh', ['-c', `zbarimg --quiet --raw -Sdisable -Sqrcode.enable ${picture}*.png`], { encoding: 'utf8' })
  expect(codes.trim().split('\n')).toEqual(Array(7).fill('https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7'))
  await touch(page, 'Đóng')
  await touch(page, 'Đã in')
  await expect(page.getByText(/: 11 bản; .*: 11 bản/).first()).toBeVisible()
  await expect(page.getByText(/ 3 trang, bản nội dung/).first()).toBeVisible()
  await page.getByRole('button', { name: 'In lại' }).first().click()
  await expect(removing(page)).toHaveCount(2)
})

test('the door stays shut for a wrong PIN, and shuts behind who leaves', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Dành cho cán bộ' }).click()
  await page.getByRole('button', { name: 'Số 1' }).waitFor()
  await page.keyboard.type('777777')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/chưa đúng/)).toBeVisible()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox')).toBeVisible()
  await lock(page)
  const refused = await page.evaluate(async () => {
    const answer = await fetch('/call/Staff/History', { method: 'POST', body: '[]' })
    return answer.text()
  })
  expect(refused).toContain('denied')
  await page.getByRole('button', { name: 'Dành cho cán bộ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mời nhập mã PIN' })).toBeVisible()
})

test('a job that was stopped is offered again', async ({ page }) => {
  await enter(page)
  for (const query of ['giay khai sinh', 'dang ky ket hon', 'khai tu', 'dang ky tam tru', 'thuong tru', 'bhyt', 'vneid', 'zalo', 'tra tien dien']) await choose(page, query)
  await page.getByRole('button', { name: 'Gói cho thôn' }).click()
  await page.getByRole('textbox', { name: 'Tên thôn' }).fill('Nà Khà')
  const more = page.getByRole('group', { name: 'Số hộ' }).getByRole('button', { name: '+10' })
  for (let i = 0; i < 47; i++) await more.click()
  await expect(page.getByText('Trang 1 trên 1003, chừng')).toBeVisible()
  await page.getByRole('button', { name: 'Trang sau' }).click()
  await expect(page.getByText(/^Trang 2 trên/)).toBeVisible()
  await touch(page, /^Máy khác/)
  // At once, in the page itself: a test on a busy machine would come when all is done.
  await page.evaluate(() => {
    new MutationObserver((_, watch) => {
      const stop = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Dừng lại')
      if (!stop) return
      watch.disconnect()
      stop.click()
    }).observe(document.body, { subtree: true, childList: true })
  })
  await touch(page, /Lưu vào thư mục Documents/)
  await expect(page.getByRole('heading', { name: 'Đã dừng.' })).toBeVisible()
  await touch(page, 'Đóng')
  await lock(page)
  await enter(page)
  await expect(page.getByRole('heading', { name: 'Còn một việc in dở' })).toBeVisible()
  await expectToFit(page)
  await expectAccessible(page)
  await touch(page, 'Lưu lại từ đầu')
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible({ timeout: 30_000 })
  expect(existsSync((await page.locator('.strip .file').textContent()) ?? '')).toBe(true)
})

test('a number to call and a contact become codes on paper', async ({ page }, info) => {
  await enter(page)
  for (const kind of ['Gọi điện', 'Lưu danh bạ']) {
    await page.getByRole('button', { name: 'Mã Wi-Fi, số máy' }).click()
    await page.getByRole('radio', { name: kind }).click()
    await page.getByRole('textbox', { name: 'Tên cán bộ hoặc tổ' }).fill('Tổ công nghệ số thôn Nà Khà')
    await page.getByRole('textbox', { name: 'Số điện thoại' }).fill(kind === 'Gọi điện' ? '0912 000 001' : '0912 000 002')
    await expectAccessible(page)
    await touch(page, 'Thêm mã này')
  }
  await expect(page.getByRole('img', { name: /Xem trước/ })).toBeVisible()
  await expectToFit(page)
  await touch(page, /^Máy khác/)
  await touch(page, /Lưu vào thư mục Documents/)
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  const file = (await page.locator('.strip .file').textContent()) ?? ''
  const picture = info.outputPath('page')
  execFileSync('pdftoppm', ['-r', '150', '-png', file, picture])
  const codes = execFileSync('sh', ['-c', `zbarimg --quiet --raw -Sdisable -Sqrcode.enable ${picture}*.png`], { encoding: 'utf8' })
  expect(codes.trim().split('\n').sort()).toEqual(['MECARD:N:Tổ công nghệ số thôn Nà Khà;TEL:0912000002;;', 'tel:0912000001'])
})

test('a commune records its own speakers, without a command line', async ({ page }) => {
  await enter(page)
  await touch(page, 'Giọng đọc')
  await page.getByRole('radio', { name: /^tiếng Tày/ }).click()
  await expect(page.getByRole('radio', { name: /tiếng Tày Đã thu 0 trên 1\.\d{3} câu/ })).toBeChecked()
  await page.getByRole('textbox', { name: 'Tìm dịch vụ để thu' }).focus()
  await choose(page, 'giay khai sinh')
  await expectToFit(page)
  await expectAccessible(page)
  await touch(page, 'Lưu kịch bản')
  await expectAccessible(page)
  await touch(page, /Lưu vào thư mục Documents/)
  await expect(page.getByRole('heading', { name: 'Đã lưu kịch bản' })).toBeVisible()
  const script = (await page.getByRole('dialog').locator('p').textContent()) ?? ''
  await touch(page, 'Đóng')

  // Somebody records two lines, and makes mistakes with three more.
  const [first = '', second = '', third = ''] = [...readFileSync(script, 'utf8').matchAll(/<code>(\w{8,16})<\/code>/g)].map((match) => match[1])
  const folder = dirname(script)
  writeFileSync(join(folder, `${first}.wav`), wav(2, 6000))
  writeFileSync(join(folder, `${second} lan 2.wav`), wav(1, 6000))
  writeFileSync(join(folder, `${third}.wav`), wav(1, 0))
  writeFileSync(join(folder, `${third}.mp3`), 'ID3')
  writeFileSync(join(folder, 'ban thu.wav'), wav(1, 6000))
  await touch(page, 'Nhập bản thu')
  await touch(page, /Nhập từ thư mục Documents/)
  await expect(page.getByRole('heading', { level: 2, name: 'Đã nhận 2 bản thu, 3 tệp chưa nhận' })).toBeVisible()
  await expectToFit(page)
  await touch(page, 'Xem từng tệp')
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nhận 2 bản thu, 3 tệp chưa nhận' })).toBeVisible()
  await expect(page.getByText('Bản thu không có tiếng.')).toBeVisible()
  await expectToFit(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Giọng đọc', exact: true }).click()
  await expect(page.getByRole('radio', { name: /tiếng Tày Đã thu 2 trên/ })).toBeVisible()

  await touch(page, 'Nghe 2 bản thu')
  const fetched = page.waitForResponse(/\/sound\/tyz-/)
  await touch(page, /^Nghe: /)
  expect((await fetched).ok()).toBe(true)
  await touch(page, /^Bỏ: /)
  await expectToFit(page)
  await expectAccessible(page)
  await touch(page, /^Hoàn tác: /)
  await expect(page.getByRole('button', { name: /^Nghe: |Dừng/ })).toHaveCount(2)

  // Residents hear of it without a restart, and no longer when it is taken out.
  const offered = page.getByRole('button', { name: 'tiếng Tày' })
  const listen = async (): Promise<void> => {
    await lock(page)
    await touch(page, 'Sinh con')
    await touch(page, /Làm giấy khai sinh cho con/)
    await touch(page, 'Nghe')
    await expect(page.getByRole('button', { name: 'Đọc chậm' })).toBeVisible()
  }
  await listen()
  await expect(offered).toBeVisible()
  await expectToFit(page)
  await touch(page, 'Trang đầu')
  await enter(page)
  await touch(page, 'Giọng đọc')
  await touch(page, 'Nghe 2 bản thu')
  for (const out of [1, 2]) {
    await touch(page, /^Bỏ: /)
    await expect(page.getByText('Đã bỏ.')).toHaveCount(out)
  }
  await listen()
  await expect(offered).toBeHidden()
})

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  test(`the staff's screens fit at ${size.width}×${size.height}`, async ({ page }) => {
    await page.setViewportSize(size)
    await open(page)
    await toDoor(page)
    await expectToFit(page)
    await expectAccessible(page)
    await page.keyboard.type(pin)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox')).toBeFocused()
    await choose(page, 'vneid')
    for (const layout of ['Phiếu cuộn', 'Tờ mang về', 'Thẻ nhỏ', 'Tờ gấp bài học']) {
      const radio = page.getByRole('radio', { name: layout })
      await expect(radio).not.toBeChecked()
      // What lies there is the last layout's sheet until this one's is drawn.
      await Promise.all([page.waitForResponse('**/call/Staff/Preview'), radio.click()])
      await expect(page.getByRole('img', { name: /Xem trước/ })).toBeVisible()
      await expectToFit(page)
    }
    await page.getByRole('button', { name: 'Gói cho thôn' }).click()
    await page.getByRole('textbox', { name: 'Tên thôn' }).fill('Nà Khà')
    await expect(page.getByText('Trang 1 trên 33, chừng 3 phút')).toBeVisible()
    await expectToFit(page)
    await expectAccessible(page)
    await touch(page, 'Đã in')
    await expectToFit(page)
    await expectAccessible(page)
  })
}
