import { examplesOf } from '../../examples/example'
import Icon from './Icon.svelte'

export const examples = examplesOf(Icon, {
  'of a tile': { name: 'baby', size: 56 },
  'of a button': { name: 'back', size: 34 },
  attention: { name: 'attention', size: 26 },
  'a name nobody knows': { name: 'no-such-icon', size: 34 },
})
