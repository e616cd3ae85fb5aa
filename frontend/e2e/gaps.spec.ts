import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { deskFaults, openOffice, throughDoor, title, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, expectAccessible, open, test, touch } from './kiosk'
import { patient } from '../playwright.config'

// One office, whose residents stop, ask, and look in vain.
test.describe.configure({ mode: 'serial' })

const off = 23
const home = `/tmp/tungbuoc-e2e-desk-${Number(new URL(patient).port) + off}`
const step = 'khai-sinh/dien-ten-chau-dung-nhu'

/** It has said when it is open, and no more. */
const file = 'hours: ["Sáng 7 giờ 30"]\n'

let office: Office

test.beforeAll(async () => {
  office = await openOffice(off, file)
})

test.afterAll(() => office.close())

/** Asks the office's database while nobody has it open, and opens the office again. Gives the rows, a line each. */
async function meanwhile(sql: string): Promise<string> {
  await office.close()
  await expect.poll(() => fetch(office.address).then(() => true, () => false)).toBe(false)
  const script = 'import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\nfor one in sys.argv[2].split(";"):\n  for row in db.execute(one): print(*row)\ndb.commit()'
  const rows = execFileSync('python3', ['-c', script, join(home, 'office.db'), sql]).toString()
  office = await openOffice(off, file, true)
  return rows
}

/** From the street to a step of the lesson on births. */
async function toStep(page: Page): Promise<void> {
  await open(page, office.address)
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Học từng bước/)
  for (const answer of ['Có giấy rồi', 'Đã đăng ký', 'Người khác', 'Tự làm trên điện thoại', 'Có đủ cả']) await touch(page, answer)
  await touch(page, 'Xem từng bước')
  await touch(page, 'Học từ đầu')
}

async function toGaps(page: Page): Promise<void> {
  await open(page, office.address)
  await throughDoor(page)
  await expect(title(page)).toHaveText('Hôm nay')
  await touch(page, 'Còn thiếu gì')
  await expect(title(page)).toHaveText('Còn thiếu gì')
  await expect(page.getByRole('heading', { name: 'Bài bà con mở' })).toBeVisible()
}

const entries = (page: Page) => page.getByRole('main').getByRole('article')

/** So much was counted on each of the last three days. */
const often = (words: string): string =>
  [0, 1, 2].map((ago) => `INSERT OR REPLACE INTO usage_count VALUES (date('now', '-${ago} day'), 'khai-sinh', ${words})`).join(';')

test('where a resident calls staff and where one leaves is counted by the day, and nothing of them', async ({ page }) => {
  await toStep(page)
  await touch(page, 'Gọi cán bộ')
  await page.keyboard.press('Escape')
  await touch(page, 'Tiếp tục')
  await touch(page, 'Trang đầu')
  await expect(title(page)).toHaveText('Ông bà cần làm việc gì?')
  const rows = await meanwhile("SELECT day = date('now'), service, event, lang, n, instr(detail, '/') > 0 FROM usage_count WHERE event IN ('unclear', 'stopped') ORDER BY event")
  expect(rows).toBe('1 khai-sinh stopped vi 1 1\n1 khai-sinh unclear vi 1 1\n')
  // Once says nothing of the lesson, and staff are not told.
  await open(page, office.address)
  await throughDoor(page)
  await expect(page.getByRole('list', { name: 'Việc cần làm hôm nay' }).getByText(/^Bà con hay dừng lại/)).toHaveCount(0)
})

