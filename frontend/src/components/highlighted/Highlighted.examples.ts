import { examplesOf } from '../../examples/example'
import Highlighted from './Highlighted.svelte'

export const examples = examplesOf(Highlighted, { 'nothing is being read': { text: 'Mở VNeID. Chạm ô Giấy tờ.' } })
