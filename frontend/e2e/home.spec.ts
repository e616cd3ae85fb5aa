import type { Page } from '@playwright/test'
import { furnished, patient } from '../playwright.config'
import { enlarged, everywhere, expectToFit, glasses, named, setText, settled, textSizes } from './glass'
import { expect, expectAccessible, open, rested, test, touch } from './kiosk'

const tiles = '.tile:not(.alarm)'

/** Turns to the next page of the first screen. False: there is none. */
const nextSheet = (page: Page) =>
  page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('.sheets .turn button:last-child:not([aria-disabled=true])')
    button?.click()
    return button !== null
  })

test('the first screen holds on every glass with letters of every size, in English', async ({ page }) => {
  test.setTimeout(300_000)
  await open(page, furnished)
  await touch(page, 'English')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What do you need to do?')
  await expect(page.locator('.tile').first()).toHaveText(/Having a baby/)
  const { combinations, found } = await everywhere(page, [...glasses, ...enlarged.slice(0, 2)], textSizes, 'home')
  expect(combinations).toBeGreaterThan(28)
  expect(found).toEqual([])
})

test('the staff door ends where the bar above ends', async ({ page }) => {
  await open(page, furnished)
  for (const glass of glasses) {
    await page.setViewportSize(glass)
    await settled(page)
    const [bar, foot] = await page.evaluate(() =>
      ['.top button', '.bottom .staff'].map((selector) => Math.max(...[...document.querySelectorAll(selector)].map((button) => button.getBoundingClientRect().right))),
    )
    expect(foot, named(glass)).toBeCloseTo(bar ?? 0, 0)
  }
})

test('nothing of the first screen is left out, however large the letters', async ({ page }) => {
  test.setTimeout(180_000)
  await open(page, furnished)
  const all = await page.locator(tiles).allInnerTexts()
  expect(all).toHaveLength(15)
  for (const size of textSizes) {
    await setText(page, size)
    for (const glass of glasses) {
      await page.setViewportSize(glass)
      await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, glass)
      await settled(page)
      const where = `${named(glass)}, letters ${size + 1}`
      const seen: string[] = []
      const doors: string[] = []
      do {
        await settled(page)
        seen.push(...(await page.locator(tiles).allInnerTexts()))
        doors.push(...(await page.locator('.door').allInnerTexts()))
        // A page may have tiles, or the doors below them, or both.
        const small = (what: string, least: number) =>
          page.locator(what).evaluateAll((all, px) => all.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < px).length, least)
        expect([await small('.tile', 75.5), await small('.door', 61.5)], where).toEqual([0, 0])
        if (seen.length <= 15 && doors.length <= 4 && (await page.locator('h1').isVisible())) {
          // What is needed at once is on the first page.
          await expect(page.locator('.find'), where).toBeVisible()
          await expect(page.locator('.alarm'), where).toBeVisible()
          expect((await page.locator('.find').boundingBox())?.height, where).toBeGreaterThanOrEqual(75.5)
        }
      } while (await nextSheet(page))
      expect(seen, where).toEqual(all)
      expect(doors, where).toHaveLength(4)
      while (await page.locator('.turn button').first().getAttribute('aria-disabled', { timeout: 500 }).then((spent) => spent === 'false', () => false))
        await page.evaluate(() => document.querySelector<HTMLElement>('.turn button')?.click())
    }
  }
})

test('all of the first screen stands on one page of an ordinary glass', async ({ page }) => {
  await open(page, furnished)
  for (const glass of [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }, { width: 1080, height: 1920 }]) {
    await page.setViewportSize(glass)
    await settled(page)
    await expect(page.locator('.tile')).toHaveCount(16)
    await expect(page.locator('.door')).toHaveCount(4)
    await expect(page.locator('.turn')).toHaveCount(0)
  }
})

test('an ordinary long name of the office is never cut', async ({ page }) => {
  test.setTimeout(120_000)
  const title = 'Trung tâm Phục vụ hành chính công xã Thượng Lâm, bộ phận tiếp nhận và trả kết quả'
  await page.route('**/call/Resident/Boot', async (route) => {
    const response = await route.fetch()
    const boot = (await response.json()) as { office: { title: string } }
    boot.office.title = title
    await route.fulfill({ response, json: boot })
  })
  await open(page, furnished)
  const name = page.locator('nav p')
  await expect(name).toHaveText(title)
  for (const glass of glasses) {
    for (const size of textSizes) {
      await page.setViewportSize(glass)
      await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, glass)
      await setText(page, size)
      await settled(page)
      expect.soft(await name.evaluate((p) => p.scrollHeight - p.clientHeight), `${named(glass)}, letters ${size + 1}`).toBeLessThanOrEqual(10) // a tone may stick out, no line
      await expectToFit(page)
    }
  }
})

test('the question is larger than the topics, whose rows are as high as each other, and what is often done keeps its place', async ({ page }) => {
  await open(page, furnished)
  for (const glass of [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }, { width: 1080, height: 1920 }]) {
    await page.setViewportSize(glass)
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, glass)
    for (const size of textSizes) {
      await setText(page, size)
      await settled(page)
      const where = `${named(glass)}, letters ${size + 1}`
      const letters = (selector: string) => page.locator(selector).first().evaluate((e) => parseFloat(getComputedStyle(e).fontSize))
      expect.soft(await letters('h1'), where).toBeGreaterThanOrEqual(1.2 * (await letters('.tiles .title')))
      const heights = await page.locator('.tiles > li').evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height))
      if (glass.height > glass.width || (size === 3 && glass.width === 1366))
        expect.soft(Math.max(...heights) - Math.min(...heights), where).toBeLessThanOrEqual(3)
      if (glass.height > glass.width)
        expect.soft((await page.locator('.doors').boundingBox())?.y, where).toBeLessThan((await page.locator('.tiles').first().boundingBox())?.y ?? 0)
    }
  }
})