test('what is missing stands under its lesson, and each line leads to where it is mended', async ({ page }) => {
  test.setTimeout(180_000)
  await meanwhile(`${often(`'stopped', '${step}', 'vi', 4`)};${often(`'unclear', '${step}', 'vi', 2`)};${often("'opened', '', 'vi', 9")}`)
  await open(page, office.address)
  await throughDoor(page)
  const row = page.getByRole('list', { name: 'Việc cần làm hôm nay' }).getByRole('listitem').filter({ hasText: 'Bà con hay dừng lại, hay hỏi ở 1 bước' })
  await row.getByRole('button', { name: 'Còn thiếu gì' }).click()
  await expect(title(page)).toHaveText('Còn thiếu gì')
  const lesson = page.getByRole('button', { name: /^Làm giấy khai sinh cho con/ })
  await expect(lesson).toHaveAttribute('aria-expanded', 'true')
  await expect(entries(page).filter({ hasText: '12 lượt dừng lại ở bước' })).toBeVisible()
  await expect(entries(page).filter({ hasText: '6 lượt gọi cán bộ ở bước' })).toBeVisible()
  await expectAccessible(page)
  await lesson.click()
  await expect(entries(page).filter({ hasText: '12 lượt dừng lại ở bước' })).toBeHidden()
  await lesson.click()

  const leads = async (line: string, way: RegExp, to: () => Promise<void>): Promise<void> => {
    await entries(page).filter({ hasText: line }).getByRole('button', { name: way }).click()
    await to()
    await touch(page, 'Hôm nay')
    await touch(page, 'Còn thiếu gì')
    await expect(title(page)).toHaveText('Còn thiếu gì')
  }
  await leads('12 lượt dừng lại ở bước', /^Ghi chú/, async () => {
    await expect(page.getByRole('dialog').getByRole('heading', { name: /^Ghi chú cho: / })).toBeVisible()
    await page.keyboard.type('Họ tên ghi như giấy chứng sinh')
    await expect(page.getByText('Đã lưu. Bà con chưa thấy.').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })
  // What was begun there is the next thing that is missing.
  await leads('Ghi chú ở “', /^Ghi chú/, async () => {
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('Họ tên ghi như giấy chứng sinh')
    await page.keyboard.press('Escape')
  })
  await leads('Điện thoại: chưa ghi.', /^Sửa/, async () => {
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Điện thoại' })).toBeFocused()
    await page.keyboard.press('Escape')
  })
  await leads('mã chưa ai quét thử', /^Quét thử/, () => expect(page.getByRole('button', { name: 'Mở được trang này' }).or(page.getByText(/mã thử/)).first()).toBeVisible())
  await expect(entries(page).filter({ hasText: 'Điện thoại: chưa ghi.' })).toBeVisible()
  await page.getByRole('button', { name: /^Xem thêm \d+ bài chưa ai mở ở đây$/ }).click()
  await expect(page.getByRole('heading', { name: 'Bài chưa ai mở ở đây' })).toBeVisible()
})

test('the list is whole on every glass', async ({ page }) => {
  test.setTimeout(300_000)
  await toGaps(page)
  const found: string[] = []
  for (const size of [0, 1, 2, 3]) found.push(...(await deskFaults(page, glasses, size, 'gaps')))
  await setText(page, 0)
  expect(found).toEqual([])
})

test('the keyboard is enough', async ({ page }) => {
  await toGaps(page)
  const lesson = page.getByRole('button', { name: /^Làm giấy khai sinh cho con/ })
  await lesson.focus()
  await page.keyboard.press('Enter')
  await expect(lesson).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
})

test('what many looked for in vain is saved for the province, and only that', async ({ page }) => {
  await meanwhile([0, 1, 2].flatMap((ago) => [['giấy phép', 2], ['đất đai', 1]].map(([words, n]) => `INSERT INTO missed_search VALUES (date('now', '-${ago} day'), '${words}', ${n})`)).join(';'))
  await open(page, office.address)
  await throughDoor(page)
  await touch(page, 'Xem bà con tìm gì')
  await expectAccessible(page)
  await touch(page, 'Lưu tệp cho tỉnh')
  await touch(page, 'Lưu vào thư mục Documents')
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp cho tỉnh' })).toBeVisible()
  const documents = join(home, 'Documents')
  const [name = ''] = readdirSync(documents).filter((one) => one.startsWith('tim-chua-thay-'))
  expect(readFileSync(join(documents, name), 'utf8')).toBe('\ufeffLời bà con gõ mà máy chưa có,Số lần,Số ngày\r\ngiấy phép,6,3\r\n')
  const found: string[] = []
  await touch(page, 'Đóng')
  await expect(page.getByRole('heading', { name: 'Bà con tìm mà chưa thấy' })).toBeVisible()
  for (const size of [0, 3]) found.push(...(await deskFaults(page, glasses, size, 'missed')))
  await setText(page, 0)
  expect(found).toEqual([])
})
