import { examplesOf } from '../../examples/example'
import NotFiled from './NotFiled.svelte'

export const examples = examplesOf(NotFiled, {
  'the phone goes on': {},
  'there is no code: ask': { ask: true },
  'it was only practised': { practice: true },
})
