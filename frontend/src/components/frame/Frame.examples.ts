import { examplesOf, nothing, snippet } from '../../examples/example'
import Frame from './Frame.svelte'

export const examples = examplesOf(
  Frame,
  {
    'with the one main action': {
      trail: ['Trang đầu', 'Sinh con'],
      main: { label: 'Xem từng bước', icon: 'on', iconLast: true, act: nothing },
      other: { label: 'In phiếu này', icon: 'papers', act: nothing },
      children: snippet('<h1>Giấy tờ của ông bà</h1>'),
    },
    'only ways back': { trail: ['Trang đầu'], children: snippet('<h1>Bước 3 trên 9</h1>') },
  },
  true,
)
