import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, it, vi } from 'vitest'
import { Kiosk, kioskKey } from '../../lib/kiosk.svelte'
import { codes, fakeBackend, services } from '../../lib/testing/fake'
import { baby } from '../../lib/testing/pictogram'
import { item, portal } from '../../lib/testing/lesson'
import type { CallView, EmergencyView, ItemView, ServiceView } from '../../lib/views'
import Emergency from './Emergency.svelte'

const drawn = codes('khai-sinh').codes[0]
const act = (say: string): ItemView => ({ ...item(say), picture: baby })
const number = (call: string, size = drawn?.size ?? 0): CallView => ({ call, claim: { say: 'Báo lừa đảo', note: '', source: portal, lang: '', target: '' }, size, path: drawn?.path ?? '' })

const scam: EmergencyView = {
  acts: [act('Gọi ngân hàng'), act('Không chuyển thêm'), act('Báo Công an')],
  numbers: [number('156')],
  then: '',
  thenTitle: '',
}

async function shown(emergency: EmergencyView): Promise<Kiosk> {
  const kiosk = new Kiosk(fakeBackend())
  await kiosk.start()
  const service = { ...services[0], title: 'Vừa bị lừa', emergency } as ServiceView
  render(Emergency, { props: { service, emergency }, context: new Map([[kioskKey, kiosk]]) })
  return kiosk
}

it('says three acts in their order, and nothing of a file, a fee or a time', async () => {
  await shown(scam)
  const text = document.querySelector('main')?.textContent ?? ''
  expect(text).toMatch(/1.*Gọi ngân hàng.*2.*Không chuyển thêm.*3.*Báo Công an.*156/s)
  expect(document.body.textContent).not.toMatch(/Chưa nộp|Tiền:|Bao lâu|Bao nhiêu tiền/)
})

it('has staff as the way on, and the lesson as the other', async () => {
  const kiosk = await shown(scam)
  const buttons = [...document.querySelectorAll('footer button')].map((b) => b.textContent?.trim())
  expect(buttons.at(-1)).toBe('Gọi cán bộ')
  expect(buttons.at(-2)).toContain('Học từng bước')
  const calling = vi.spyOn(kiosk, 'callStaff')
  await fireEvent.click(document.querySelector('footer .main') as HTMLElement)
  expect(calling).toHaveBeenCalledOnce()
})

it('goes on with another service when the danger is over', async () => {
  const kiosk = await shown({ ...scam, then: 'vneid', thenTitle: 'Làm lại thẻ' })
  const opening = vi.spyOn(kiosk, 'openService')
  await fireEvent.click(screen.getByRole('button', { name: 'Làm lại thẻ' }))
  expect(opening).toHaveBeenCalledWith('vneid')
  expect(screen.queryByText('Học từng bước')).toBeNull()
})

it('shows each number with its code and its source, and one that has no code, too', async () => {
  await shown({ ...scam, numbers: [number('156'), number('1800 1096', 0)] })
  expect(screen.getByText('156')).toBeTruthy()
  expect(screen.getByText('1800 1096')).toBeTruthy()
  expect(screen.getAllByRole('img').map((code) => code.getAttribute('aria-label'))).toEqual(['Mã QR gọi số 156'])
  expect(screen.getAllByText(new RegExp(portal.title))).toHaveLength(2)
})

it('needs no number', async () => {
  await shown({ ...scam, numbers: [] })
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.getByText('Báo Công an')).toBeTruthy()
})
