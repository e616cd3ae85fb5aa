import { examplesOf } from '../../examples/example'
import Progress from './Progress.svelte'

export const examples = examplesOf(Progress, {
  'in words and as a bar': { words: 'Bước 3 trên 9', now: 3, of: 9, part: 'Đăng nhập' },
  'the last one': { words: 'Bước 9 trên 9', now: 9, of: 9 },
})
