import { examplesOf } from '../../examples/example'
import Heading from './Heading.svelte'

export const examples = examplesOf(Heading, {
  'with an icon and a line under it': { text: 'Sinh con', icon: 'baby', help: 'Mời ông bà chọn một việc.' },
  plain: { text: 'Đã in' },
})
