import type { Page } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { openOffice, type Office } from './desk'
import { settled } from './glass'
import { expect, open, readCodes, test } from './kiosk'

// Six things that people come for, and how many touches each takes; the seconds are a
// model of a slow adult, to compare designs by. UPDATE=1 writes the table anew.

/** Seconds of the model. */
const seconds = { touch: 1.5, home: 6, list: 8, service: 6, letter: 2, wordsAMinute: 120 }
const table = '../docs/touches.md'

interface Task {
  name: string
  /** What stands on its row or card. */
  title: RegExp
  tile: RegExp
  /** The address that it leads to; none: the lesson is the way. */
  code?: RegExp
  query: string
}

const tasks: readonly Task[] = [
  { name: 'birth certificate', title: /Khai sinh cho con|Làm giấy khai sinh cho con/, tile: /^Sinh con/, code: /019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7/, query: 'khai sinh' },
  { name: 'temporary residence', title: /Đăng ký tạm trú/, tile: /^Chỗ ở/, code: /dichvucong/, query: 'tam tru' },
  { name: 'VNeID password lost', title: /Quên mật khẩu VNeID|Quên mật khẩu hoặc passcode/, tile: /^Căn cước/, query: 'quen mat khau' },
  { name: 'health insurance', title: /Mua, gia hạn thẻ BHYT/, tile: /^Bảo hiểm/, code: /dichvucong/, query: 'bao hiem y te' },
  { name: 'electricity bill', title: /Trả tiền điện/, tile: /^Điện nước/, code: /^https:/, query: 'tien dien' },
  { name: 'criminal record', title: /lý lịch tư pháp/i, tile: /^Giấy tờ/, code: /dichvucong/, query: 'ly lich tu phap' },
]

function clock(took: number): string {
  const whole = Math.round(took)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')}`
}

/** Counts what a hand does and what an eye reads. */
class Visitor {
  touches = 0
  took = seconds.home
  constructor(private readonly page: Page) {}

  async touch(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click()
    this.touches++
    this.took += seconds.touch
  }

  screen = async (): Promise<string> => (await this.page.locator('[data-screen]').getAttribute('data-screen')) ?? ''

  async arrives(at: string | RegExp): Promise<void> {
    await expect(this.page.locator('[data-screen]')).toHaveAttribute('data-screen', at)
  }

  /** Words between the bar and the footer, without what is drawn. */
  async reads(): Promise<number> {
    const words = await this.page.locator('main').evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement
      for (const part of copy.querySelectorAll('svg, nav, .phone, .turn, .unseen, [aria-hidden=true]')) part.remove()
      return (copy.textContent ?? '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    })
    this.took += (words / seconds.wordsAMinute) * 60
    return words
  }
}

/** Opens the service from the first screen. */
async function toService(page: Page, task: Task, way: 'shortest' | 'tiles'): Promise<Visitor> {
  await open(page, office.address)
  const visitor = new Visitor(page)
  await settled(page)
  const row = page.locator('.common').getByRole('button', { name: task.title })
  if (way === 'shortest' && (await row.isVisible())) await visitor.touch(task.title)
  else {
    await visitor.touch(task.tile)
    await visitor.arrives('topic')
    visitor.took += seconds.list
    await visitor.touch(task.title)
  }
  await visitor.arrives('service')
  visitor.took += seconds.service
  return visitor
}

/** Types letters until the wanted one is the first answer, and opens it. */
async function search(page: Page, task: Task): Promise<Visitor> {
  await open(page, office.address)
  const visitor = new Visitor(page)
  await visitor.touch('Gõ để tìm')
  await visitor.arrives('search')
  const first = page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button').first()
  for (const letter of task.query) {
    const answered = page.waitForResponse(/\/call\/.*Search/)
    await page.keyboard.type(letter)
    visitor.touches++
    visitor.took += seconds.letter
    await answered
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    if ((await first.isVisible()) && task.title.test((await first.textContent()) ?? '')) break
  }
  await expect(first).toContainText(task.title)
  await first.click()
  visitor.touches++
  visitor.took += seconds.touch + seconds.service
  await visitor.arrives('service')
  return visitor
}

/** The whole lesson, the first answer to each question, up to the code or the end. */
async function learn(page: Page, task: Task): Promise<{ visitor: Visitor; words: number; steps: number }> {
  const visitor = await toService(page, task, 'shortest')
  let words = 0
  let steps = 0
  await visitor.touch(/Học từng bước/)
  for (;;) {
    await expect(page.locator('[data-screen]')).not.toHaveAttribute('data-screen', 'service')
    const at = await visitor.screen()
    if (!['fact', 'ready', 'checklist', 'overview', 'step'].includes(at)) return { visitor, words, steps }
    words += await visitor.reads()
    const more = page.locator('.sheets .turn button:last-child:not([aria-disabled=true])')
    while (await more.isVisible()) {
      await more.click()
      visitor.touches++
      visitor.took += seconds.touch
      await settled(page)
      words += await visitor.reads()
    }
    const before = await page.locator('main').textContent()
    if (at === 'step') steps++
    const on = at === 'fact' ? page.locator('.answer').first() : page.locator('footer button.main')
    await on.click()
    visitor.touches++
    visitor.took += seconds.touch
    await expect.poll(() => page.locator('main').textContent()).not.toBe(before)
  }
}

test.describe.configure({ mode: 'serial' })

// An office of its own: what others opened would change what the first screen offers.
let office: Office
test.beforeAll(async ({ browserName }, info) => {
  void browserName
  office = await openOffice(30 + (info.workerIndex % 8), 'name: Trung tâm Phục vụ hành chính công\n')
})
test.afterAll(() => office.close())

const rows = new Map<string, string>()

for (const task of tasks) {
  test(`touches from home: ${task.name}`, async ({ page }, info) => {
    test.setTimeout(240_000)
    const cells: string[] = []
    for (const way of ['shortest', 'tiles'] as const) {
      const visitor = await toService(page, task, way)
      if (task.code) {
        const found = await readCodes(page, info.outputPath(`${way}.png`))
        expect(found.some((address) => task.code?.test(address)), found.join()).toBe(true)
      } else await expect(page.getByRole('button', { name: /Học từng bước/ })).toBeVisible()
      cells.push(`${visitor.touches}, ${Math.round(visitor.took)} s`)
    }
    const typed = await search(page, task)
    cells.push(`${typed.touches}, ${Math.round(typed.took)} s`)
    const { visitor, words, steps } = await learn(page, task)
    expect(steps).toBeGreaterThan(4)
    cells.push(`${visitor.touches} (${steps} steps)`, String(words), clock(visitor.took))
    rows.set(task.name, cells.join(' | '))
  })
}

test('the table of touches tells what was counted', () => {
  const counted = [...rows].map(([name, cells]) => `| ${name} | ${cells} |`).join('\n')
  const [head = '', rest = ''] = readFileSync(table, 'utf8').split('<!-- counted -->\n')
  const [, foot = ''] = rest.split('\n<!-- end -->')
  if (process.env.UPDATE) writeFileSync(table, `${head}<!-- counted -->\n${counted}\n<!-- end -->${foot}`)
  expect(rows.size).toBe(tasks.length)
  expect(readFileSync(table, 'utf8')).toContain(counted)
})
