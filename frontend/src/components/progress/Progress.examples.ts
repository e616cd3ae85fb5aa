import { examplesOf } from '../../examples/example'
import Progress from './Progress.svelte'

const chapters = ['Mở trang', 'Đăng nhập', 'Chọn xã', 'Điền tờ khai', 'Ảnh giấy tờ', 'Gửi'].map((name, i) => ({
  name,
  first: [0, 1, 6, 9, 10, 13][i] ?? 0,
  count: [1, 5, 3, 1, 3, 2][i] ?? 0,
  minutes: 1,
}))

export const examples = examplesOf(Progress, {
  'of questions': { words: 'Câu 2 trên 3', now: 2, of: 3 },
  'of a lesson, in its chapters': { words: 'Bước 3 trên 15', now: 3, of: 15, chapters },
  'of a rehearsal, bead by bead': {
    words: 'Tập thử, bước 4 trên 15', now: 4, of: 15, chapters, tried: new Map([[0, true], [1, true], [2, false]]),
  },
})
