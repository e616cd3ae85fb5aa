import { examplesOf } from '../../examples/example'
import Untranslated from './Untranslated.svelte'

export const examples = examplesOf(Untranslated, { 'a step that is not translated': { say: 'This step is in Vietnamese only.' } })