test('opening hours are not broken between a number and its word', async ({ page }) => {
  await open(page, furnished)
  const hours = page.locator('footer p', { hasText: 'Giờ làm việc' })
  for (const glass of glasses) {
    await page.setViewportSize(glass)
    await settled(page)
    const parted = await hours.evaluate((p) => {
      const text = p.firstChild?.textContent ?? ''
      const row = (at: number) => {
        const range = document.createRange()
        range.setStart(p.firstChild as Node, at)
        range.setEnd(p.firstChild as Node, at + 1)
        return Math.round(range.getBoundingClientRect().top)
      }
      return [...text.matchAll(/\d+\sgiờ/g)].filter(({ 0: part, index }) => row(index) !== row(index + part.length - 1)).map(({ 0: part }) => part)
    })
    expect(parted, named(glass)).toEqual([])
  }
})

/** How far two colours stand apart, as WCAG measures it. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map((n) => Number(n) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

test('the edges of tiles, rows and groups can be seen on a poor screen', async ({ page }) => {
  await open(page)
  const edges = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.map((e) => {
        const { boxShadow, backgroundColor } = getComputedStyle(e)
        return { edge: boxShadow.match(/rgb\([^)]*\)/)?.[0] ?? backgroundColor, inside: backgroundColor, around: getComputedStyle(document.body).backgroundColor, words: e.textContent }
      }),
    )
  const expectClear = async (selector: string) => {
    const found = await edges(selector)
    expect(found.length).toBeGreaterThan(0)
    for (const { edge, inside, around, words } of found) {
      expect(contrast(edge, around), `${words} on paper`).toBeGreaterThanOrEqual(3)
      if (edge !== inside) expect(contrast(edge, inside), `${words} inside`).toBeGreaterThanOrEqual(3)
    }
  }
  await expectClear('.tile')
  await expectClear('.find')
  await expectClear('.common')
  for (const topic of ['Sinh con', 'Kết hôn', 'Căn cước', 'Giấy tờ', 'Bảo hiểm']) {
    await touch(page, topic)
    await expect(page.locator('[data-screen=topic]')).toBeVisible()
    await expectClear('.card')
    if (topic !== 'Kết hôn') await expectClear('.group')
    await touch(page, 'Trang đầu')
    await expect(page.locator('[data-screen=home]')).toBeVisible()
  }
})

interface Reached {
  services: { key: string; title: string }[]
  groups: { title: string; services: { key: string; title: string }[] }[]
}

test('every service of a topic is two short pages away, and none is forgotten', async ({ page }) => {
  test.setTimeout(300_000)
  await open(page)
  const boot = (await (await page.request.post(`${patient}/call/Resident/Boot`, { data: ['vi'] })).json()) as { topics: { key: string }[] }
  expect(boot.topics).toHaveLength(15)
  const all = new Set<string>()
  const pagesHere = async (where: string) => {
    let pages = 1
    await settled(page)
    await expectToFit(page)
    for (const more = page.getByRole('button', { name: 'Trang sau' }); await more.isVisible(); pages++) {
      await rested(page)
      await more.click()
      await settled(page)
      await expectToFit(page)
    }
    expect(pages, where).toBeLessThanOrEqual(2)
  }
  for (const [i, { key }] of boot.topics.entries()) {
    const view = (await (await page.request.post(`${patient}/call/Resident/Topic`, { data: [key, 'vi'] })).json()) as Reached
    for (const s of [...view.services, ...view.groups.flatMap((g) => g.services)]) all.add(s.key)
    await page.locator(tiles).nth(i).click()
    await expect(page.locator('[data-screen=topic]')).toBeVisible()
    await pagesHere(key)
    for (const [j, group] of view.groups.entries()) {
      expect(group.services.length).toBeLessThanOrEqual(6)
      await rested(page)
      await page.locator('.group').nth(j).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(group.title)
      await pagesHere(`${key}, ${group.title}`)
      for (const { title } of group.services) await expect(page.locator('.card', { hasText: title }).first()).toBeVisible()
      await touch(page, 'Quay lại')
      await expect(page.locator('.group')).toHaveCount(view.groups.length)
    }
    await touch(page, 'Trang đầu')
    await expect(page.locator('[data-screen=home]')).toBeVisible()
    await rested(page)
  }
  expect(all.size).toBeGreaterThanOrEqual(228)
})

test('one touch leads to what is done most, one to the emergency, and a group leads back', async ({ page }) => {
  await open(page)
  await expectAccessible(page)
  await touch(page, 'Khai sinh cho con')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Làm giấy khai sinh cho con')
  await touch(page, 'Trang đầu')
  await touch(page, 'Vừa bị lừa?')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vừa bị lừa')
  await touch(page, 'Trang đầu')
  await touch(page, 'Sinh con')
  await expectAccessible(page)
  await touch(page, /Con đi học.*5 việc/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Con đi học')
  await expectAccessible(page)
  await touch(page, 'Đăng ký vào lớp 6')
  await touch(page, 'Quay lại')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Con đi học')
  await page.locator('nav').getByRole('button', { name: 'Sinh con' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sinh con')
})
