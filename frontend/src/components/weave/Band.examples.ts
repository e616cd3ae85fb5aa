import { examplesOf } from '../../examples/example'
import Band from './Band.svelte'

export const examples = examplesOf(Band, { 'along the foot': {} })
