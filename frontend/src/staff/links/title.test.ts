import { expect, it } from 'vitest'
import { beginning } from './title'

it('keeps a name that is short', () => {
  expect(beginning('Thủ tục đăng ký khai sinh')).toBe('Thủ tục đăng ký khai sinh')
})

it('cuts a long one between words, and says that it goes on', () => {
  expect(beginning('Đăng ký biến động đất đai; cho thuê', 26)).toBe('Đăng ký biến động đất đai …')
  expect(beginning('một hai ba bốn', 8)).toBe('một hai …')
  expect(beginning('a'.repeat(30), 10)).toBe(`${'a'.repeat(10)} …`)
})
