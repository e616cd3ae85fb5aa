import { examplesOf } from '../../examples/example'
import Field from './Field.svelte'
import { Typing } from './typing.svelte'

const typed = new Typing()
for (const letter of 'giấy khai sinh') typed.letter(letter)

export const examples = examplesOf(Field, {
  empty: { typing: new Typing(), label: 'Tìm dịch vụ', placeholder: 'Gõ để tìm' },
  typed: { typing: typed, label: 'Tìm dịch vụ' },
})
