import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BackendError } from '../../lib/backend'
import { fakeBackend } from '../../lib/testing/fake'
import { pin, updateFile, updateOffer, type FakeStaff } from '../../lib/testing/staff'
import { Job } from '../job/job.svelte'
import { UpdateRoom } from './update-room.svelte'
import { lies, weighs } from './words'

describe('the room', () => {
  let staff: FakeStaff
  let room: UpdateRoom
  let shut: () => void

  beforeEach(async () => {
    const backend = fakeBackend()
    staff = backend.staff as FakeStaff
    await staff.unlock(1, pin)
    shut = vi.fn()
    room = new UpdateRoom(backend, new Job(backend), shut)
    await room.look()
  })

  it('goes from the stick to what waits, and back', async () => {
    await room.find()
    expect([room.step, room.files]).toEqual(['files', [updateFile]])
    await room.read(updateFile.path)
    expect([room.step, room.view?.offer]).toEqual(['offer', updateOffer])
    room.askPin()
    await expect(room.take('000000')).rejects.toThrow()
    expect([room.step, room.view?.waiting]).toEqual(['pin', null])
    await room.take(pin)
    expect([room.step, room.taken, room.view?.waiting?.version]).toEqual(['taken', '1.4.0', '1.4.0'])
    await room.close()
    expect(room.step).toBe('')
    await room.cancel()
    expect([room.dropped, room.view?.waiting]).toEqual(['1.4.0', null])
    expect(shut).not.toHaveBeenCalled()
  })

  it('says why a file is refused, and offers nothing', async () => {
    staff.progress = () => Promise.resolve({ state: 'failed', done: 0, pages: 0, file: '', problem: 'Tệp hỏng.', warnings: [] })
    await room.read(updateFile.path)
    expect([room.step, room.failure]).toEqual(['failed', 'Tệp hỏng.'])
  })

  it('leaves a file that is being read, and does not come back to it', async () => {
    let goOn = (): void => undefined
    staff.checkUpdate = () => new Promise((done) => (goOn = done))
    const reading = room.read(updateFile.path)
    const closing = room.close()
    goOn()
    await Promise.all([reading, closing])
    expect(room.step).toBe('')
  })

  it('does not leave what is being taken half', async () => {
    await room.read(updateFile.path)
    let answer = (): void => undefined
    staff.progress = () => new Promise((done) => (answer = () => done({ state: 'done', done: 0, pages: 0, file: '', problem: '', warnings: [] })))
    const taking = room.take(pin)
    await vi.waitFor(() => expect(room.step).toBe('taking'))
    await room.close()
    expect(room.step).toBe('taking')
    await vi.waitFor(() => {
      answer()
      expect(room.step).toBe('taken')
    })
    await taking
  })

  it('shuts the desk when the door has shut meanwhile', async () => {
    staff.updateFiles = () => Promise.reject(new BackendError('denied', 'Phần này dành cho cán bộ. Mời nhập mã PIN.'))
    await room.find()
    expect(shut).toHaveBeenCalled()
  })

  it('forgets all of it when the desk is locked', async () => {
    await room.read(updateFile.path)
    room.leave()
    expect([room.step, room.view, room.files, room.taken]).toEqual(['', null, null, ''])
  })
})

it('says where a file lies, and how large it is', () => {
  expect(lies(updateFile)).toBe('USB USB')
  expect(lies({ ...updateFile, folder: 'tinh' })).toBe('USB USB, trong tinh')
  expect(lies({ ...updateFile, stick: false, place: 'Documents' })).toBe('Thư mục Documents')
  expect(lies({ ...updateFile, stick: false, place: '' })).toBe('Thư mục riêng của máy này')
  expect([weighs(1), weighs(31 * 1024 * 1024)]).toEqual(['1 MB', '31 MB'])
})
