import type { Page } from '@playwright/test'
import { add, deskFaults, openOffice, toDesk } from './desk'
import { everywhere, type Glass } from './glass'
import { expect, open, test, touch } from './kiosk'

/** The least glasses, and the one that is narrow. */
const least: readonly Glass[] = [
  { width: 1024, height: 600 },
  { width: 683, height: 384, scale: 2 },
  { width: 1080, height: 1920 },
]

/** What a commune may write into office.yaml, as far as the program takes it. */
const offices = {
  'words without an end': [
    `name: ${'W'.repeat(120)}`,
    `place: ${'M'.repeat(60)}`,
    `hours: [${Array.from({ length: 6 }, () => 'W'.repeat(20)).join(', ')}]`,
    'phone: "0207 111 1111 (trong giờ hành chính) 113"',
    `wifi: {name: ${'W'.repeat(32)}, password: ${'W'.repeat(63)}}`,
    `slip_printer: ${'W'.repeat(127)}`,
    'dpi: 600',
  ],
  'many short words': [
    `name: ${'Xã ta '.repeat(20).trim()}`,
    `place: ${'Bản ta '.repeat(8).trim()}`,
    `hours: [${Array.from({ length: 6 }, () => 'Sáng thứ Hai và thứ Sáu hằng tuần từ 7 giờ 30 đến 11 giờ 30').join(', ')}]`,
    'dpi: 30',
  ],
  'a screen finer than any': ['dpi: 400'],
  'letters of others': [
    'name: مركز الخدمة العامة في البلدية ဗမာစာ 中心中心中心 🏠',
    'place: Xã 𠀀𠀀𠀀 ไทย',
    'hours: ["من 8 إلى 11", "🕗–🕚"]',
    'phone: "٠٢٠٧ ٠٠٠ ٠٠٠٠"',
  ],
}

async function walk(page: Page, see: (name: string) => Promise<void>): Promise<void> {
  const find = async (query: string, wanted: string) => {
    await page.getByRole('textbox').fill(query)
    const hit = page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button').first()
    await expect(hit).toContainText(wanted)
    return hit
  }
  await see('home')
  await touch(page, 'Gọi cán bộ')
  await see('home, calling staff')
  await touch(page, 'Thôi gọi')
  await touch(page, 'Gõ để tìm')
  const entry = await find('cap phep bay', 'bay')
  await see('search')
  await entry.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('bay')
  await see('entry')
  await touch(page, 'Quay lại')
  await (await find('khai sinh', 'Làm giấy khai sinh cho con')).click()
  await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', 'service')
  await see('service')
  await touch(page, /Quét là mở/)
  await expect(page.locator('[data-screen=handoff]')).toBeVisible()
  await see('handoff')
  const wifi = page.getByRole('button', { name: /Wi-Fi/ })
  if (await wifi.isVisible()) {
    await wifi.click()
    await see('handoff, Wi-Fi')
  }
}

for (const [i, [name, lines]] of Object.entries(offices).entries()) {
  test(`an office with ${name} breaks no screen`, async ({ page }) => {
    test.setTimeout(400_000)
    const office = await openOffice(40 + i, lines.join('\n') + '\n')
    try {
      await open(page, office.address)
      // A word that no line holds is broken, what is too long for its place ends there, and all else holds.
      const found: string[] = []
      await walk(page, async (screen) => {
        // Beside a code there is no room for words of twice the size on a glass of 384 pixels.
        const large = least.filter(({ scale = 1 }) => scale < 2 || !screen.startsWith('handoff'))
        for (const [on, size] of [[least, 0], [large, 3]] as const) found.push(...(await everywhere(page, on, [size], screen)).found)
      })
      await toDesk(page, office.address)
      await add(page, 'khai sinh')
      for (const size of [0, 3]) found.push(...(await deskFaults(page, least.slice(0, 1), size, 'desk')))
      expect(found.filter((fault) => !/: "(W|M)+" is broken$|: (P )?"(W|Giờ làm việc: )[^"]*" (is cut off|leaves)/.test(fault))).toEqual([])
    } finally {
      await office.close()
    }
  })
}
