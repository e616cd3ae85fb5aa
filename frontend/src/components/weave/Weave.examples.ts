import { examplesOf } from '../../examples/example'
import Weave from './Weave.svelte'

export const examples = examplesOf(Weave, { 'the woven band': {} })
