import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { deskFaults, openOffice, rows as chosen, search, throughDoor, title, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'
import { patient } from '../playwright.config'

// One office, which gets more and more to do.
test.describe.configure({ mode: 'serial' })

const off = 19
const home = `/tmp/tungbuoc-e2e-desk-${Number(new URL(patient).port) + off}`
const documents = join(home, 'Documents')

let office: Office

test.beforeAll(async () => {
  office = await openOffice(off)
})

test.afterAll(() => office.close())

const list = (page: Page) => page.getByRole('list', { name: 'Việc cần làm hôm nay' }).getByRole('listitem')

async function toToday(page: Page): Promise<void> {
  await open(page, office.address)
  await throughDoor(page)
  await expect(title(page)).toHaveText('Hôm nay')
  await expect(list(page).first()).toBeVisible()
}

/** Asks the program, as the page does. */
async function ask<Answer = unknown>(page: Page, method: string, ...args: unknown[]): Promise<Answer> {
  const answer = await page.evaluate(async ([method, body]) => (await fetch(`/call/${method}`, { method: 'POST', body })).text(), [method, JSON.stringify(args)] as const)
  return JSON.parse(answer) as Answer
}

/** Waits until what was begun has ended, and gives how. */
async function ended(page: Page): Promise<string> {
  const state = async (): Promise<string> => (await ask<{ state: string }>(page, 'Staff/Progress')).state
  await expect.poll(state).toMatch(/done|failed/)
  return state()
}

/** Changes the office's database while nobody has it open, and opens the office again. */
async function meanwhile(sql: string): Promise<void> {
  await office.close()
  await expect.poll(() => fetch(office.address).then(() => true, () => false)).toBe(false)
  execFileSync('python3', ['-c', 'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.executescript(sys.argv[2]); db.commit()', join(home, 'office.db'), sql])
  office = await openOffice(off, undefined, true)
}

test('who is in a hurry types at once, and is at the order with what was found', async ({ page }) => {
  await toToday(page)
  await expect(search(page)).toBeFocused()
  await expect(list(page)).toHaveText([/Còn 5 mã cần quét thử tuần này/, /Chưa sao lưu ra USB lần nào/])
  await expectAccessible(page)
  await page.keyboard.type('giay khai sinh')
  await page.getByRole('button', { name: /^Thêm / }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect(chosen(page)).toHaveCount(1)
  await expect(search(page)).toBeFocused()
  await expect(search(page)).toHaveValue('')
  // Printing is asked for from the first page, too.
  await touch(page, 'Hôm nay')
  await page.keyboard.press('Control+p')
  await expect(page.locator('.outcome')).toBeVisible()
  await expect(chosen(page)).toHaveCount(1)
})

test('what there is to do stands in order of harm, and each line leads to its place', async ({ page }) => {
  test.setTimeout(180_000)
  await toToday(page)
  // A paper that is out, whose code is found wrong then; a note; a job that fails.
  const order = { services: ['khai-sinh'], layout: 'a5', copies: 1, counts: [1], start: 1, large: false, team: '', codes: [], hamlet: '', households: 1 }
  await ask(page, 'Staff/Save', order, documents)
  expect(await ended(page)).toBe('done')
  const { link } = await ask<{ link: { key: string; url: string } }>(page, 'Staff/LinkCode', '1.001193')
  const sitting = await ask<number>(page, 'Staff/BeginLinks')
  await ask(page, 'Staff/LinksControl', sitting, true)
  await ask(page, 'Staff/JudgeLink', { sitting, link: link.key, url: link.url, found: 'wrong', reader: 'android', sure: false })
  await ask(page, 'Staff/SaveNote', 'khai-sinh', 'Nộp tại bàn 3', 1)
  await ask(page, 'Staff/ShowNote', 'khai-sinh', 1)
  await ask(page, 'Resident/Missed', 'qwrtp')
  rmSync(documents, { recursive: true })
  symlinkSync('/sys', documents)
  await ask(page, 'Staff/Save', order, documents)
  expect(await ended(page)).toBe('failed')
  rmSync(documents)
  mkdirSync(documents)
  // The province changed what the note was written for, and residents looked for more.
  await meanwhile("UPDATE local_note SET words = 'other'; INSERT INTO missed_search VALUES (date('now'), 'giấy phép', 7)")

  await toToday(page)
  await expect(list(page)).toHaveText([
    /^1 đợt giấy đã in nay sai, cần thay/,
    /^Còn \d mã cần quét thử tuần này/,
    /^1 ghi chú đang bị ẩn, cần xem lại/,
    /^Việc in còn dở: Làm giấy khai sinh cho con/,
    /^Bà con tìm 8 lần trong 30 ngày mà chưa thấy/,
    /^Chưa sao lưu ra USB lần nào/,
  ])
  await expectAccessible(page)
  const leads = async (button: string, to: () => Promise<void>): Promise<void> => {
    await list(page).getByRole('button', { name: button }).click()
    await to()
    await touch(page, 'Hôm nay')
    await expect(list(page)).toHaveCount(6)
  }
  await leads('Đã in', () => expect(page.getByText(/Mã mở sai trang/)).toBeVisible())
  await leads('Kiểm tra mã', () => expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible())
  await leads('Ghi chú của xã', () => expect(page.getByText('Chỗ này đã đổi nên bà con không thấy ghi chú.')).toBeVisible())
  await leads('Làm tiếp', async () => {
    await expect(page.getByRole('heading', { name: 'Còn một việc in dở' })).toBeVisible()
    await touch(page, 'Để sau')
  })
  await touch(page, 'Xem bà con tìm gì')
  const lines = page.getByRole('dialog').getByRole('row')
  await expect(lines).toHaveText([/Lời đã gõ\s*Số lần/, /giấy phép\s*7/, /máy không giữ chữ\s*1/])
  await expectAccessible(page)
  await touch(page, 'Tìm để in: giấy phép')
  await expect(search(page)).toBeFocused()
  await expect(search(page)).toHaveValue('giấy phép')
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(6)
  await touch(page, 'Xem bà con tìm gì')
  await touch(page, 'Sang Ghi chú của xã')
  await expect(title(page)).toHaveText('Ghi chú của xã')
})

test('what was begun is recalled, and gone on with', async ({ page }) => {
  await toToday(page)
  const heading = page.getByRole('heading', { name: 'Đang viết dở' })
  await expect(heading).toBeHidden()
  const step = 'khai-sinh/dien-ten-chau-dung-nhu'
  await ask(page, 'Staff/SaveNote', step, 'Hỏi bàn 2', 1)
  await ask(page, 'Staff/SaveWording', step, { say: 'Điền tên cháu', more: '', source: '', dated: '', from: '' }, 1)
  await touch(page, 'Còn thiếu gì')
  await touch(page, 'Hôm nay')
  const begun = page.getByRole('list', { name: 'Đang viết dở' }).getByRole('listitem')
  await expect(begun).toHaveCount(2)
  await expect(begun.filter({ hasText: 'Làm giấy khai sinh cho con · hôm nay, Lan' })).toHaveCount(2)
  await expectAccessible(page)
  await begun.getByRole('button', { name: /^Sửa tiếp: Câu mới ở/ }).click()
  await expect(page.getByRole('textbox', { name: 'Câu mới' })).toHaveValue('Điền tên cháu')
  await touch(page, 'Hôm nay')
  await begun.getByRole('button', { name: /^Sửa tiếp: Ghi chú ở/ }).click()
  await expect(page.getByRole('textbox').and(page.locator(':focus'))).toHaveValue('Hỏi bàn 2')
  await touch(page, 'Cho bà con thấy')
  await touch(page, 'Hôm nay')
  await expect(begun).toHaveCount(1)
})

test('the office is backed up where staff say, and what hinders it is told in a sentence', async ({ page }) => {
  await toToday(page)
  const into = async (): Promise<void> => {
    await touch(page, 'Sao lưu')
    await expect(page.getByText(/Cần lấy lại thì nhờ cán bộ kỹ thuật: lệnh tungbuoc restore\./)).toBeVisible()
    await expect(page.getByText(/^Máy chưa thấy USB nào\./)).toBeVisible()
    await touch(page, 'Lưu vào thư mục Documents')
  }
  rmSync(documents, { recursive: true })
  symlinkSync('/sys', documents)
  await into()
  await expect(page.getByRole('heading', { name: /^Nơi này không cho ghi \S+\.zip\. Mời xem khóa ghi của USB, hoặc chọn nơi khác\.$/ })).toBeVisible()
  await touch(page, 'Đóng')
  await expect(list(page).last()).toContainText('Chưa sao lưu ra USB lần nào')
  rmSync(documents)
  mkdirSync(documents)
  await into()
  await expect(page.getByRole('heading', { name: 'Đã sao lưu xong, đọc lại được' })).toBeVisible()
  await expect(page.getByText(/^Trong đó có \d+ ngày số liệu, 1 đợt in, 1 lần kiểm tra mã, 0 bản thu\. Có cả \d+ ghi chú, \d+ câu riêng, \d+ chỗ đang ẩn, 1 người làm việc và phần cài đặt\./)).toBeVisible()
  await expectAccessible(page)
  expect(existsSync((await page.getByRole('dialog').locator('p').first().textContent()) ?? '')).toBe(true)
  await touch(page, 'Đóng')
  await expect(list(page).last()).toContainText('Sao lưu lần cuối: hôm nay, bản sao còn nằm trong máy này')
  await touch(page, 'Người làm việc')
  await touch(page, 'Nhật ký')
  await expect(page.getByRole('row').nth(1)).toContainText(/Lan.*Sao lưu: Documents/)
})

/** Goes with Tab until the button has the focus. */
async function reach(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).last()
  for (let i = 0; i < 40 && !(await button.evaluate((node) => node === document.activeElement)); i++) await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
}

test('the keyboard is enough', async ({ page }) => {
  await toToday(page)
  await reach(page, 'Kiểm tra mã')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Kiểm tra mã')
  await reach(page, 'Cách dùng')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').locator('p')).toHaveCount(3)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await reach(page, 'Hôm nay')
  await page.keyboard.press('Enter')
  await expect(search(page)).toBeFocused()
})

test('where nothing has to be done, one sentence says so', async ({ page }) => {
  const calm = { paper: 0, codes: 0, notes: 0, words: 0, begun: [], office: [], stuck: 0, update: '', job: '', missed: [], backup: { ...everything.backup, ago: 2, stick: true }, failed: [] }
  await page.route('**/call/Staff/Today', (route) => route.fulfill({ json: calm }))
  await toToday(page)
  await expect(page.getByText('Hôm nay chưa có việc gì phải làm ngay.')).toBeVisible()
  await expect(list(page)).toHaveText([/^Sao lưu ra USB lần cuối: 2 ngày trước/])
})

const everything = {
  paper: 12,
  codes: 5,
  notes: 3,
  words: 2,
  begun: [
    { kind: 'writing', target: 'khai-sinh/ten-chau', on: 'Điền tên cháu đúng như giấy chứng sinh', of: 'Làm giấy khai sinh cho con', saved: '2026-11-29 16:40', who: 'Nguyễn Thị Lan Hương' },
    { kind: 'writing', target: 'khai-sinh#fee', on: 'Làm giấy khai sinh cho con', of: 'Làm giấy khai sinh cho con', saved: '2026-11-28 16:40', who: 'Tú' },
    { kind: 'note', target: 'khai-sinh/da-bo', on: '', of: '', saved: '2026-10-28 16:40', who: 'Lan' },
    { kind: 'unsaid', target: 'hours', on: '', of: '', saved: '2026-10-27 16:40', who: 'Lan' },
  ],
  office: ['place', 'hours', 'phone'],
  stuck: 3,
  update: '1.4.0',
  job: 'Đăng ký lại khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
  missed: [...Array.from({ length: 9 }, (_, i) => ({ words: `giấy chứng nhận quyền sử dụng ${'đất '.repeat(i)}`.trim(), times: 90 - i, often: i < 3 })), { words: '', times: 4, often: false }],
  backup: { made: '2026-11-01 08:00', ago: 29, stick: false, days: 1, batches: 1, checks: 1, clips: 0, notes: 12, words: 8, away: 3, people: 14 },
  failed: ['paper', 'codes', 'notes'],
}

test('the first page and its dialogs are whole on every glass', async ({ page }) => {
  test.setTimeout(300_000)
  await page.route('**/call/Staff/Today', (route) => route.fulfill({ json: everything }))
  await toToday(page)
  const found: string[] = []
  const look = async (screen: string): Promise<void> => {
    for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses, size, screen)))
  }
  await look('today')
  for (const way of ['Xem bà con tìm gì', 'Sao lưu']) {
    await list(page).getByRole('button', { name: way }).click()
    await look(way)
    await page.keyboard.press('Escape')
  }
  await setText(page, 0)
  expect(found).toEqual([])
})

