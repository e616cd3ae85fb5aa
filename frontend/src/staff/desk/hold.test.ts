import { expect, it, vi } from 'vitest'
import { hold } from './hold'

it('says that somebody is there when somebody is, and not at every key', () => {
  const root = document.createElement('div')
  const say = vi.fn()
  let time = 0
  const letGo = hold(say, () => time)(root)
  const key = (): boolean => root.dispatchEvent(new Event('keydown'))
  key()
  expect(say).not.toHaveBeenCalled() // who came in a moment ago
  time = 20_000
  key()
  key()
  root.dispatchEvent(new Event('pointerdown'))
  expect(say).toHaveBeenCalledTimes(1)
  time = 40_000
  root.dispatchEvent(new Event('pointerdown'))
  expect(say).toHaveBeenCalledTimes(2)
  if (letGo) letGo()
  time = 60_000
  key()
  expect(say).toHaveBeenCalledTimes(2)
})
