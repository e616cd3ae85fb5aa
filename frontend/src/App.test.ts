import { fireEvent, screen, within } from '@testing-library/svelte'
import { describe, expect, it, vi } from 'vitest'
import { backend, open, settle, toService, touch, useApp, wait } from './lib/testing/app'

useApp()

const title = () => screen.getByRole('heading', { level: 1 }).textContent.trim()

describe('the way through', () => {
  it('reaches a code in two touches, and the large one with all about it in three', async () => {
    await open()
    await toService()
    const codes = () => screen.getAllByRole('img', { name: 'Mã QR mở dichvucong.gov.vn' })
    expect(codes()).toHaveLength(1)
    await touch(/Quét là mở/)
    expect(codes()).toHaveLength(1)
    expect(screen.getByText('Chưa nộp. Làm tiếp trên điện thoại.')).toBeTruthy()
    expect(document.body.textContent).toMatch(/Hoặc gõ mã 1\.001193 vào ô tìm của trang/)
  })

  it('leads to staff who was not helped', async () => {
    await open()
    await toService()
    await touch(/Quét là mở/)
    await touch(/Đã mở được trang/)
    while (screen.queryByRole('button', { name: 'Trang sau' })) await touch('Trang sau')
    await touch('Tôi rõ rồi')
    await touch('Chưa giúp được')
    expect(title()).toBe('Mời ông bà để cán bộ giúp')
    await fireEvent.click(within(screen.getByRole('contentinfo')).getByRole('button', { name: 'Gọi cán bộ' }))
    await settle()
    expect(screen.getByRole('button', { name: /Thôi gọi/ })).toBeTruthy()
  })

  it('takes no touch for a moment when something else has come under the finger', async () => {
    const resting = () => document.querySelector('.rest') !== null
    const rested = async () => {
      await vi.advanceTimersByTimeAsync(399)
      await settle()
      expect(resting()).toBe(true)
      await vi.advanceTimersByTimeAsync(1 + 2 * 17) // and the two frames until it is seen
      await settle()
      expect(resting()).toBe(false)
    }
    await open()
    await rested()
    await touch('Sinh con') // a screen
    await rested()
    await touch(/Gọi cán bộ/) // a notice
    await rested()
    await touch(/Thôi gọi/)
    await rested()
  })

  it('says so when the code of the network cannot be shown', async () => {
    await open()
    await toService()
    await touch(/Quét là mở/)
    backend.failNext('unverified')
    await touch('Chưa có mạng?')
    expect(screen.getByRole('dialog', { name: 'Chưa hiện được mã Wi-Fi. Mời ông bà hỏi cán bộ.' })).toBeTruthy()
    await touch('Xong, quay lại')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('img', { name: 'Mã QR mở dichvucong.gov.vn' })).toBeTruthy()
  })

  it('leads through a whole lesson to the first screen again', async () => {
    await open()
    await toService()
    await touch(/Học từng bước/)
    await touch('Chưa đăng ký')
    await touch('Ở nhà')
    expect(screen.queryByRole('button', { name: /Giấy đăng ký kết hôn/ })).toBeNull()
    await touch('Xem từng bước')
    await touch('Học từ đầu')
    for (let step = 1; step < 9; step++) {
      expect(screen.getByText(`Bước ${step} trên 9`)).toBeTruthy()
      await touch('Tiếp tục')
    }
    await touch('Mở trên điện thoại')
    await touch('Đã mở được trang')
    expect(screen.getByText('Chưa nộp. Làm tiếp trên điện thoại.')).toBeTruthy()
    await touch('Tôi rõ rồi')
    await touch('Có giúp')
    expect(title()).toBe('Cảm ơn ông bà')
    await vi.advanceTimersByTimeAsync(8000)
    await settle()
    expect(title()).toBe('Ông bà cần làm việc gì?')
  })

  it('names each secret and says to tell nobody', async () => {
    await open()
    await toService()
    await touch(/Học từng bước/)
    await touch('Đã đăng ký')
    await touch('Ở nhà')
    await touch('Xem từng bước')
    await touch('Học từ đầu')
    await touch('Tiếp tục')
    expect(screen.getByText('Mật khẩu')).toBeTruthy()
    expect(screen.getByText('Không nói cho ai biết')).toBeTruthy()
    expect(screen.getByRole('img', { name: /Chạm vào: Đăng nhập/ })).toBeTruthy()
  })

  it('asks whose phone it is before it shows the one code of an app', async () => {
    await open()
    await touch('Sinh con')
    await touch(/Cài ứng dụng VNeID/)
    expect(screen.queryByRole('img', { name: /Mã QR/ })).toBeNull()
    await touch(/Mở trên điện thoại/)
    expect(screen.queryByRole('img', { name: /Mã QR/ })).toBeNull()
    await touch(/^Máy Android/)
    expect(screen.getAllByRole('img', { name: /Mã QR/ }).map((code) => code.getAttribute('aria-label'))).toEqual(['Mã QR mở play.google.com'])
    expect(screen.getByText('Chưa cài. Làm tiếp trên điện thoại.')).toBeTruthy()
    await touch('Quay lại')
    await touch(/^iPhone/)
    expect(screen.getAllByRole('img', { name: /Mã QR/ }).map((code) => code.getAttribute('aria-label'))).toEqual(['Mã QR mở apps.apple.com'])
    await touch('Quay lại')
    await touch('Không biết, gọi cán bộ')
    expect(screen.getByRole('alertdialog', { name: 'Màn hình này đang gọi cán bộ' })).toBeTruthy()
  })

  it('sends whose phone has no code to staff', async () => {
    const both = backend.codes
    backend.codes = async (...of) => {
      const view = await both(...of)
      return { ...view, codes: view.codes.filter(({ link }) => link !== 'ios') }
    }
    await open()
    await touch('Sinh con')
    await touch(/Cài ứng dụng VNeID/)
    await touch(/Mở trên điện thoại/)
    await touch(/^iPhone/)
    expect(title()).toBe('Chưa có mã để quét')
    expect(within(screen.getByRole('contentinfo')).getByRole('button', { name: 'Gọi cán bộ' }).className).toContain('main')
  })

  it('shows no code where it goes on in an app that is on the phone', async () => {
    const codes = backend.codes
    backend.codes = async (...of) => ({ ...(await codes(...of)), app: 'VNeID', codes: [], phones: [] })
    const walk = backend.walk
    backend.walk = async (...of) => ({ ...(await walk(...of)), ending: 'practised' })
    await open()
    await toService()
    await touch('Mở VNeID trong điện thoại')
    expect(title()).toBe('Mở VNeID trong điện thoại')
    expect(screen.queryByRole('img', { name: /Mã QR/ })).toBeNull()
    expect(screen.queryByText(/Chưa nộp/)).toBeNull()
    expect(screen.getByText('Giờ làm trên máy của mình.')).toBeTruthy()
    await touch('Việc sau đó')
    expect(title()).toBe('Việc sau đó')
  })

  it('sends people to staff where there is no code', async () => {
    await open()
    await touch('Sinh con')
    await touch(/Khai sinh có yếu tố nước ngoài/)
    await touch(/Hỏi cán bộ/)
    expect(screen.getByText('Chưa nộp. Mời ông bà hỏi cán bộ.')).toBeTruthy()
    const [callHere] = screen.getAllByRole('button', { name: 'Gọi cán bộ' })
    if (callHere) await fireEvent.click(callHere)
    expect(screen.getByRole('alertdialog', { name: 'Màn hình này đang gọi cán bộ' })).toBeTruthy()
  })

  it('goes back with Escape, and says when it is ready', async () => {
    await open()
    await vi.advanceTimersByTimeAsync(50)
    expect(backend.readies).toBe(1)
    await touch('Sinh con')
    await fireEvent.keyDown(window, { key: 'Escape' })
    await settle()
    expect(title()).toBe('Ông bà cần làm việc gì?')
  })

  it('reads a new screen from its heading', async () => {
    await open()
    await toService()
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  })

  it('explains a failure and tries again', async () => {
    await open()
    backend.failNext('timeout')
    await touch('Kết hôn')
    expect(screen.getByText('Máy trả lời chậm. Mời ông bà thử lại một lần nữa.')).toBeTruthy()
    await touch('Thử lại')
    expect(title()).toBe('Kết hôn')
  })

  it('changes language at once, keeps it on the way home, and changes back for the next resident', async () => {
    await open()
    await touch('Sinh con')
    await touch('English')
    await touch(/Larger text/)
    expect(document.documentElement.lang).toBe('en')
    expect(screen.getByRole('button', { name: 'Back' })).toBeTruthy()
    await touch('Home')
    expect([document.documentElement.lang, document.documentElement.className]).toEqual(['en', 'text-1'])
    expect(title()).toBe('What do you need to do?')
    await touch('Birth')
    await wait(60)
    await touch('I am done')
    expect([document.documentElement.lang, document.documentElement.className]).toEqual(['vi', 'text-0'])
    expect(title()).toBe('Ông bà cần làm việc gì?')
  })

  it('leads back to the topic from wherever its name stands above', async () => {
    await open()
    await toService()
    await touch(/Học từng bước/)
    await touch('Sinh con')
    expect(title()).toBe('Sinh con')
    await touch('Quay lại')
    expect(title()).toBe('Ông bà cần làm việc gì?')
  })

  it('says what is in Vietnamese only, and marks it for who listens', async () => {
    const { walk } = backend
    backend.walk = async (...asked) => {
      const lesson = await walk(...asked)
      const ask = lesson.ask && { ...lesson.ask, lang: 'vi' }
      return { ...lesson, ask, steps: lesson.steps.map((step, i) => ({ ...step, lang: i === 0 ? 'vi' : '' })) }
    }
    await open()
    await touch('English')
    await touch('Birth')
    await touch(/Đăng ký khai sinh/)
    await touch(/Learn step by step/)
    expect(screen.getByText('This question is in Vietnamese only.').lang).toBe('en')
    expect(screen.getByRole('heading', { level: 1 }).lang).toBe('vi')
    await touch('Chưa đăng ký')
    await touch('Ở nhà')
    await touch('See the steps')
    await touch('Learn from the start')
    expect(screen.getByText('This step is in Vietnamese only.')).toBeTruthy()
    await touch('Continue')
    expect(screen.queryByText('This step is in Vietnamese only.')).toBeNull()
  })
})

