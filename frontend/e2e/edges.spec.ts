import type { Page } from '@playwright/test'
import { furnished } from '../playwright.config'
import { add, openOffice, printers, rows, toDesk, withPrinters } from './desk'
import { settled } from './glass'
import { expect, open, test, touch } from './kiosk'
import { toOverview } from './walk'

/**
 * What can be touched but has no edge that stands apart from what is around it
 * by 3 : 1: on a poor monitor it is only a word. An edge is its line, its
 * shadow, its own ground, or the line under a word.
 */
async function withoutEdge(page: Page): Promise<string[]> {
  await settled(page)
  return page.evaluate(() => {
    const part = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const clear = (colour: string) => part(colour)[3] !== 0
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = part(colour).map((n) => n / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const apart = (one: string, other: string) => {
      const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
      return (bright + 0.05) / (dark + 0.05) >= 3
    }
    const ground = (element: Element | null): string => {
      for (let e = element; e; e = e.parentElement) {
        const { backgroundColor } = getComputedStyle(e)
        if (clear(backgroundColor)) return backgroundColor
      }
      return 'rgb(255, 255, 255)'
    }
    const colours = (css: string) => css.match(/rgba?\([^)]*\)/g) ?? []
    const edged = (element: Element): boolean => {
      const around = ground(element.parentElement)
      const style = getComputedStyle(element)
      const lines = [
        ...(style.boxShadow === 'none' ? [] : colours(style.boxShadow)),
        ...(parseFloat(style.borderTopWidth) >= 2 ? [style.borderTopColor] : []),
        ...(clear(style.backgroundColor) ? [style.backgroundColor] : []),
      ].filter(clear)
      return lines.some((line) => apart(line, around))
    }
    const underlined = (element: Element): boolean => {
      const { textDecorationLine, textDecorationColor } = getComputedStyle(element)
      return textDecorationLine.includes('underline') && apart(textDecorationColor, ground(element))
    }
    const top = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.body
    return [...top.querySelectorAll<HTMLElement>('button, input')]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert], .unseen'))
      // What can do nothing just now need not be found; what is drawn on a phone looks as it does there.
      .filter((e) => e.getAttribute('aria-disabled') !== 'true' && !e.matches('.spot'))
      .filter((e) => !edged(e) && !underlined(e) && ![...e.querySelectorAll('*')].some((inner) => underlined(inner)))
      // Halves and rows of one thing have the edge of the whole; a field's cross that of the field.
      .filter((e) => !['.set', '.volume', '.method', '.common', '.rail'].some((whole) => [e.closest(whole)].some((w) => w && edged(w))))
      .filter((e) => !(e.parentElement?.matches('.line') && [...e.parentElement.querySelectorAll('input')].some(edged)))
      // A chapter is touched at its bar or beads, a switch at its knob.
      .filter((e) => !(e.matches('.piece, .switch') && [...e.querySelectorAll('.bar, .bead, i')].some(edged)))
      .map((e) => `${e.className} "${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 30)}"`)
  })
}

test('the edge of whatever a resident can touch stands apart by 3 : 1, on every screen', async ({ page }) => {
  const found: string[] = []
  const look = async (screen: string) => found.push(...(await withoutEdge(page)).map((fault) => `${screen}: ${fault}`))
  await open(page, furnished)
  await look('home')
  await touch(page, 'Gọi cán bộ')
  await look('call')
  await touch(page, 'Thôi gọi')
  await touch(page, /^Dành cho cán bộ$/)
  await look('door')
  await touch(page, 'Quay lại')
  await touch(page, 'Gõ để tìm')
  await look('search')
  await page.getByRole('textbox').fill('khai sinh')
  await expect(page.getByRole('region', { name: 'Kết quả tìm' }).getByRole('button').first()).toBeVisible()
  await look('found')
  await touch(page, 'Trang đầu')
  await toOverview(page, look)
  await touch(page, 'Học từ đầu')
  await look('step')
  await touch(page, 'Tiếp tục')
  await touch(page, 'Tập kỹ bước này')
  await look('rehearsal')
  await touch(page, 'Trang đầu')
  await touch(page, 'Sinh con')
  await touch(page, /Làm giấy khai sinh cho con/)
  await touch(page, /Quét là mở/)
  await look('handoff')
  await touch(page, /Chưa có mạng/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('Wi-Fi')
  await page.keyboard.press('Escape')
  await touch(page, 'Đã mở được trang')
  await look('after')
  await touch(page, 'Trang đầu')
  await touch(page, /Vừa bị lừa/)
  await look('emergency')
  expect(found).toEqual([])
})

test('the edge of whatever a clerk can touch stands apart by 3 : 1', async ({ page }) => {
  const office = await openOffice(12)
  try {
    await withPrinters(page, printers(4))
    await toDesk(page, office.address)
    await add(page, 'giay khai sinh')
    await expect(rows(page)).toHaveCount(1)
    const found: string[] = []
    for (const place of ['In tờ', 'Gói cho thôn', 'Đã in', 'Giọng đọc']) {
      await page.getByRole('button', { name: place, exact: true }).click()
      found.push(...(await withoutEdge(page)).map((fault) => `${place}: ${fault}`))
    }
    expect(found).toEqual([])
  } finally {
    await office.close()
  }
})
