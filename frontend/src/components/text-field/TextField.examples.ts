import { examplesOf } from '../../examples/example'
import TextField from './TextField.svelte'

export const examples = examplesOf(TextField, {
  empty: { label: 'Tên thôn', longest: 60, value: '' },
  'capitals with two marks': { label: 'Tên thôn', longest: 60, value: 'NẶM ĐĂM, CHUYỂN ĐỔI, Ễ Ẵ Ộ' },
  'a telephone number': { label: 'Số điện thoại', longest: 20, type: 'tel', value: '0207 000 0000' },
})