describe('a resident who goes away', () => {
  it('is asked, then everything of the visit is gone', async () => {
    await open()
    await toService()
    await wait(61)
    const warning = screen.getByRole('alertdialog', { name: 'Ông bà còn ở đây không?' })
    expect(within(warning).getByText('19 giây')).toBeTruthy()
    expect(document.querySelector('.screen')?.hasAttribute('inert')).toBe(true)
    // The house keeps language and letters; here all is forgotten.
    expect(within(warning).getByRole('button', { name: 'Tôi xong rồi' }).querySelector('use')?.getAttribute('href')).toBe('#sign-leave')
    // Who does not see is told now and then, from a place that was there before.
    const told = within(warning).getByRole('alert')
    expect(told.textContent).toBe('')
    await wait(9)
    expect(told.textContent).toBe('10 giây')
    await wait(11)
    expect(title()).toBe('Ông bà cần làm việc gì?')
    await wait(91)
    expect(screen.getByRole('button', { name: 'Mời bà con chạm vào màn hình' })).toBeTruthy()
  })

  it('who is still here goes on where they were', async () => {
    await open()
    await toService()
    await wait(70)
    await touch('Tôi vẫn ở đây')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(title()).toBe('Đăng ký khai sinh cho con')
  })

  it('keeps the warning until the finger is lifted, so that the touch lands on it', async () => {
    await open()
    await toService()
    await wait(61)
    await fireEvent.pointerDown(screen.getByRole('alertdialog'))
    expect(screen.queryByRole('alertdialog')).not.toBeNull()
    await fireEvent.click(screen.getByRole('alertdialog'))
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('is not asked while a slip is printed, and has the whole time afterwards', async () => {
    let out = (): void => undefined
    backend.slip = () => new Promise((done) => (out = done))
    await open()
    await toService()
    await touch('In tờ này')
    for (let i = 0; i < 3; i++) await wait(59)
    expect(screen.queryByRole('alertdialog', { name: 'Ông bà còn ở đây không?' })).toBeNull()
    out()
    await settle()
    await wait(59)
    expect(screen.queryByRole('alertdialog', { name: 'Ông bà còn ở đây không?' })).toBeNull()
    await wait(2)
    expect(screen.getByRole('alertdialog', { name: 'Ông bà còn ở đây không?' })).toBeTruthy()
  })

  it('has half as long again where the letters are largest, and tells the program when all is gone', async () => {
    await open()
    await toService()
    for (let i = 0; i < 3; i++) await touch(/^Chữ to hơn/)
    await wait(61)
    expect(screen.getByText('29 giây')).toBeTruthy()
    await wait(28)
    expect(backend.endings).toBe(0)
    await wait(2)
    expect(title()).toBe('Ông bà cần làm việc gì?')
    expect(backend.endings).toBe(1)
  })

  it('has longer while a code is shown', async () => {
    await open()
    await toService()
    await touch(/Quét là mở/)
    await wait(179)
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('leaves an untouched first screen to the invitation', async () => {
    await open()
    await wait(91)
    await touch('Mời bà con chạm vào màn hình')
    expect(title()).toBe('Ông bà cần làm việc gì?')
  })
})

describe('closing', () => {
  it('says how to close it, for ten seconds', async () => {
    await open()
    backend.askToClose()
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('Chỉ cán bộ đóng được Từng Bước')
    await vi.advanceTimersByTimeAsync(10_000)
    await settle()
    expect(screen.getByRole('alert').textContent).toBe('')
  })
})

describe('a new program that is tried', () => {
  it('lets nobody in before it is proven', async () => {
    const said = await backend.boot('vi')
    vi.spyOn(backend, 'boot').mockResolvedValue({ ...said, proving: true })
    await open()
    const inert = (): boolean => document.querySelector('.screen')?.hasAttribute('inert') ?? false
    expect([inert(), screen.getByRole('alert').textContent]).toEqual([true, 'Máy đang mở bản mới. Mời ông bà chờ một phút.'])
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Numpad5', bubbles: true }))
    await settle()
    expect(title()).toBe('Ông bà cần làm việc gì?')
    backend.prove()
    await settle()
    expect([inert(), screen.getByRole('alert').textContent]).toEqual([false, ''])
  })
})

describe('what stays', () => {
  it('is nothing, in any store of the browser', async () => {
    const written: string[] = []
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation((name) => void written.push(name))
    vi.spyOn(document, 'cookie', 'set').mockImplementation((cookie) => void written.push(cookie))
    vi.spyOn(history, 'pushState').mockImplementation(() => void written.push('pushState'))
    vi.spyOn(history, 'replaceState').mockImplementation(() => void written.push('replaceState'))
    await open()
    await touch('English')
    await touch(/Larger text/)
    await touch('Birth')
    await touch(/Đăng ký khai sinh/)
    await touch(/Learn step by step/)
    await touch('Chưa đăng ký')
    await touch('Ở nhà')
    await touch(/Giấy chứng sinh/)
    await wait(300)
    expect(written).toEqual([])
    expect(document.documentElement.className).toBe('text-0')
    expect(document.documentElement.lang).toBe('vi')
    vi.restoreAllMocks()
  })
})
