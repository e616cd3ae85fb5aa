import { beforeEach, expect, it, vi } from 'vitest'
import { BackendError } from '../../lib/backend'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, pin, recovery, type FakeStaff } from '../../lib/testing/staff'
import { StaffArea } from '../staff-area.svelte'

let staff: FakeStaff
let area: StaffArea

beforeEach(async () => {
  staff = fakeStaff()
  area = new StaffArea({ ...fakeBackend(), staff })
  area.enter(await staff.unlock(1, pin))
})

it('shows who works here, and what has changed', async () => {
  const { people } = area
  await area.showPeople()
  expect(people.list.map(({ name, me }) => [name, me])).toEqual([['Lan', true]])
  await people.add('Tú', 'clerk', '739104')
  await people.look()
  const tu = people.list[1]
  if (!tu) throw new Error('Tú is not there')
  expect(await people.change(tu, 'Tú Anh', 'admin')).toBe(true)
  expect(people.list[1]?.name).toBe('Tú Anh')
  expect(await people.remove(tu)).toBe(true)
  expect(people.list).toHaveLength(1)
})

it('keeps what was typed when the program refuses it, and says why', async () => {
  const { people } = area
  await area.showPeople()
  const [lan] = people.list
  if (!lan) throw new Error('Lan is not there')
  staff.changePerson = () => Promise.reject(new BackendError('invalid', 'Cần ít nhất một quản trị có mã PIN.'))
  people.asks = { what: 'who', person: lan }
  expect(await people.change(lan, 'Lan', 'clerk')).toBe(false)
  expect([people.problem?.message, people.asks.what, area.open]).toEqual(['Cần ít nhất một quản trị có mã PIN.', 'who', true])
})

it('shows a new recovery code, which is gone when the list is looked at again', async () => {
  const { people } = area
  people.asks = { what: 'recovery' }
  await people.renewRecovery()
  expect(people.asks).toEqual({ what: 'written', code: recovery })
  await people.look()
  expect(people.asks).toBeNull()
})

it('is no room for a clerk who comes after an admin', async () => {
  await area.showTrail()
  expect([area.screen, area.trail.lines.length, area.trail.newest, area.trail.older]).toEqual(['trail', 1, true, false])
  area.enter({ name: 'Tú', role: 'clerk', old: false, given: false, recovery: '' })
  expect(area.screen).toBe('today')
  area.enter({ name: 'Lan', role: 'admin', old: false, given: false, recovery: '' })
  await staff.lock()
  await area.showPeople()
  expect(area.open).toBe(false)
})

it('knows a PIN that somebody else gave until its owner has changed it, for the old one', async () => {
  const own = vi.spyOn(staff, 'ownPin')
  area.enter({ name: 'Tú', role: 'clerk', old: false, given: true, recovery: '' })
  expect(area.me?.given).toBe(true)
  await area.ownPin('840217', '739104')
  expect(own).toHaveBeenCalledWith('739104', '840217')
  expect(area.me?.given).toBe(false)
})
