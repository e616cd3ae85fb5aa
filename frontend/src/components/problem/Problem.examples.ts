import { examplesOf } from '../../examples/example'
import Problem from './Problem.svelte'

export const examples = examplesOf(Problem, {
  'what is wrong and what to do': { text: 'Máy in hết giấy. Mời thêm giấy, rồi bấm nút có đèn trên máy in.' },
})
