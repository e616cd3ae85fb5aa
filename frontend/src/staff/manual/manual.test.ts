// @vitest-environment node
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fakeBackend } from '../../lib/testing/fake'
import { fakeStaff, manual, pin } from '../../lib/testing/staff'
import { Job } from '../job/job.svelte'
import { helped } from '../desk/help'
import { chapterOf } from './chapters'
import { grouped, ManualRoom } from './manual-room.svelte'

const files = readdirSync('../docs/huong-dan').filter((name) => /^\d.*\.md$/.test(name))

async function room() {
  const staff = fakeStaff()
  await staff.unlock(1, pin)
  const backend = { ...fakeBackend(), staff }
  return { staff, room: new ManualRoom(backend, new Job(backend), () => undefined) }
}

it('has a chapter for each place that has help', () => {
  for (const place of helped) expect(files, place).toContain(`${chapterOf[place]}.md`)
})

it('puts the lines of a list together, and parts them where a picture stands between', () => {
  const [first, second] = manual
  expect(grouped(first?.blocks ?? []).map(({ kind, blocks }) => [kind, blocks.length])).toEqual([['text', 1], ['step', 2], ['picture', 1], ['step', 1]])
  expect(grouped(second?.blocks ?? []).map(({ kind, blocks }) => [kind, blocks.length])).toEqual([['heading', 1], ['point', 2]])
})

it('knows where the open chapter stands, and opens the contents for none', async () => {
  const { room: it } = await room()
  await it.look()
  expect(it.at).toBe(-1)
  it.name = '15-hang-ngay'
  expect(it.at).toBe(1)
})

it('offers printers that are ready, and folders, and sends the chapter there', async () => {
  const { staff, room: it } = await room()
  const ways = await it.ways()
  expect(ways[0]?.say).toBe('In bằng Máy in phòng một cửa')
  expect(ways.some(({ say }) => say.includes('cu'))).toBe(false)
  expect(ways.length).toBeGreaterThan(1)
  await ways[0]?.go('01-bat-may')
  await ways.at(-1)?.go('')
  expect(staff.manualOut).toEqual([{ chapter: '01-bat-may', to: 'may-in' }, { chapter: '', to: ways.at(-1)?.path }])
})
