import { furnished } from '../playwright.config'
import { faults, settled, setText } from './glass'
import { open, test, touch, rested } from './kiosk'
import { toOverview } from './walk'
const dir = '/tmp/shots-five'
test('explore', async ({ page }) => {
  test.setTimeout(600000)
  for (const [w, h, low] of [[1366, 768, false], [1366, 768, true], [1080, 1920, true], [1024, 600, true]] as const) {
    await page.setViewportSize({ width: w, height: h })
    await open(page, furnished)
    await touch(page, 'Chữ trắng nền đen')
    if (low) await touch(page, 'Nút xuống thấp')
    const look = async (name: string) => {
      await rested(page)
      for (const size of [0, 3]) {
        await setText(page, size)
        await settled(page); await settled(page)
        const f = await faults(page)
        if (f.length) console.log(`${w} ${low} ${name} ${size}:`, f.slice(0, 5).join('\n      '))
        if (w !== 1024) await page.screenshot({ path: `${dir}/${w}-${low ? 'low' : 'high'}-${name}-${size}.png` })
      }
      await setText(page, 0)
    }
    await look('home')
    await toOverview(page, look)
    await touch(page, 'Học từ đầu'); await look('step')
    await touch(page, 'Tập thử bước này'); await look('rehearsal')
    await page.goBack().catch(() => undefined)
    await open(page, furnished)
    await touch(page, 'Chữ trắng nền đen')
    if (low) await touch(page, 'Nút xuống thấp')
    await touch(page, 'Sinh con'); await touch(page, /Làm giấy khai sinh cho con/); await touch(page, /Quét là mở/); await look('handoff')
    await touch(page, 'Gọi cán bộ'); await look('call')
  }
})
