import { examplesOf } from '../../examples/example'
import Picture from './Picture.svelte'

const phone = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 60" role="img"><rect x="1" y="1" width="38" height="58" rx="4" fill="#fff" stroke="#000"/><text x="8" y="32" font-size="8">VNeID</text></svg>'

export const examples = examplesOf(Picture, {
  'a drawing': { source: phone, alt: 'Một điện thoại' },
  'no drawing (nothing)': { source: 'not a picture', alt: 'Một điện thoại' },
})
