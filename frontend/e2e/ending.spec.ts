import type { Page } from '@playwright/test'
import { furnished } from '../playwright.config'
import { everywhere, glasses, setText, textSizes } from './glass'
import { expect, expectAccessible, open, rested, test, touch } from './kiosk'

// The last screen tells the truth of the case, and nobody is told to bring a question.

/** Finds a service as a resident would who types its name. */
async function find(page: Page, title: string): Promise<void> {
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill(title)
  await page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button', { name: title }).first().click()
  await expect(page.locator('[data-screen=service]')).toBeVisible()
}

const screen = (page: Page) => page.locator('[data-screen]').getAttribute('data-screen')

/** Through the lesson to its last screen: these answers, the first one elsewhere. */
async function follow(page: Page, answers: readonly string[] = []): Promise<void> {
  await touch(page, /Học từng bước/)
  await expect(page.locator('[data-screen=service]')).toHaveCount(0)
  while ((await screen(page)) !== 'handoff') {
    await rested(page)
    const before = await page.locator('main').innerHTML()
    if ((await screen(page)) === 'fact') {
      const wanted = answers.map((name) => page.getByRole('button', { name, exact: true }))
      const shown = await Promise.all(wanted.map((button) => button.count()))
      await (wanted[shown.findIndex(Boolean)] ?? page.locator('main button').first()).click()
    } else await page.locator('footer button.main').click()
    await expect(page.locator('main')).not.toHaveJSProperty('innerHTML', before)
  }
}

const banner = (page: Page) => page.locator('.not-filed')
const code = (page: Page) => page.locator('figure[data-code]')

interface Case {
  title: string
  answers?: string[]
  heading: string
  says: string
  /** The next screen says it, too. */
  on?: string
}

const cases: readonly Case[] = [
  { title: 'Làm giấy khai sinh cho con', heading: 'Mở trên điện thoại', says: 'Chưa nộp. Làm tiếp trên điện thoại.', on: 'Đã mở được trang' },
  { title: 'Sao y, chứng thực bản sao', heading: 'Mời tới quầy', says: 'Tới nơi mới làm được.', on: 'Việc sau đó' },
  { title: 'Nhận ra lừa đảo qua điện thoại', heading: 'Mở trên điện thoại', says: 'Đã tập xong, giờ làm trên máy của mình.', on: 'Đã mở được trang' },
]

for (const { title, answers, heading, says, on = '' } of cases) {
  test(`${title}: ends with “${says}”`, async ({ page }) => {
    await open(page)
    await find(page, title)
    await follow(page, answers)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expect(banner(page)).toHaveText(says)
    await expect(code(page)).toBeVisible()
    await touch(page, on)
    await expect(page.locator('[data-screen=after]')).toBeVisible()
    await expect(banner(page)).toHaveText(says)
  })
}

test('who has not followed a task’s lesson is not told that it is practised', async ({ page }) => {
  await open(page)
  await find(page, 'Xem hồ sơ đã nộp đến đâu')
  await page.locator('button[data-code]').click()
  await expect(banner(page)).toHaveText('Giờ làm trên máy của mình.')
})

test('who has not followed the lesson of a birth is told, too, that nothing is filed', async ({ page }) => {
  await open(page)
  await find(page, 'Làm giấy khai sinh cho con')
  await page.locator('button[data-code]').click()
  await expect(banner(page)).toHaveText('Chưa nộp. Làm tiếp trên điện thoại.')
})

test('an app is to be installed first, and asks whose phone it is', async ({ page }) => {
  await open(page)
  await find(page, 'Zalo')
  await follow(page)
  await expect(banner(page)).toHaveCount(0)
  await touch(page, /^Máy Android/)
  await expect(banner(page)).toHaveText('Chưa cài. Làm tiếp trên điện thoại.')
})

test('at a counter the code is for reading more: smaller, and not what is done first', async ({ page }) => {
  await open(page, furnished)
  await find(page, 'Sao y, chứng thực bản sao')
  await follow(page)
  await expect(banner(page)).toHaveText('Mang giấy này tới quầy mới làm được.')
  await expect(banner(page)).toHaveClass(/calm/)
  const width = async () => (await code(page).locator('.code').first().boundingBox())?.width ?? 0
  const small = await width()
  const read = page.getByText('Muốn đọc thêm thì quét mã')
  await expect(read).toBeVisible()
  const print = await page.getByRole('button', { name: 'In tờ này' }).boundingBox()
  expect(print?.y ?? Infinity).toBeLessThan((await read.boundingBox())?.y ?? 0)
  await touch(page, 'Trang đầu')
  await find(page, 'Làm giấy khai sinh cho con')
  await page.locator('button[data-code]').click()
  await expect(page.locator('[data-screen=handoff]')).toBeVisible()
  expect(small).toBeGreaterThan(0)
  expect(small).toBeLessThan(0.9 * (await width()))
})

