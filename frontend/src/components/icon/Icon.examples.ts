import { examplesOf } from '../../examples/example'
import Icon from './Icon.svelte'

export const examples = examplesOf(Icon, {
  'of a button': { name: 'back', size: 34 },
  attention: { name: 'attention', size: 26 },
})
