import { examplesOf } from '../../examples/example'
import ScanHelp from './ScanHelp.svelte'

export const examples = examplesOf(ScanHelp, { 'how to scan': {} })
