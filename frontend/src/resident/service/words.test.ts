import { beforeEach, expect, it } from 'vitest'
import { Session } from '../../lib/session.svelte'
import { speak } from '../../lib/strings'
import { services } from '../../lib/testing/fake'
import type { ServiceView } from '../../lib/views'
import { told } from './words'

beforeEach(() => speak(new Session()))

it('reads what is in Vietnamese only in Vietnamese, and the words around it in the language of the screen', () => {
  const view = services.find(({ key }) => key === 'khai-sinh') as ServiceView
  const half: ServiceView = {
    ...view,
    fee: view.fee && { ...view.fee, lang: 'vi' },
    bring: view.bring.map((item, i) => ({ ...item, lang: i === 0 ? 'vi' : '' })),
    watch: view.watch.map((line) => ({ ...line, lang: 'vi' })),
  }
  const lang = Object.fromEntries(told(half).flatMap((unit) => unit.texts.map((text) => [text, unit.lang ?? ''])))
  expect(lang).toMatchObject({
    [view.title]: '',
    'Bao nhiêu tiền': '',
    'Đúng hạn thì không mất tiền': 'vi',
    'Ngay trong ngày': '',
    [view.bring[0]?.say ?? '']: 'vi',
    [view.bring[1]?.say ?? '']: '',
    [view.watch[0]?.say ?? '']: 'vi',
  })
})
