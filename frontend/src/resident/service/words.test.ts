import { beforeEach, expect, it } from 'vitest'
import { Session } from '../../lib/session.svelte'
import { speak } from '../../lib/strings'
import { stepsWords } from './words'

beforeEach(() => speak(new Session()))

it('tells how long the lesson is on its shortest and its longest way', () => {
  expect(stepsWords({ stepLeast: 3, stepCount: 7, minutes: 6 })).toBe('Từ 3 tới 7 bước, chừng 6 phút')
  expect(stepsWords({ stepLeast: 8, stepCount: 8, minutes: 6 })).toBe('8 bước, chừng 6 phút')
})
