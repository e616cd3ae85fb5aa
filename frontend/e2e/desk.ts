import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { patient } from '../playwright.config'
import { everywhere, moved, named, setText, type Glass } from './glass'
import { expect, open, touch } from './kiosk'

export { everywhere }

export const pin = '290511'
/** The one that Tú chose: Lan has given another. */
export const second = '840217'

const root = join(import.meta.dirname, '..', '..')

/** An office of its own, so that no other test stands at its door. */
export interface Office {
  address: string
  /** Done when its program has ended: the next one on its data comes after it. */
  close: () => Promise<void>
}

/** Opens an office on a port so far from the others, with an office.yaml of its own ('': none) or that of the test office. again: with all it kept. more: what its program is told besides. */
export async function openOffice(off: number, office = readFileSync(join(root, 'frontend/e2e/office.yaml'), 'utf8'), again = false, more: readonly string[] = []): Promise<Office> {
  const port = Number(new URL(patient).port) + off
  const home = `/tmp/tungbuoc-e2e-desk-${port}`
  // Two specs with one number would share an office, and fail now and then.
  if (await fetch(`http://127.0.0.1:${port}`).then(() => true, () => false)) throw new Error(`office ${off} is open already: another spec, or another run, has this number`)
  if (!again) rmSync(home, { recursive: true, force: true })
  mkdirSync(join(home, 'Documents'), { recursive: true })
  if (office !== '') writeFileSync(join(home, 'office.yaml'), office)
  const server: ChildProcess = spawn(join(root, 'build/bin/e2e-server'), ['-addr', `127.0.0.1:${port}`, '-data', home, '-catalogue', join(root, 'frontend/e2e/catalogue.jsonl'), ...more], {
    cwd: root,
    env: { ...process.env, HOME: home },
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${port}`
  await expect.poll(() => fetch(address).then(({ ok }) => ok, () => false), { timeout: 60_000 }).toBe(true)
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  return {
    address,
    close: () => {
      server.kill()
      return ended
    },
  }
}

const names = [
  'Máy in phòng một cửa',
  'Máy in phòng Tư pháp hộ tịch tầng hai nhà làm việc phía sau',
  'Máy in Canon LBP 2900 văn thư lưu trữ và tiếp dân',
  'Máy in phiếu của quầy số một, gần cửa ra vào',
]

export interface Printers {
  printers: { name: string; about: string; ready: boolean; reason: string }[]
  chosen: string
  gone: string
  problem: string
}

/** So many printers with long names. */
export const printers = (count: number): Printers => ({
  printers: Array.from({ length: count }, (_, i) => ({
    name: `may-${i}`,
    about: `${names[i % names.length]}${i < names.length ? '' : `, máy số ${i + 1}`}`,
    ready: i !== 3,
    reason: i === 3 ? 'Máy in tắt. Mời bật máy in.' : '',
  })),
  chosen: count > 0 ? 'may-1' : '',
  gone: '',
  problem: '',
})

/** The computer has these printers, whatever it has. */
export async function withPrinters(page: Page, found: Printers): Promise<void> {
  await page.unroute('**/call/Staff/Printers')
  await page.route('**/call/Staff/Printers', (route) => route.fulfill({ json: found }))
}

/** Types digits as the keys of the desk's own keyboard. */
export async function type(page: Page, digits: string): Promise<void> {
  await page.keyboard.type(digits)
  await page.keyboard.press('Enter')
}

export const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** Goes through the staff door and on to the order; where there is no PIN yet, it is chosen. */
export async function toDesk(page: Page, address: string): Promise<void> {
  await open(page, address)
  await through(page)
}

/** From the set-up code to the desk; Lan is the first admin. Gives the recovery code. past: also past what a new office is asked. */
export async function setUp(page: Page, past = true): Promise<string> {
  const file = await page.locator('.say strong').textContent()
  const [first = ''] = readFileSync(file ?? '', 'utf8').split('\n')
  await type(page, first.replace(' ', ''))
  await expect(title(page)).toHaveText('Mời ghi tên ông bà')
  await page.getByRole('textbox', { name: 'Họ tên' }).fill('Lan')
  await expect(page.locator('.rest')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Chọn mã PIN cho phần cán bộ')
  await type(page, pin)
  await expect(title(page)).toHaveText('Mời nhập lại mã PIN vừa chọn')
  await type(page, pin)
  await expect(title(page)).toHaveText('Mời chép lại mã khôi phục')
  const code = (await page.locator('.code').textContent()) ?? ''
  // No key writes it off, however often it is pressed.
  for (let i = 0; i < 2; i++) await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Mời chép lại mã khôi phục')
  await page.getByRole('button', { name: 'Đã chép xong' }).click()
  if (past) await skipSetup(page)
  return code.replaceAll(' ', '')
}

/** Leaves for later what the office is asked when it is set up, and works here alone. */
export async function skipSetup(page: Page): Promise<void> {
  const alone = page.getByRole('button', { name: 'Chỉ một mình tôi' })
  const later = page.getByRole('button', { name: 'Để sau' })
  await expect(alone.or(later)).toBeVisible()
  while (!(await alone.isVisible())) {
    const here = (await title(page).textContent()) ?? ''
    await later.click()
    await expect(title(page)).not.toHaveText(here)
  }
  await alone.click()
}

/** Asks the program of the office whose page is open, as that page does. */
export const call = async (page: Page, who: 'Staff' | 'Resident', method: string, ...args: unknown[]): Promise<unknown> =>
  JSON.parse(await (await page.request.post(`${new URL(page.url()).origin}/call/${who}/${method}`, { data: args })).text())

/** Tú comes to the desk that Lan has opened, and chooses a PIN of his own. */
export async function beTwo(page: Page): Promise<void> {
  for (const [method, ...args] of [['AddPerson', 'Tú', 'clerk', pin], ['Lock'], ['Unlock', 2, pin], ['OwnPIN', pin, second], ['Lock'], ['Unlock', 1, pin]] as const) await call(page, 'Staff', method, ...args)
}

/** Somebody of an office of several opens the desk. */
export async function enter(page: Page, address: string, name = 'Lan', digits = pin): Promise<void> {
  await open(page, address)
  await page.getByRole('button', { name: 'Dành cho cán bộ' }).click()
  await touch(page, name)
  await type(page, digits)
  await expect(page.getByRole('navigation', { name: 'Bàn in' })).toBeVisible()
}

/** From the desk to the birth's own page, as residents see it, with pencils. */
export async function toBirth(page: Page): Promise<void> {
  await touch(page, 'Sửa câu trong bài')
  await touch(page, 'Chọn câu trên màn hình của bà con')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
}

/** From the desk to what an office may say of the birth's lesson beside its sentences. */
export async function toLesson(page: Page): Promise<void> {
  await toBirth(page)
  await page.getByRole('button', { name: /^Ghi chú cho: Làm giấy khai sinh/ }).click()
  await touch(page, 'Số và bước của bài')
  await expect(page.getByRole('heading', { name: 'Thứ tự các bước' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Các bước', exact: true })).toBeVisible()
}

/** Goes through the door to the first page, or to where staff were before. */
export async function throughDoor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Dành cho cán bộ' }).click()
  await expect(page.getByText(/ghi trong tệp này|Mã có 6 chữ số/)).toBeVisible()
  if ((await title(page).textContent()) === 'Mời nhập mã cài đặt') await setUp(page)
  else await type(page, pin)
  await expect(page.getByRole('navigation', { name: 'Bàn in' })).toBeVisible()
}

/** Goes through the door and on to the order. */
export async function through(page: Page): Promise<void> {
  await throughDoor(page)
  await toOrder(page)
}

/** From any place of the desk to the order, where staff may be already: what they left is there again. */
export async function toOrder(page: Page): Promise<void> {
  const outcome = page.locator('.outcome')
  if (!(await outcome.isVisible())) await page.getByRole('button', { name: 'In tờ', exact: true }).click()
  await expect(outcome).toBeVisible()
  await expect(search(page)).toBeFocused()
}

export const search = (page: Page) => page.getByRole('textbox', { name: 'Tìm dịch vụ để in' })
export const rows = (page: Page) => page.getByRole('list', { name: 'Đã chọn' }).getByRole('listitem')
export const mainButton = (page: Page) => page.locator('.outcome .main')

/** Adds what is found first. */
export async function add(page: Page, query: string): Promise<void> {
  await search(page).focus()
  await page.keyboard.type(query)
  await page.getByRole('button', { name: /^Thêm / }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect(search(page)).toHaveValue('')
}

/** Opens the leaf of the desk where there is no room for all three columns. */
export async function leaf(page: Page, name: '1' | '2'): Promise<void> {
  const tab = page.locator('.tabs button').nth(Number(name) - 1)
  if (await tab.isVisible()) await tab.click()
}

/** What breaks the rules of a screen of the desk on all glasses, in one size of letters, wherever its lists are moved to. */
export async function deskFaults(page: Page, on: readonly Glass[], size: number, screen: string): Promise<string[]> {
  const found: string[] = []
  await setText(page, size)
  for (const glass of on) {
    await page.setViewportSize(glass)
    const broken = await moved(page, glass)
    const where = `${screen}, ${named(glass)}, letters ${size + 1}`
    found.push(...broken.map((fault) => `${where}: ${fault}`))
    if (process.env.SHOTS && (broken.length > 0 || process.env.SHOTS_ALL)) await page.screenshot({ path: `${process.env.SHOTS}/${where.replace(/[^\w×]+/g, '-')}.png` })
  }
  return found
}
