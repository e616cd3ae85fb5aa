import { expect, it } from 'vitest'
import { Pager } from './pager.svelte'

it('goes from the first page to the last and no further', () => {
  const pager = new Pager()
  pager.resize(3)
  pager.previous()
  expect([pager.page, pager.first, pager.last]).toEqual([0, true, false])
  pager.next()
  pager.next()
  pager.next()
  expect([pager.page, pager.first, pager.last]).toEqual([2, false, true])
})

it('stays on its page, or on the last one there is', () => {
  const pager = new Pager()
  pager.resize(4)
  pager.next()
  pager.next()
  pager.resize(5)
  expect(pager.page).toBe(2)
  pager.resize(2)
  expect(pager.page).toBe(1)
  pager.resize(0)
  expect([pager.page, pager.count]).toEqual([0, 1])
})
