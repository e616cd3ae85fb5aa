import { examplesOf, snippet } from '../../examples/example'
import ListEntry from './ListEntry.svelte'

export const examples = examplesOf(ListEntry, {
  plain: { children: snippet('23/11/2026 Làm giấy khai sinh cho con'), ways: snippet('40 bản') },
  'something is to be done': { attention: true, children: snippet('Lệ phí đã đổi. Mời in lại và thay tờ cũ.') },
})
