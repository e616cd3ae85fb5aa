import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { add, deskFaults, mainButton, openOffice, printers, rows, toDesk, withPrinters, type Office } from './desk'
import { glasses, setText } from './glass'
import { expect, test } from './kiosk'
import { patient } from '../playwright.config'

let office: Office
const off = 9
const documents = `/tmp/tungbuoc-e2e-desk-${Number(new URL(patient).port) + off}/Documents`

test.beforeAll(async () => {
  office = await openOffice(off)
})

test.afterAll(() => office.close())

test('a file that cannot be saved is told in a sentence, and the order stays', async ({ page }) => {
  test.setTimeout(240_000)
  await withPrinters(page, printers(1))
  await toDesk(page, office.address)
  await add(page, 'giay khai sinh')
  await add(page, 'dang ky tam tru')
  const save = async (meanwhile: () => void): Promise<void> => {
    await page.getByRole('button', { name: /^Máy khác/ }).click()
    const way = page.getByRole('button', { name: 'Lưu vào thư mục Documents' })
    await way.waitFor()
    meanwhile()
    await way.click()
  }
  const strip = page.locator('.strip')
  const told = page.getByRole('status').filter({ hasText: /Mời xem/ })

  // Pulled out between the list and the touch.
  await save(() => rmSync(documents, { recursive: true }))
  await expect(strip).toContainText('Không còn thấy nơi này. Mời xem USB còn cắm không, rồi chọn lại.')
  await expect(told).toHaveText('Không còn thấy nơi này. Mời xem USB còn cắm không, rồi chọn lại.')
  await expect(rows(page)).toHaveCount(2)
  for (const size of [0, 3]) expect(await deskFaults(page, glasses.slice(0, 3), size, 'not saved')).toEqual([])
  await setText(page, 0)
  await page.setViewportSize({ width: 1366, height: 768 })
  await strip.getByRole('button', { name: 'Đóng' }).click()

  // Nobody may write there.
  symlinkSync('/sys', documents)
  await save(() => undefined)
  await expect(strip).toContainText(/Nơi này không cho ghi \S+\.pdf\. Mời xem khóa ghi của USB, hoặc chọn nơi khác\./)
  await expect(rows(page)).toHaveCount(2)
  await strip.getByRole('button', { name: 'Đóng' }).click()

  // In another place it is saved, as it was chosen.
  rmSync(documents)
  mkdirSync(documents)
  await save(() => undefined)
  await expect(strip.getByRole('heading', { name: 'Đã lưu tệp' })).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await expect(mainButton(page)).toBeVisible()
})
