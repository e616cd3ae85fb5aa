import { portal } from '../../lib/testing/lesson'
import { examplesOf } from '../../examples/example'
import Source from './Source.svelte'

export const examples = examplesOf(Source, { 'where a number comes from': { source: portal } })
