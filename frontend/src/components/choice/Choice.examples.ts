import { examplesOf, nothing } from '../../examples/example'
import Choice from './Choice.svelte'

const papers = [
  { value: 'a6', say: 'A6, một thẻ' },
  { value: 'a5', say: 'A5, một tờ nhỏ' },
  { value: 'a4x8', say: '8 thẻ nhỏ trên A4' },
]

export const examples = examplesOf(Choice<string>, {
  'two columns, one chosen': { label: 'Khổ giấy', options: papers, value: 'a5', onchoose: nothing, columns: 2 },
  'nothing chosen yet': { label: 'Khổ giấy', options: papers, value: '', onchoose: nothing },
  'with a second line': {
    label: 'Tiếng',
    options: [
      { value: 'tyz', say: 'tiếng Tày', more: 'Đã thu 12 trên 1.145' },
      { value: 'vi', say: 'tiếng Việt', more: 'Chưa thu' },
    ],
    value: 'tyz',
    onchoose: nothing,
  },
})
