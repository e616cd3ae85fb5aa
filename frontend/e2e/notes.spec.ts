import type { Page } from '@playwright/test'
import { deskFaults, openOffice, through, toDesk, type Office } from './desk'
import { deskSizes, everywhere, faults, glasses, named, setText, settled, textSizes } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'

// One office, one PIN.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(16)
})

test.afterAll(() => office.close())

const pencils = (page: Page) => page.getByRole('button', { name: /^Ghi chú cho:/ })
const field = (page: Page) => page.getByRole('textbox', { name: 'Ghi chú' })
const noted = (page: Page, text: string) => page.locator('main .local').getByText(text)

/** Touches the first pencil on the glass. */
async function write(page: Page): Promise<void> {
  await pencils(page).first().click()
  await expect(field(page)).toBeFocused()
}

/** From the desk to the page of a service, with its pencil. Two touches, and a name that is typed. */
async function toService(page: Page, typed: string): Promise<void> {
  await touch(page, 'Ghi chú của xã')
  await page.getByRole('textbox', { name: 'Tìm dịch vụ để ghi chú' }).fill(typed)
  await page.getByRole('button', { name: /^Thêm / }).first().click()
  await expect(pencils(page).first()).toBeVisible()
}

test('a note is before residents with four touches, and stands where they read', async ({ page }) => {
  await toDesk(page, office.address)
  await toService(page, 'khai sinh')
  await expectAccessible(page)
  await write(page)
  const keys = page.getByRole('group', { name: 'Bàn phím' })
  const stood = await keys.boundingBox()
  await page.keyboard.type('Nộp taij bàn 3')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bỏ ghi chú' })).toBeVisible()
  expect(await keys.boundingBox()).toEqual(stood)
  await expectAccessible(page)
  await expect(noted(page, 'Nộp tại bàn 3')).toBeHidden()
  await touch(page, 'Cho bà con thấy')
  // The same screen, as residents have it from now on.
  await expect(noted(page, 'Nộp tại bàn 3')).toBeVisible()
  await expect(page.locator('main .local')).toContainText('Ở xã ta:')

  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await expect(noted(page, 'Nộp tại bàn 3')).toBeVisible()
  await expect(pencils(page)).toHaveCount(0)
  // A note of one line costs no second page.
  await expect(page.getByRole('heading', { name: /^Mang theo/ })).toBeVisible()
  await expect(page.locator('.watch')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Trang sau' })).toHaveCount(0)
  await expectAccessible(page)
})

test('lines and steps have their pencils, and what is only saved is for nobody else', async ({ page }) => {
  await toDesk(page, office.address)
  await toService(page, 'khai sinh')
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await expect(page.locator('[data-note]').first()).toBeAttached()
  await expect(pencils(page).first()).toBeVisible()
  await write(page)
  await page.keyboard.type('Photo cong chungs')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field(page)).toBeHidden()
  await touch(page, 'Xem từng bước')
  await touch(page, 'Học từ đầu')
  await write(page)
  await page.keyboard.type('Wi-Fi ở phòng chowf')
  await expect(field(page)).toHaveValue('Wi-Fi ở phòng chờ')
  await touch(page, 'Cho bà con thấy')
  await expect(noted(page, 'Wi-Fi ở phòng chờ')).toBeVisible()
  await touch(page, 'Về bàn in')
  await expect(page.getByText(/Đang viết: “.*”\. Bà con chưa thấy\./)).toBeVisible()
  await expectAccessible(page)
})

test('a restart keeps what residents see, and what was being written', async ({ page }) => {
  await office.close()
  office = await openOffice(16, undefined, true)
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await expect(noted(page, 'Nộp tại bàn 3')).toBeVisible()
  await open(page, office.address)
  await through(page)
  await touch(page, 'Ghi chú của xã')
  await expect(page.getByText(/Đang viết: “.*”/)).toBeVisible()
  await expect(page.getByText('Thêm “Nộp tại bàn 3”')).toBeVisible()
  await expect(page.getByText('hôm nay').first()).toBeVisible()
})

test('a full disk says so, and what was typed is still in the field', async ({ page }) => {
  await toDesk(page, office.address)
  await toService(page, 'khai sinh')
  await page.route('**/call/Staff/SaveNote', (route) =>
    route.fulfill({ status: 500, body: JSON.stringify({ code: 'disk_full', message: 'Ổ đĩa đã đầy nên máy chưa ghi được.' }) }),
  )
  await write(page)
  await page.keyboard.type(' moi')
  await expect(page.getByRole('alert').filter({ hasText: 'Ổ đĩa đã đầy' })).toBeVisible()
  await expect(page.getByText('Chưa lưu được').first()).toBeVisible()
  await expect(field(page)).toHaveValue(/Nộp tại bàn 3 moi/)
  await page.unroute('**/call/Staff/SaveNote')
  await page.keyboard.type('s')
  await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
})

test('one that is taken away is gone, and markup is nothing but text', async ({ page }) => {
  await toDesk(page, office.address)
  await toService(page, 'khai sinh')
  await write(page)
  await field(page).fill('<img src=x onerror=alert(1)><b>bàn 3</b>')
  await touch(page, 'Cho bà con thấy')
  await expect(noted(page, '<img src=x onerror=alert(1)><b>bàn 3</b>')).toBeVisible()
  await write(page)
  await touch(page, 'Bỏ ghi chú')
  await expect(page.locator('main .local')).toHaveCount(0)
})

