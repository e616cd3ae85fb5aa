import type { Page } from '@playwright/test'
import { add, deskFaults, leaf, mainButton, openOffice, pin, printers, rows, search, title, toDesk, through, withPrinters, type Office } from './desk'
import { glasses, named, setText, settled, deskSizes } from './glass'
import { expect, expectAccessible, test } from './kiosk'

// One office, one PIN.
test.describe.configure({ mode: 'serial' })

let office: Office

test.beforeAll(async () => {
  office = await openOffice(7)
})

test.afterAll(() => office.close())

/** Where the focus is: an element of the page, never the page itself. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? '')

/** Answers what the page asks about its job as a printer would: so many pages, one at a time, when told. */
async function slowPrinter(page: Page): Promise<{ asked: string[]; done: (pages: number) => void; fail: (why: string) => void }> {
  const job = { state: 'none', done: 0, pages: 0, file: '', problem: '', warnings: [] as string[] }
  const asked: string[] = []
  await page.route('**/call/Staff/Print', async (route) => {
    asked.push(route.request().postData() ?? '')
    Object.assign(job, { state: 'printing', done: 0, pages: 2, problem: '' })
    await route.fulfill({ json: null })
  })
  await page.route('**/call/Staff/Progress', (route) => route.fulfill({ json: job }))
  return {
    asked,
    done: (pages) => Object.assign(job, { done: pages, state: pages === job.pages ? 'done' : 'printing' }),
    fail: (why) => Object.assign(job, { state: 'failed', problem: why }),
  }
}

/** Twelve services, of which every title takes three lines. */
async function twelve(page: Page): Promise<void> {
  const keys = ['khai-sinh', 'ket-hon', 'khai-tu', 'tam-tru', 'thuong-tru', 'vneid', 'zalo', 'bhyt-ho-gia-dinh', 'di-chuc', 'chuyen-truong', 'chung-thuc-chu-ky', 'dien-mat-troi']
  await page.route('**/call/Staff/Paper', async (route) => {
    const answer = await route.fetch()
    const paper = (await answer.json()) as object
    const often = keys.map((key, i) => ({ key, title: `Việc số ${i + 1}: đăng ký lại việc sinh cho người đã có hồ sơ, giấy tờ cá nhân mà bản chính không còn` }))
    await route.fulfill({ json: { ...paper, often } })
  })
}

