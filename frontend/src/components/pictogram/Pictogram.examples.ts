import { examplesOf } from '../../examples/example'
import { baby } from '../../lib/testing/pictogram'
import Pictogram from './Pictogram.svelte'

export const examples = examplesOf(Pictogram, {
  'of a line in a list': { picture: baby, size: 20 },
  'of a paper': { picture: baby, size: 48 },
  'of a tile': { picture: baby },
  'of a service': { picture: baby, size: 110 },
  'not a picture': { picture: 'rocket' },
})
