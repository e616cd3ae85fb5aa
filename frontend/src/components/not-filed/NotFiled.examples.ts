import { examplesOf } from '../../examples/example'
import NotFiled from './NotFiled.svelte'

export const examples = examplesOf(NotFiled, {
  'the phone goes on': { say: 'Chưa nộp. Làm tiếp trên điện thoại.' },
  'an app is to be installed': { say: 'Chưa cài. Làm tiếp trên điện thoại.' },
  'it is done in person': { say: 'Mang giấy này tới quầy mới làm được.', calm: 'place' },
  'nothing is to be filed': { say: 'Đã tập xong, giờ làm trên máy của mình.', calm: 'handset' },
  'it was only practised': { say: 'Mới tập thử. Chưa nộp gì cả.' },
})
