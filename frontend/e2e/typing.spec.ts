import { everywhere, glasses, textSizes } from './glass'
import { expect, open, test, touch } from './kiosk'

for (const [state, query] of [
  ['nothing typed', ''],
  ['many found', 'giay'],
  ['nothing found', 'qwrtp'],
] as const) {
  test(`searching holds on every glass, in every size of letters: ${state}`, async ({ page }) => {
    test.setTimeout(240_000)
    await open(page)
    await touch(page, 'Gõ để tìm')
    await page.getByRole('textbox').fill(query)
    await expect(page.getByText({ '': 'Mời ông bà gõ vài chữ.', giay: 'Khai sinh', qwrtp: 'Ở đây không có mục này.' }[query]).first()).toBeVisible()
    expect((await everywhere(page, glasses, textSizes, state)).found).toEqual([])
  })
}
