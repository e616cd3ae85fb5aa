import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { Typing } from '../../components/keyboard/typing.svelte'
import { GlassKeys } from './glass-keys.svelte'
import Keys from './Keys.svelte'
import { deskRows } from './rows'

const root = join(import.meta.dirname, '..')

/** What a field of staff is made of, and where its keys come from. */
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte'))
  .map((name) => ({ name, code: readFileSync(join(root, name), 'utf8') }))

// A kiosk often has no keyboard: e2e/glass-keys.spec.ts types in each of them.
it('gives every field of the desk keys on the glass', () => {
  expect(sources.length).toBeGreaterThan(50)
  const bare = sources.filter(({ code }) => /<(input|textarea|Field)\b/.test(code) && !/<Keys\b|\bkeys\.open\(/.test(code))
  expect(bare.map(({ name }) => name)).toEqual([])
  // In a dialog they stand between what is asked and what can be done.
  const dialogs = sources.filter(({ code }) => /<DeskField .* own\b/.test(code) || (/<DeskField /.test(code) && /<Ask /.test(code)))
  expect(dialogs.map(({ name }) => name).sort()).toEqual(['people/PersonForm.svelte', 'print/QuickCode.svelte', 'settings/Change.svelte'])
  for (const { name, code } of dialogs) {
    expect([name, /<Ask .* typing=/.test(code)]).toEqual([name, true])
    expect([name, code.match(/<DeskField /g)?.length]).toEqual([name, code.match(/<DeskField .* own\b/g)?.length])
  }
})

const press = async (...names: string[]): Promise<void> => {
  for (const name of names) {
    await fireEvent.pointerDown(screen.getByRole('button', { name }))
    await fireEvent.pointerUp(document)
  }
}

it('types names with capitals, one letter at a time', async () => {
  const typing = new Typing()
  render(Keys, { typing })
  await press('Chữ hoa')
  expect(screen.getByRole('button', { name: 'Chữ hoa', pressed: true })).toBeTruthy()
  await press('T', 'u', 's', 'Dấu cách', 'Chữ hoa', 'Đ', 'a', 'Chữ hoa', 'Chữ hoa', 'o')
  expect(typing.text).toBe('Tú Đao')
})

it('types every sign of an address, of a path and of a password', async () => {
  const typing = new Typing()
  typing.method = 'off'
  render(Keys, { typing, numbers: true })
  const signs = [...'https://a.vn/x-y_z?b=1&c=%20#d', ...'C:\\In\\', ...'@!+(";,)'].filter((sign) => !/[a-z]/i.test(sign))
  for (const sign of signs) await press(sign)
  expect(typing.text).toBe(signs.join(''))
  for (const row of deskRows.numbers) expect(row.length).toBeLessThanOrEqual(10)
})

it('has the keys out only where a field was touched, until they are put away', () => {
  const [name, place] = [new Typing(), new Typing()]
  const keys = new GlassKeys()
  keys.move(name)
  expect(keys.at).toBeNull()
  keys.open(name)
  keys.move(place, true)
  expect([keys.at === place, keys.numbers]).toEqual([true, true])
  keys.leave(name)
  expect(keys.at).toBe(place)
  keys.leave(place)
  expect(keys.at).toBeNull()
})
