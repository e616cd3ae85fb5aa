import { beforeEach, describe, expect, it } from 'vitest'
import { BackendError } from '../../lib/backend'
import type { Detail } from '../../lib/enums'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, type FakeStaff } from '../../lib/testing/staff'
import type { EnteredView } from '../../lib/views'
import { StaffArea } from '../staff-area.svelte'
import { meant, Setup } from './setup.svelte'

let staff: FakeStaff

const keep = (name: Detail, shown: string, decided: boolean, who = ''): void =>
  void staff.detailsKept.set(name, { name, draft: shown, sequence: 3, shown, decided, problem: '', saved: '', who, admin: false })

async function begun(): Promise<Setup> {
  const setup = new Setup({ ...fakeBackend(), staff }, () => undefined)
  await setup.begin()
  return setup
}

beforeEach(async () => {
  staff = fakeStaff()
  await staff.unlock(1, pin)
  staff.putOffs = []
  for (const name of ['place', 'name', 'hours', 'phone', 'wifi'] as const) keep(name, '', false)
})

describe('the first start of an office', () => {
  it('asks for what is missing, one idea a screen', async () => {
    staff.here.length = 1
    expect((await begun()).steps).toEqual(['commune', 'hours', 'phone', 'wifi', 'people'])
  })

  it('does not ask again what the file of the office has said', async () => {
    for (const name of ['place', 'hours', 'phone'] as const) keep(name, 'đã ghi', true, 'office.yaml')
    staff.here.length = 1
    expect((await begun()).steps).toEqual(['people'])
  })

  it('calls the office after its commune, and goes on', async () => {
    const setup = await begun()
    const [place] = setup.places
    if (!place) throw new Error('no places')
    await setup.choose(place)
    expect([staff.detailsKept.get('place')?.shown, staff.detailsKept.get('name')?.shown]).toEqual([place.name, place.office])
    expect(setup.step).toBe('hours')
  })

  it('leaves the name that the office has', async () => {
    keep('name', 'Bộ phận Một cửa', true)
    const setup = await begun()
    const [place] = setup.places
    if (place) await setup.choose(place)
    expect(staff.detailsKept.get('name')?.shown).toBe('Bộ phận Một cửa')
  })

  it('shows what is written to residents, and stays where something is wrong', async () => {
    const setup = await begun()
    await setup.later()
    await setup.later()
    setup.editors[0]?.lines[0]?.replace('1'.repeat(41))
    await setup.next()
    expect([setup.step, setup.editors[0]?.wrong]).toEqual(['phone', 'Mục này dài quá.'])
    setup.editors[0]?.lines[0]?.replace('0207 111 111')
    await setup.next()
    expect([setup.step, staff.detailsKept.get('phone')?.shown]).toEqual(['wifi', '0207 111 111'])
  })

  it('keeps what is put off', async () => {
    const setup = await begun()
    await setup.later()
    await setup.later()
    setup.editors[0]?.lines[0]?.replace('0207')
    await setup.later()
    const kept = staff.detailsKept.get('phone')
    expect([setup.step, kept?.draft, kept?.shown]).toEqual(['wifi', '0207', ''])
  })

  it('says once that what is put off could not be saved, and goes on then', async () => {
    const setup = await begun()
    await setup.later()
    await setup.later()
    setup.editors[0]?.lines[0]?.replace('0207')
    staff.notesFail = new BackendError('disk_full', 'Ổ đĩa đã đầy.')
    await setup.later()
    expect([setup.step, setup.editors[0]?.problem?.message, setup.editors[0]?.lines[0]?.text]).toEqual(['phone', 'Ổ đĩa đã đầy.', '0207'])
    staff.notesFail = new BackendError('disk_full', 'Ổ đĩa đã đầy.')
    await setup.later()
    expect(setup.step).toBe('wifi')
  })

  it('says of an office without Wi-Fi that it has none', async () => {
    const setup = await begun()
    for (let i = 0; i < 3; i++) await setup.later()
    await setup.none()
    expect([setup.step, staff.detailsKept.get('wifi')?.decided]).toEqual([setup.steps[4], true])
  })

  it('does not pass over what is not written, and goes back to the question before', async () => {
    const setup = await begun()
    await setup.later()
    await setup.next()
    expect([setup.step, setup.empty]).toEqual(['hours', true])
    setup.editors[0]?.lines[0]?.replace('Sáng 7 giờ')
    await setup.next()
    expect([setup.step, setup.empty]).toEqual(['phone', false])
    await setup.back()
    expect([setup.step, setup.editors[0]?.text]).toEqual(['hours', 'Sáng 7 giờ'])
    await setup.next()
    expect(setup.step).toBe('phone')
  })

  it('asks again at the next opening what was neither answered nor put off', async () => {
    staff.here.length = 1
    const setup = await begun()
    await setup.later()
    setup.editors[0]?.lines[0]?.replace('Sáng 7 giờ')
    await setup.next()
    expect((await begun()).steps).toEqual(['phone', 'wifi', 'people'])
  })

  it('is for an admin; a clerk who comes meanwhile sees the desk', async () => {
    const area = new StaffArea({ ...fakeBackend(), staff })
    const tu: EnteredView = { name: 'Tú', role: 'clerk', old: false, given: false, recovery: '' }
    await area.arrive({ ...tu, name: 'Lan', role: 'admin' })
    expect([area.open, area.setup.step]).toEqual([true, 'commune'])
    await area.arrive(tu)
    expect([area.open, area.setup.step]).toEqual([true, undefined])
  })
})

describe('a commune that is meant', () => {
  it('is found without marks and in small letters', () => {
    const places = [{ name: 'Xã Đông Thọ', office: '' }, { name: 'Phường Minh Xuân', office: '' }]
    expect(meant(places, 'dong tho', 4).map(({ name }) => name)).toEqual(['Xã Đông Thọ'])
    expect(meant(places, 'quên', 4)).toEqual([])
  })
})