test('how a place is used is whole on every glass, in every room', async ({ page }) => {
  test.setTimeout(420_000)
  await toToday(page)
  const found: string[] = []
  for (const room of ['Hôm nay', 'In tờ', 'Gói cho thôn', 'Đã in', 'Kiểm tra mã', 'Ghi chú của xã', 'Giọng đọc', 'Người làm việc', 'Cài đặt']) {
    await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
    const later = page.getByRole('button', { name: 'Để sau' })
    if (room === 'In tờ') await later.click()
    await expect(page.getByRole('main')).toBeVisible()
    for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses, size, room)))
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
    if (await later.isVisible()) await later.click()
    await touch(page, 'Cách dùng')
    await expect(page.getByRole('dialog').locator('p')).toHaveCount(3)
    for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses.slice(0, 3), size, `help, ${room}`)))
    await setText(page, 0)
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.keyboard.press('Escape')
  }
  expect(found).toEqual([])
})

test('a part that cannot be read leaves the others standing, and is named', async ({ page }) => {
  await meanwhile('ALTER TABLE missed_search RENAME TO lost')
  await toToday(page)
  await expect(list(page).last()).toHaveText(/^Chưa xem được: việc bà con tìm chưa thấy\.\s*Xem lại$/)
  await expect(list(page).first()).toHaveText(/^1 đợt giấy đã in nay sai, cần thay/)
  await expect(list(page)).toHaveCount(6)
})