test('the first PIN is asked twice, and the door says what it waits for', async ({ page }) => {
  await toDesk(page, office.address)
  await page.getByRole('button', { name: 'Khóa bàn in' }).click()
  await page.getByRole('button', { name: 'Dành cho cán bộ' }).click()
  await expect(page.getByText('Mã có 6 chữ số.')).toBeVisible()
  await expect(page.getByText('dễ đoán')).toBeHidden()
  await page.getByRole('button', { name: 'Mở', exact: true }).click()
  await expect(page.getByText('Mời bấm đủ 6 chữ số.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(title(page)).toHaveText(/Ông bà cần làm/)
})

for (const size of deskSizes) {
  test(`the desk holds on every glass, letters ${size + 1}`, async ({ page }) => {
    test.setTimeout(420_000)
    await withPrinters(page, printers(10))
    await twelve(page)
    await page.setViewportSize({ width: 1366, height: 768 })
    await toDesk(page, office.address)
    const found: string[] = []
    const look = async (screen: string): Promise<void> => {
      found.push(...(await deskFaults(page, glasses, size, screen)))
      await page.setViewportSize({ width: 1366, height: 768 })
    }
    await look('nothing chosen')
    await leaf(page, '1')
    for (let left = 12; left > 0; left--) await page.locator('.chip').first().click()
    await expect(rows(page)).toHaveCount(12)
    await look('twelve services')
    await leaf(page, '2')
    await page.getByRole('radio', { name: /Thẻ bỏ ví/ }).click()
    await expect(mainButton(page)).toContainText(/In 3 tờ A4 · 12 thẻ/)
    await look('paper')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Gói cho thôn' }).click()
    // It says what is missing, and can be touched all the same.
    await expect(mainButton(page)).toBeDisabled()
    await mainButton(page).click({ force: true })
    await expect(page.getByRole('alert').filter({ hasText: 'Mời gõ tên thôn trước khi in.' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Tên thôn' })).toBeFocused()
    await look('pack, pressed too early')
    await page.getByRole('button', { name: 'Mã Wi-Fi, số máy' }).click()
    await expect(page.getByRole('radio', { name: 'Vào Wi-Fi' })).toBeChecked()
    await page.getByRole('radio', { name: 'Gọi điện' }).click()
    await page.getByRole('button', { name: 'Thêm mã này' }).click()
    await look('codes form')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Máy khác/ }).click()
    await look('ten printers')
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Lưu vào thư mục/ }).click()
    await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
    await look('saved')
    await page.getByRole('button', { name: 'Đã in', exact: true }).click()
    await expect(page.getByRole('button', { name: 'In lại' }).first()).toBeVisible()
    await look('history')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Giọng đọc' }).click()
    await expect(page.getByRole('radio').first()).toBeVisible()
    await look('voices')
    await page.getByRole('button', { name: 'Khóa bàn in' }).click()
    await look('locking')
    expect(found).toEqual([])
  })
}

test('the empty desk is calm on every glass: three rows of layouts, words whole, the sheet under the order where it stands upright', async ({ page }) => {
  test.setTimeout(240_000)
  await toDesk(page, office.address)
  await expect(page.getByText('Tờ in sẽ hiện ở đây')).toBeVisible()
  for (const glass of glasses) {
    await page.setViewportSize(glass)
    for (const size of deskSizes) {
      await setText(page, size)
      await settled(page)
      const where = `${named(glass)}, letters ${size + 1}`
      const { none, field, over } = await page.evaluate(() => {
        const letters = (selector: string) => parseFloat(getComputedStyle(document.querySelector(selector) ?? document.body).fontSize)
        const [leaves, outcome] = ['.leaves', '.outcome'].map((selector) => document.querySelector(selector)?.getBoundingClientRect())
        return { none: letters('.what .under p'), field: letters('.what input'), over: (leaves?.bottom ?? 0) <= (outcome?.top ?? 0) }
      })
      expect(none, `${where}: the sentence is not larger than the field`).toBeLessThanOrEqual(field)
      expect(over, `${where}: the sheet is under the order`).toBe(glass.height > glass.width)
      await leaf(page, '2')
      await page.getByRole('radio').first().waitFor()
      const { rows, near, parted } = await page.evaluate(() => {
        const range = document.createRange()
        const tiles = [...document.querySelectorAll('.paper [role=radio]')]
        const near = tiles.filter((tile) => {
          range.selectNodeContents(tile.querySelector('.say') ?? tile)
          const box = tile.getBoundingClientRect()
          return [...range.getClientRects()].some(({ left, right }) => left < box.left + 5 || right > box.right - 5)
        })
        // Words of the rail that belong together.
        const walker = document.createTreeWalker(document.querySelector('.rail') ?? document.body, NodeFilter.SHOW_TEXT)
        const parted: string[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const { 0: words, index } of (node.textContent ?? '').matchAll(/Wi-Fi|số máy/g)) {
            range.setStart(node, index)
            range.setEnd(node, index + words.length)
            if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) parted.push(words)
          }
        }
        return { rows: new Set(tiles.map((tile) => Math.round(tile.getBoundingClientRect().top))).size, near: near.map(({ textContent }) => textContent), parted }
      })
      expect({ rows, near, parted }, where).toEqual({ rows: 3, near: [], parted: [] })
      await leaf(page, '1')
    }
  }
})

test('Thôi can be touched with ten printers, and the last of them can be reached', async ({ page }) => {
  await withPrinters(page, printers(10))
  await page.setViewportSize({ width: 1024, height: 600 })
  await toDesk(page, office.address)
  await add(page, 'giay khai sinh')
  await page.getByRole('button', { name: /^Máy khác/ }).click()
  await expect(page.getByRole('button', { name: /máy số 10/ }).first()).not.toBeInViewport()
  await page.getByRole('button', { name: /^In bằng .*máy số 10/ }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: /^In bằng .*máy số 10/ })).toBeInViewport()
  await page.getByRole('button', { name: 'Thôi' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: /^Máy khác/ })).toBeFocused()
})