test('one service, two ways: on the phone it goes on there, in person it does not', async ({ page }) => {
  for (const [answer, says] of [['Tự làm trên điện thoại', 'Chưa nộp. Làm tiếp trên điện thoại.'], ['Tới Công an tỉnh, cán bộ giúp', 'Tới nơi mới làm được.']] as const) {
    await open(page)
    await find(page, 'Làm hộ chiếu')
    await follow(page, [answer])
    await expect(banner(page)).toHaveText(says)
  }
})

test('a task that is done in person ends with where to go: nothing filed, no code', async ({ page }) => {
  await open(page)
  await find(page, 'Nộp phạt nguội')
  await follow(page, ['Giấy mời làm việc'])
  const where = 'Tới đúng nơi ghi trong giấy mời'
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(where)
  await expect(banner(page)).toHaveCount(0)
  await expect(page.locator('[data-code]')).toHaveCount(0)
  for (const wrong of [/Muốn đọc thêm/, /Chưa nộp/, /Đã tập/, /Mở trên điện thoại/]) await expect(page.getByText(wrong)).toHaveCount(0)
  await touch(page, 'Việc sau đó')
  await expect(banner(page)).toHaveText(where)
  await expect(banner(page)).toHaveClass(/calm/)
})

test('the lesson of an emergency ends with whom to call: nothing filed, no code of a page', async ({ page }) => {
  await open(page)
  await touch(page, 'Gõ để tìm')
  await page.getByRole('textbox').fill('Vừa bị lừa')
  await page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button', { name: 'Vừa bị lừa, làm gì ngay?' }).click()
  await follow(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gọi ngay')
  await expect(page.getByText('Gọi số in sau thẻ ngân hàng, xin khóa tài khoản')).toBeVisible()
  await expect(page.getByText('156', { exact: true })).toBeVisible()
  for (const wrong of [/Chưa nộp/, /Đã tập/, /Mở trên điện thoại/, /binhdanhocvuso/]) await expect(page.getByText(wrong)).toHaveCount(0)
  await expect(code(page)).toHaveCount(0)
  await expectAccessible(page)
  await touch(page, 'Việc sau đó')
  await expect(banner(page)).toHaveText('Gọi số in sau thẻ ngân hàng, xin khóa tài khoản')
})

test('what is asked first is no paper: a list of its own, without a box to tick', async ({ page }) => {
  await open(page)
  await find(page, 'Đổi thẻ căn cước')
  const asked = page.locator('.bring .asked')
  await expect(asked).toContainText('Hỏi trước')
  await expect(asked).toContainText('Hỏi Công an xã phải mang giấy gì và nộp bao nhiêu tiền')
  await expect(page.locator('.bring li').getByText(/^Hỏi/)).toHaveCount(0)
  await page.locator('.bring .more').click()
  await expect(page.locator('[data-screen=bring]')).toBeVisible()
  const list = page.getByRole('heading', { level: 2, name: 'Hỏi trước' })
  while ((await list.count()) === 0) {
    await expect(page.locator('button[aria-pressed]').getByText(/^Hỏi/)).toHaveCount(0)
    await touch(page, 'Trang sau')
  }
  await expect(page.locator('.todo').getByText('Hỏi Công an xã phải mang giấy gì và nộp bao nhiêu tiền')).toBeVisible()
  await expect(page.locator('button[aria-pressed]').getByText(/^Hỏi/)).toHaveCount(0)
})

test('a task has no office, an app names who makes it', async ({ page }) => {
  await open(page)
  await find(page, 'Zalo')
  await expect(page.locator('.answers')).toContainText('Ai làm ra')
  await touch(page, 'Trang đầu')
  await find(page, 'Nhận ra lừa đảo qua điện thoại')
  for (const wrong of ['Ai làm ra', 'Của cơ quan nào', 'Công an xã, phường']) await expect(page.locator('main').getByText(wrong, { exact: true })).toHaveCount(0)
})

for (const [name, address, title] of [['in person', furnished, 'Sao y, chứng thực bản sao'], ['a call', '/', 'Vừa bị lừa, làm gì ngay?']] as const) {
  test(`the last screen holds on every glass, in all sizes of letters: ${name}`, async ({ page }) => {
    test.setTimeout(300_000)
    await open(page, address)
    await touch(page, 'Gõ để tìm')
    await page.getByRole('textbox').fill(title)
    await page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button', { name: title }).first().click()
    await follow(page)
    const { found } = await everywhere(page, glasses, textSizes, name)
    expect(found).toEqual([])
    await setText(page, 0)
  })
}

test('what is asked first holds on every glass, in all sizes of letters', async ({ page }) => {
  test.setTimeout(300_000)
  await open(page)
  await find(page, 'Đổi thẻ căn cước')
  expect((await everywhere(page, glasses, textSizes, 'service')).found).toEqual([])
  await setText(page, 0)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.locator('.bring .more').click()
  await expect(page.locator('[data-screen=bring]')).toBeVisible()
  expect((await everywhere(page, glasses, textSizes, 'bring')).found).toEqual([])
})
