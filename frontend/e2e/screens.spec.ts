import type { Page } from '@playwright/test'
import { furnished, patient } from '../playwright.config'
import { pageNames } from '../src/resident/parts'
import { enlarged, everywhere, expectToFit, glasses, named, setText, settled, textSizes, type Glass } from './glass'
import { expect, expectAccessible, open, openAsleep, test, touch } from './kiosk'

/** Steps of a birth on the phone. */
const steps = 9

/** Seen elsewhere: nobody can touch his way to it. */
const asleep = 'attract'

/** Walks through every resident screen and calls look at each. */
async function everyScreen(page: Page, english: boolean, see: (name: string) => Promise<void>): Promise<void> {
  const seen = new Set<string>()
  // A name begins with that of the screen.
  const look = async (name: string) => {
    const screen = name.split(/[ ,]/)[0] ?? ''
    await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', screen)
    seen.add(screen)
    await see(name)
  }
  const say = (vi: string | RegExp, en: string | RegExp) => (english ? en : vi)
  if (english) await touch(page, 'English')
  await expect(page.locator('html')).toHaveAttribute('lang', english ? 'en' : 'vi')
  await look('home')
  await touch(page, say('Gọi cán bộ', /Call/))
  await look('home, calling staff')
  await touch(page, say('Thôi gọi', /Stop|Close/))
  await touch(page, say('Dành cho cán bộ', 'For staff'))
  await look('staff door')
  await touch(page, say('Quay lại', 'Back'))
  await touch(page, say('Gõ để tìm', 'Type to search'))
  await page.getByRole('textbox').fill('cap phep bay')
  const entry = page.getByRole('region', { name: say('Kết quả tìm', 'Search results') }).getByRole('button').first()
  await expect(entry).toContainText('bay')
  await look('search')
  await entry.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('bay')
  await look('entry')
  // Not by starting over: that forgets language and size.
  for (const screen of ['search', 'home']) {
    await touch(page, say('Quay lại', 'Back'))
    await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', screen)
  }
  await touch(page, say('Sinh con', 'Having a baby'))
  await look('topic')
  await touch(page, say(/Làm giấy khai sinh cho con/, /Get a birth certificate/))
  await look('service')
  await touch(page, say(/Xem kỹ và nguồn/, /[Dd]etails|[Ss]ources/))
  await look('details')
  await touch(page, say('Quay lại', 'Back'))
  const rest = page.getByRole('button', { name: say(/thêm thứ khác/, /others depend/) })
  // In English it may stand on a further page of the screen.
  const on = page.locator('.sheets .turn button:last-child:not([aria-disabled=true])')
  while (!(await rest.isVisible()) && (await on.isVisible())) {
    await on.click()
    await settled(page)
  }
  await expect(rest).toBeVisible()
  await rest.click()
  await look('bring')
  await touch(page, say('Quay lại', 'Back'))
  await touch(page, say(/Học từng bước/, /step by step/i))
  await look('fact')
  await touch(page, say('Có giấy rồi', 'Yes, on paper'))
  await touch(page, say('Đã đăng ký', 'Yes, registered'))
  await touch(page, say('Người khác', 'Someone else'))
  await touch(page, say('Tự làm trên điện thoại', 'On my own phone'))
  await look('ready')
  await touch(page, say(/VNeID mức 2/, /VNeID level 2/))
  await look('detour')
  await touch(page, say('Quay lại', 'Back'))
  await touch(page, say('Có đủ cả', 'I have all of them'))
  await look('checklist')
  const next = page.getByRole('button', { name: say('Trang sau', /Next page/) })
  while (await next.isVisible()) await next.click()
  await touch(page, say('Xem từng bước', /steps/i))
  await look('overview')
  await touch(page, say('Học từ đầu', 'Learn from the start'))
  for (let step = 1; step <= steps; step++) {
    await expect(page.getByText(say(`Bước ${step} trên ${steps}`, `Step ${step} of ${steps}`))).toBeVisible()
    await look(`step ${step}`)
    if (step < steps) await touch(page, say('Tiếp tục', /^(Continue|Go on)/))
  }
  // Back to the last step that can be practised, and through the rest of the rehearsal.
  const practise = page.getByRole('button', { name: say('Tập thử bước này', 'Practise this step'), exact: true })
  let step = steps
  while (!(await practise.isVisible())) {
    await touch(page, say('Quay lại', 'Back'))
    step--
    await expect(page.getByText(say(`Bước ${step} trên ${steps}`, `Step ${step} of ${steps}`))).toBeVisible()
  }
  await practise.click()
  for (; step <= steps; step++) {
    await expect(page.locator('[data-screen=rehearsal]').getByText(new RegExp(`\\b${step}\\b.*\\b${steps}\\b`))).toBeVisible()
    await look(`rehearsal ${step}`)
    await touch(page, say(/^(Bỏ qua bước này|Tiếp tục)$/, /^(Skip this step|Continue)$/))
  }
  await expect(page.locator('[data-screen=rehearsed]')).toBeVisible()
  await look('rehearsed')
  await touch(page, say(/Mở trên điện thoại/, /Open on/))
  await expect(page.locator('[data-screen=handoff]')).toBeVisible()
  await look('handoff')
  await touch(page, say('Quét thử trước', 'Try scanning first'))
  await look('trial')
  await touch(page, say('Đã thấy dòng chữ', 'I can see the words'))
  await touch(page, say('Đã mở được trang', 'The page is open'))
  await look('after')
  while (await next.isVisible()) await next.click()
  await touch(page, say('Tôi rõ rồi', 'I understand'))
  await look('helpful')
  await touch(page, say('Chưa giúp được', /^(No|Not)/))
  await look('unhelped')
  await touch(page, say('Quay lại', 'Back'))
  await touch(page, say('Có giúp', /^Yes/))
  await look('thanks')
  expect([...seen].sort()).toEqual(pageNames.filter((name) => name !== asleep).sort())
}

