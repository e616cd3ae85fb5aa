// @vitest-environment node
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { limits, weigh, type Chunk } from './budget'

/** Code that gzip cannot make smaller than so many bytes. */
const noise = (bytes: number) => randomBytes(bytes).toString('base64')

const chunk = (more: Partial<Chunk>): Chunk => ({ code: '', isEntry: false, imports: [], dynamicImports: [], facadeModuleId: null, moduleIds: ['/x/src/a.ts'], ...more })

function program(sizes: { entry: number; shared: number; search: number; staff: number }, more: Record<string, Partial<Chunk>> = {}) {
  return new Map([
    ['entry.js', chunk({ isEntry: true, code: noise(sizes.entry), imports: ['shared.js'], dynamicImports: ['search.js', 'staff.js'] })],
    ['shared.js', chunk({ code: noise(sizes.shared), ...more['shared.js'] })],
    ['search.js', chunk({ code: noise(sizes.search), imports: ['shared.js'], ...more['search.js'] })],
    ['staff.js', chunk({ code: noise(sizes.staff), facadeModuleId: '/x/src/staff/Staff.svelte', moduleIds: ['/x/src/staff/Staff.svelte', '/x/src/paraglide/messages/staff_door.js'] })],
  ])
}

describe('weigh', () => {
  it('counts what the first screen loads, then all that residents can reach, and no staff code', () => {
    const { first, resident, faults } = weigh(program({ entry: 20_000, shared: 10_000, search: 10_000, staff: 500_000 }))
    expect(faults).toEqual([])
    expect(first).toBeGreaterThanOrEqual(30_000)
    expect(first).toBeLessThan(40_000)
    expect(resident).toBeGreaterThan(first + 10_000)
    expect(resident).toBeLessThan(limits.resident)
  })

  it('fails when the first screen is over, also by what its entry imports', () => {
    const { faults } = weigh(program({ entry: 40_000, shared: 16_000, search: 0, staff: 0 }))
    expect(faults.join()).toContain('first JavaScript')
  })

  it('fails when all together is over', () => {
    const { faults } = weigh(program({ entry: 40_000, shared: 0, search: 40_000, staff: 0 }))
    expect(faults.join()).not.toContain('first JavaScript')
    expect(faults.join()).toContain('resident JavaScript')
  })

  it('weighs what only the five keys need by itself, and fails when it is over', () => {
    const five = (bytes: number) =>
      new Map([
        ['entry.js', chunk({ isEntry: true, code: noise(1000), imports: ['shared.js'], dynamicImports: ['five.js'] })],
        ['shared.js', chunk({ code: noise(30_000) })],
        ['five.js', chunk({ code: noise(bytes), imports: ['shared.js'], facadeModuleId: '/x/src/resident/five/five-keys.ts' })],
      ])
    const small = weigh(five(3000))
    expect(small.faults).toEqual([])
    expect(small.five).toBeLessThan(5000)
    expect(small.resident).toBe(small.first)
    expect(weigh(five(6100)).faults.join()).toContain('five JavaScript')
  })

  it('fails when staff code gets into what residents load', () => {
    const mixed = { moduleIds: ['/x/src/resident/search/Search.svelte', '/x/src/staff/Row.svelte'] }
    expect(weigh(program({ entry: 1, shared: 1, search: 1, staff: 1 }, { 'search.js': mixed })).faults.join()).toContain('Row.svelte in search.js')
    const door = { moduleIds: ['/x/src/lib/backend-staff.ts'] }
    expect(weigh(program({ entry: 1, shared: 1, search: 1, staff: 1 }, { 'shared.js': door })).faults.join()).toContain('backend-staff.ts in shared.js')
  })

  it('fails when there is nothing', () => {
    expect(weigh(new Map()).faults).toEqual(['nothing was built'])
  })
})