test('a clerk prints from the keyboard alone, and works on meanwhile', async ({ page }) => {
  await withPrinters(page, printers(4))
  const press = await slowPrinter(page)
  await toDesk(page, office.address)
  await expect(mainButton(page)).toHaveText('Mời chọn việc cần in')
  await expect(mainButton(page)).toBeDisabled()
  await page.keyboard.press('Control+p')
  await expect(page.getByText('Chưa chọn việc nào. Mời gõ tên việc, rồi bấm Enter.')).toBeVisible()
  await expect(search(page)).toBeFocused()
  for (const query of ['giay khai sinh', 'dang ky tam tru', 'vneid']) {
    await page.keyboard.type(query)
    await page.getByRole('button', { name: /^Thêm / }).first().waitFor()
    await page.keyboard.press('Enter')
    await expect(search(page)).toHaveValue('')
  }
  await expect(rows(page)).toHaveCount(3)
  // To the second row's number, and another one into it.
  const count = page.getByRole('textbox', { name: 'Số bản: Đăng ký tạm trú' })
  for (let tabs = 0; tabs < 20 && !(await count.evaluate((node) => node === document.activeElement)); tabs++) {
    await page.keyboard.press('Tab')
    expect(await focused(page)).not.toBe('BODY')
  }
  await page.keyboard.type('5')
  await expect(mainButton(page)).toContainText('In 7 tờ A5')
  await expect(page.locator('.outcome .sheet svg[role=img]')).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('heading', { name: 'Đang in: máy in đã nhận 0 trên 2 trang' })).toBeVisible()
  expect(press.asked).toHaveLength(1)
  expect(press.asked[0]).toContain('"counts":[1,5,1]')
  expect(press.asked[0]).toContain('may-1')
  // The next order is put together while the printer runs.
  await page.keyboard.press('Tab')
  for (let tabs = 0; tabs < 30 && (await page.evaluate(() => document.activeElement?.className.includes('remove'))) === false; tabs++) await page.keyboard.press('Tab')
  for (let left = 3; left > 0; left--) {
    await expect(rows(page)).toHaveCount(left)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).not.toBe('BODY')
    if (left > 1) await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('remove')
  }
  await add(page, 'khai tu')
  press.done(1)
  await expect(page.getByRole('heading', { name: 'Đang in: máy in đã nhận 1 trên 2 trang' })).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(page.getByText('Máy đang làm việc trước. Xong việc đó mời bấm lại.')).toBeVisible()
  press.done(2)
  await expect(page.getByRole('heading', { name: 'Đã in xong.' })).toBeVisible()
  await page.getByRole('button', { name: 'Đóng' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Đã in xong.' })).toBeHidden()
  await expect.poll(() => focused(page)).not.toBe('BODY')
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('heading', { name: 'Đang in: máy in đã nhận 0 trên 2 trang' })).toBeVisible()
  press.fail('Máy in hết giấy. Mời thêm giấy.')
  await expect(page.getByRole('heading', { name: 'Máy in hết giấy. Mời thêm giấy.' })).toBeVisible()
  await expect(rows(page)).toHaveCount(1)
})

test('Ctrl+P while the desk opens is answered, and its answer stays while nothing is chosen', async ({ page }) => {
  await toDesk(page, office.address)
  await page.getByRole('button', { name: /^Khóa bàn in/ }).click()
  // The program takes its time to open the door, and to say which papers there are.
  const held: (() => void)[] = []
  for (const call of ['Unlock', 'Paper']) {
    await page.route(`**/call/Staff/${call}`, async (route) => {
      await new Promise<void>((go) => held.push(go))
      await route.continue()
    })
  }
  await page.getByRole('button', { name: 'Dành cho cán bộ' }).click()
  await expect(page.getByText('Mã có 6 chữ số.')).toBeVisible()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await expect.poll(() => held.length).toBe(1)
  await page.keyboard.press('Control+p')
  held.pop()?.()
  const answer = page.getByText('Chưa chọn việc nào. Mời gõ tên việc, rồi bấm Enter.')
  await expect(answer).toBeVisible()
  await expect(search(page)).toBeFocused()
  await expect.poll(() => held.length).toBe(1)
  held.pop()?.()
  await expect(page.locator('.paper input, .paper button').first()).toBeVisible()
  await expect(answer).toBeVisible()
  await add(page, 'giay khai sinh')
  await expect(answer).toBeHidden()
  await expect(mainButton(page)).toBeEnabled()
})