/** Screens × glasses × sizes of letters, in the office that has nothing and in the one that has everything. */
for (const [office, address] of [['bare', patient], ['full', furnished]] as const) {
  for (const letters of textSizes) {
    test(`every screen holds on every glass, letters ${letters + 1}, ${office} office`, async ({ page }) => {
      test.setTimeout(600_000)
      await open(page, address)
      // What is in a step is the same in both; one of each kind shows the frame around it.
      const skips = office === 'bare' ? /^(step|rehearsal) (?!1$|2$|9$)/ : undefined
      await holds(page, false, [...glasses, ...enlarged.filter(({ scale = 1 }) => letters === 0 || (letters === 1 && scale < 2))], [letters], skips)
    })
  }
}

test('every screen holds in English', async ({ page }) => {
  test.setTimeout(600_000)
  await open(page, furnished)
  await holds(page, true, [{ width: 1366, height: 768 }, { width: 1024, height: 600 }], [0, 2])
})

async function holds(page: Page, english: boolean, on: readonly Glass[], letters: readonly number[], skips?: RegExp): Promise<void> {
  let combinations = 0
  const found: string[] = []
  await everyScreen(page, english, async (name) => {
    if (skips?.test(name)) return
    const seen = await everywhere(page, on, letters, name)
    combinations += seen.combinations
    found.push(...seen.found)
  })
  test.info().annotations.push({ type: 'combinations', description: String(combinations) })
  console.log(`${combinations} combinations, ${found.length} findings`)
  expect(found).toEqual([])
}

test(`the ${asleep} screen fits on every glass`, async ({ page }) => {
  await openAsleep(page)
  for (const glass of [...glasses, ...enlarged]) {
    await page.setViewportSize(glass)
    await settled(page)
    await test.step(named(glass), () => expectToFit(page, glass.scale))
  }
})

for (const theme of ['black on white', 'white on black']) {
  test(`every screen is free of accessibility faults, ${theme}, letters 1 and 4`, async ({ page }) => {
    test.setTimeout(1_500_000)
    await open(page)
    const dark = theme === 'white on black'
    if (dark) await touch(page, 'Chữ trắng nền đen')
    await everyScreen(page, false, async (name) => {
      const resizable = (await page.locator('.sizes button').count()) > 0
      for (const letters of resizable ? [3, 0] : [0]) {
        if (resizable) await setText(page, letters)
        await settled(page)
        if (!name.includes('staff')) await expect(page.locator('html.contrast')).toHaveCount(+dark)
        await test.step(`${name}, letters ${letters + 1}`, () => expectAccessible(page))
      }
    })
  })
}
