import { examplesOf } from '../../examples/example'
import Keyboard from './Keyboard.svelte'
import { Typing } from './typing.svelte'

export const examples = examplesOf(Keyboard, { letters: { typing: new Typing() } })