test('Escape empties the field and never leaves the desk', async ({ page }) => {
  await withPrinters(page, printers(4))
  const press = await slowPrinter(page)
  await toDesk(page, office.address)
  const stays = async (): Promise<void> => {
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await expect(page.getByRole('navigation', { name: 'Bàn in' })).toBeVisible()
    await expect.poll(() => focused(page)).not.toBe('BODY')
  }
  await stays()
  await add(page, 'giay khai sinh')
  await page.keyboard.type('tam tru')
  await page.keyboard.press('Escape')
  await expect(search(page)).toHaveValue('')
  await stays()
  const dialog = page.getByRole('dialog')
  const closes = async (): Promise<void> => {
    await expect(dialog).toBeVisible()
    // A key belongs to what has the focus: the dialog takes it once it is there.
    await expect.poll(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true)
    await stays()
    await expect(dialog).toBeHidden()
  }
  await page.getByRole('button', { name: /^Máy khác/ }).click()
  await closes()
  await page.getByRole('button', { name: /^Máy khác/ }).click()
  await page.getByRole('button', { name: /^Đo cỡ in/ }).first().click()
  await closes()
  await mainButton(page).click()
  await expect(page.getByRole('heading', { name: 'Đang in: máy in đã nhận 0 trên 2 trang' })).toBeVisible()
  press.done(2)
  await page.getByRole('button', { name: 'Đóng' }).click()
  await stays()
  for (const place of ['Đã in', 'Giọng đọc', 'Gói cho thôn', 'In tờ']) {
    await page.getByRole('button', { name: place, exact: true }).click()
    await stays()
  }
  await expect(rows(page)).toHaveCount(1)
})

test('the order lasts until the desk is locked', async ({ page }) => {
  await withPrinters(page, printers(4))
  await page.clock.install()
  await toDesk(page, office.address)
  await add(page, 'giay khai sinh')
  await add(page, 'dang ky tam tru')
  await page.getByRole('button', { name: 'Đã in', exact: true }).click()
  await page.getByRole('button', { name: 'In tờ', exact: true }).click()
  await expect(rows(page)).toHaveCount(2)
  // Nobody touches the desk: it asks, and goes back to the first screen with the door shut.
  await page.clock.fastForward(301_000)
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.clock.fastForward(90_000)
  await expect(title(page)).toHaveText(/Ông bà cần làm/)
  const refused = () => page.evaluate(async () => (await fetch('/call/Staff/History', { method: 'POST', body: '[]' })).text())
  await expect.poll(refused).toContain('denied')
  await page.clock.fastForward(1_000)
  await through(page)
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Khóa bàn in' }).click()
  await expect(page.getByRole('heading', { name: /Đang chọn 2 việc chưa in/ })).toBeVisible()
  await page.getByRole('button', { name: 'Thôi' }).click()
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Khóa bàn in' }).click()
  await page.getByRole('button', { name: 'Khóa, bỏ các việc này' }).click()
  await expect(title(page)).toHaveText(/Ông bà cần làm/)
  await page.clock.fastForward(1_000)
  await through(page)
  await expect(page.getByText(/^Chưa chọn việc nào/)).toBeVisible()
})

test('the printer is remembered, and asked for again when it is gone', async ({ page }) => {
  await withPrinters(page, { ...printers(4), chosen: '', gone: 'Máy in Tư pháp' })
  const press = await slowPrinter(page)
  await toDesk(page, office.address)
  await add(page, 'giay khai sinh')
  await expect(page.getByText('Không thấy Máy in Tư pháp. Mời cắm và bật máy đó, hoặc chọn máy khác.')).toBeVisible()
  await expect(mainButton(page)).toContainText('Mời chọn máy in')
  await mainButton(page).click()
  await withPrinters(page, { ...printers(4), chosen: 'may-2' })
  await page.getByRole('button', { name: /^In bằng Máy in Canon/ }).click()
  await expect.poll(() => press.asked.length).toBe(1)
  expect(press.asked[0]).toContain('may-2')
  press.done(2)
  await expect(page.getByRole('heading', { name: 'Đã in xong.' })).toBeVisible()
  await expect(mainButton(page)).toContainText('Máy in Canon LBP 2900 văn thư lưu trữ và tiếp dân')
  await expect(page.getByText(/Không thấy Máy in Tư pháp/)).toBeHidden()
  await mainButton(page).click()
  await expect.poll(() => press.asked.length).toBe(2)
})

