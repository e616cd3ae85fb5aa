import { examplesOf } from '../../examples/example'
import { baby } from '../../lib/testing/pictogram'
import Heading from './Heading.svelte'

export const examples = examplesOf(Heading, {
  'with an icon and a line under it': { text: 'Sinh con', picture: baby, help: 'Mời ông bà chọn một việc.' },
  plain: { text: 'Đã in' },
})
