import { expect, it } from 'vitest'
import { easyPin } from './pin'

it('knows the PINs that are tried first', () => {
  for (const pin of ['000000', '123456', '987654', '112233', '665544', '121212', '123123']) expect([pin, easyPin(pin)]).toEqual([pin, true])
  for (const pin of ['290511', '112244', '123457', '113355', '739104']) expect([pin, easyPin(pin)]).toEqual([pin, false])
})