test('the number shown is what comes out, and the history says what it was', async ({ page }) => {
  await withPrinters(page, printers(1))
  await toDesk(page, office.address)
  await add(page, 'giay khai sinh')
  await page.getByRole('radio', { name: /Thẻ bỏ ví/ }).click()
  await expect(mainButton(page)).toContainText('In 1 tờ A4 · 4 thẻ')
  // The sheet has the letters it is printed with: no rule for the kiosk's own drawings touches them.
  const letters = page.locator('.outcome svg[role=img] text')
  await expect(letters.first()).toBeVisible()
  expect(
    await letters.evaluateAll((all) =>
      all.filter((text) => Math.abs(parseFloat(getComputedStyle(text).fontSize) - parseFloat(text.getAttribute('font-size') ?? 'NaN')) > 0.01).map((text) => text.textContent),
    ),
  ).toEqual([])
  await expect(page.getByRole('textbox', { name: /^Số bản/ })).toHaveValue('4')
  await add(page, 'dang ky tam tru')
  await page.getByRole('button', { name: 'Tăng một bản: Đăng ký tạm trú' }).click()
  await page.getByRole('textbox', { name: 'Số bản: Làm giấy khai sinh cho con' }).fill('6')
  await expect(mainButton(page)).toContainText('In 3 tờ A4 · 9 thẻ')
  await page.getByRole('button', { name: 'Bớt một bản: Đăng ký tạm trú' }).click()
  await expect(mainButton(page)).toContainText('In 2 tờ A4 · 8 thẻ')
  await page.getByRole('button', { name: /^Máy khác/ }).click()
  await page.getByRole('button', { name: 'Lưu vào thư mục Documents' }).click()
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  await page.getByRole('button', { name: 'Đã in', exact: true }).click()
  const newest = page.getByRole('listitem').first()
  await expect(newest).toContainText('Thẻ bỏ ví, 4 / A4')
  await expect(newest).toContainText('Làm giấy khai sinh cho con: 6 bản; Đăng ký tạm trú: 2 bản')
  await expect(newest).toContainText('Lưu tệp vào Documents · 2 trang')
  await newest.getByRole('button', { name: 'In lại' }).click()
  await expect(mainButton(page)).toContainText('In 2 tờ A4 · 8 thẻ')
  await page.getByRole('button', { name: 'Bỏ hết' }).click()
  await expect(page.getByRole('button', { name: '+ Làm giấy khai sinh cho con' })).toBeVisible()
})

test('what has come out is not called unprinted when the desk is locked', async ({ page }) => {
  await withPrinters(page, printers(1))
  await toDesk(page, office.address)
  await search(page).fill('zzqqx')
  await expect(page.getByText('Không thấy việc này. Mời gõ tên ngắn hơn, hoặc một cách gọi khác.')).toHaveCount(2) // seen and told
  await search(page).fill('')
  await add(page, 'giay khai sinh')
  await page.getByRole('button', { name: /^Máy khác/ }).click()
  await page.getByRole('button', { name: 'Lưu vào thư mục Documents' }).click()
  await expect(page.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  await page.getByRole('button', { name: 'Tăng một bản: Làm giấy khai sinh cho con' }).click()
  await page.getByRole('button', { name: 'Khóa bàn in' }).click()
  await expect(page.getByRole('heading', { name: /Đang chọn 1 việc chưa in/ })).toBeVisible()
  await page.getByRole('button', { name: 'Thôi' }).click()
  await page.getByRole('button', { name: 'Bớt một bản: Làm giấy khai sinh cho con' }).click()
  await page.getByRole('button', { name: 'Khóa bàn in' }).click()
  await expect(title(page)).toHaveText(/Ông bà cần làm/)
})
