import { examplesOf, nothing } from '../../examples/example'
import BigButton from './BigButton.svelte'

export const examples = examplesOf(BigButton, {
  'the one way on': { label: 'Học từng bước', icon: 'on', iconLast: true, look: 'main', onclick: nothing },
  'another way, with a second line': { label: 'In phiếu này', sub: 'Mang về nhà', icon: 'papers', onclick: nothing },
  'the way back': { label: 'Quay lại', icon: 'back', look: 'soft', onclick: nothing },
  'stays down': { label: 'Có người giúp', icon: 'pair', look: 'soft', pressed: true, onclick: nothing },
})
