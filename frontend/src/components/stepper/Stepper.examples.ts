import { examplesOf, nothing } from '../../examples/example'
import Stepper from './Stepper.svelte'

export const examples = examplesOf(Stepper, {
  'by one': { label: 'Bắt đầu từ chỗ', value: 3, set: nothing },
  'by one and by ten': { label: 'Số bản mỗi dịch vụ', value: 5000, set: nothing, steps: [1, 10] },
  'its own words': { label: 'Chiều ngang', value: 99.5, said: '99,5 mm', set: nothing, steps: [0.5] },
})