test('a note whose place has changed is first in the list', async ({ page }) => {
  await page.route('**/call/Staff/Notes', async (route) => {
    const parked = { target: 'khai-sinh/x', of: 'Khai sinh', on: 'Gõ họ và tên cháu.', lessons: 0, draft: 'bàn 3', sequence: 2, shown: 'bàn 3', parked: true, under: 'Gõ tên cháu.', saved: '2026-11-02 09:00', who: '' }
    const answer = (await (await route.fetch()).json()) as { notes: object[] }
    await route.fulfill({ json: { ...answer, notes: [parked, ...answer.notes], parked: 1 } })
  })
  await toDesk(page, office.address)
  await touch(page, 'Ghi chú của xã')
  await expect(page.getByRole('heading', { name: 'Cần xem lại' })).toBeVisible()
  await expect(page.getByText('Chỗ này đã đổi nên bà con không thấy ghi chú.')).toBeVisible()
  await expect(page.getByText('Lúc ghi: “Gõ tên cháu.”')).toBeVisible()
  await expectAccessible(page)
})

for (const size of deskSizes) {
  test(`notes hold on every glass with the longest note, letters ${size + 1}`, async ({ page }) => {
    test.setTimeout(300_000)
    const long = 'nghiêng '.repeat(25).trim()
    await page.route('**/call/Staff/Notes', async (route) => {
      const answer = (await (await route.fetch()).json()) as object
      const note = { target: 'khai-sinh/x', of: 'Làm giấy khai sinh cho con', on: 'Gõ họ và tên cháu.', lessons: 0, draft: long, sequence: 2, shown: long, parked: true, under: long, saved: '2026-11-02 09:00', who: 'Nguyễn Thị Hoàng Lan', hidden: false }
      const change = { made: note.saved, who: note.who, target: note.target, of: note.of, on: note.on, before: long, after: long, there: true, away: false }
      return route.fulfill({ json: { ...answer, notes: [note, { ...note, target: 'y', parked: false, under: '' }], parked: 1, longest: 200, changes: [change] } })
    })
    await toDesk(page, office.address)
    await touch(page, 'Ghi chú của xã')
    await expect(page.getByRole('heading', { name: 'Cần xem lại' })).toBeVisible()
    const found = await deskFaults(page, glasses, size, 'list')
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(found).toEqual([])
  })
}

test('the longest notes push nothing off the residents’ glass', async ({ page }) => {
  test.setTimeout(300_000)
  const long = 'nghiêng '.repeat(25).trim()
  await toDesk(page, office.address)
  const call = (method: string, ...args: unknown[]) => page.request.post(`${office.address}/call/Staff/${method}`, { data: args })
  const kept = async (target: string): Promise<number> => ((await (await call('Note', target)).json()) as { sequence: number }).sequence
  for (const target of ['khai-sinh', 'khai-sinh/giay-chung-sinh-ban-giay', 'flow quet-ma/mo-trang-dichvucong-gov-vn']) {
    const sequence = (await kept(target)) + 1
    await call('SaveNote', target, long, sequence)
    expect((await call('ShowNote', target, sequence)).ok(), target).toBe(true)
  }
  await open(page, office.address)
  const found: string[] = []
  const look = async (screen: string): Promise<void> => {
    await expect(page.locator(`[data-screen=${screen}]`)).toBeVisible()
    for (const size of [0, 3]) {
      await setText(page, size)
      for (const glass of glasses) {
        await page.setViewportSize(glass)
        await settled(page)
        found.push(...(await faults(page)).map((fault) => `${screen}, ${named(glass)}, letters ${size + 1}: ${fault}`))
      }
    }
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await look('service')
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await look('checklist')
  await touch(page, 'Xem từng bước')
  await touch(page, 'Học từ đầu')
  await look('step')
  expect(found).toEqual([])
})

test('what is urgent bears a note, behind the acts and the numbers', async ({ page }) => {
  test.setTimeout(420_000)
  await toDesk(page, office.address)
  await toService(page, 'vừa mất điện thoại, làm gì ngay')
  await expect(pencils(page)).toHaveCount(3)
  const acts = ['Gọi nhà mạng, khóa SIM', 'Gọi ngân hàng, xin khóa', 'Báo Công an xã hôm nay']
  await write(page)
  // The words of the act itself are the same everywhere.
  await expect(page.getByRole('button', { name: 'Sửa câu này' })).toHaveCount(0)
  await field(page).fill('Công an xã: 0207 3822 154, trực cả ban đêm, ngày nghỉ. Nói rõ thôn nào, ai đang ở cạnh. '.repeat(2).trim())
  await touch(page, 'Cho bà con thấy')
  // Where there is no room a long note has the second page for itself.
  await page.setViewportSize({ width: 1024, height: 600 })
  await touch(page, 'Trang sau')
  await expect(noted(page, 'Công an xã: 0207 3822 154').first()).toBeVisible()

  await open(page, office.address)
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill('vừa mất điện thoại')
  await page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button', { name: 'Vừa mất điện thoại, làm gì ngay?' }).click()
  await expect(page.locator('.act')).toHaveCount(3)
  await expectAccessible(page)
  await touch(page, 'Trang sau')
  await expect(noted(page, 'Công an xã: 0207 3822 154').first()).toBeVisible()
  await expect(pencils(page)).toHaveCount(0)
  // On every glass the three acts are on the first page, as without the note; nothing is cut.
  const { combinations, found } = await everywhere(page, glasses, textSizes, 'urgent with a note')
  expect(found).toEqual([])
  expect(combinations).toBeGreaterThanOrEqual(glasses.length * textSizes.length)
  for (const glass of glasses) {
    for (const size of textSizes) {
      await page.setViewportSize(glass)
      await setText(page, size)
      await settled(page)
      const first = page.locator('.sheets .turn button:first-of-type:not([aria-disabled=true])')
      while (await first.isVisible()) {
        await first.click()
        await settled(page)
      }
      await expect(page.locator('.act .say'), `${named(glass)}, letters ${size + 1}`).toHaveText(acts)
    }
  }
})
