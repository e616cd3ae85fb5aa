import { describe, expect, it } from 'vitest'
import { hitAreas, leastHit, type Box } from './phone'

const [width, height] = [500, 572]

/** Places in pixels, as shares of the phone; and the areas around them in pixels again. */
const areas = (...places: [x: number, y: number, w: number, h: number][]): Box[] =>
  hitAreas(places.map(([x, y, w, h]) => ({ x: x / width, y: y / height, w: w / width, h: h / height })), width, height).map(({ x, y, w, h }) => ({
    x: Math.round(x * width), y: Math.round(y * height), w: Math.round(w * width), h: Math.round(h * height),
  }))

describe('the places one may touch', () => {
  it('are as large as a finger where there is room', () => {
    expect(areas([100, 200, 30, 20])).toEqual([{ x: 83, y: 178, w: leastHit, h: leastHit }])
  })

  it('are a little larger than what is seen where that is large', () => {
    expect(areas([100, 200, 300, 80])).toEqual([{ x: 88, y: 188, w: 324, h: 104 }])
  })

  it('reach half-way to a neighbour, and never over each other', () => {
    const [one, other] = areas([100, 200, 300, 40], [100, 250, 300, 40])
    expect((one?.y ?? 0) + (one?.h ?? 0)).toBe(245)
    expect(other?.y).toBe(245)
  })

  it('take from the free side what a neighbour leaves them too little of', () => {
    const [one] = areas([100, 200, 300, 30], [100, 234, 300, 30])
    expect(one).toMatchObject({ y: 168, h: leastHit })
  })

  it('do not leave the phone', () => {
    expect(areas([0, 0, 30, 20], [470, 552, 30, 20])).toEqual([
      { x: 0, y: 0, w: leastHit, h: leastHit },
      { x: width - leastHit, y: height - leastHit, w: leastHit, h: leastHit },
    ])
  })

  it('are what is seen while nothing is laid out', () => {
    const place = { x: 0.1, y: 0.2, w: 0.3, h: 0.1 }
    const [area] = hitAreas([place], 0, 0)
    expect(area?.x).toBeCloseTo(place.x)
    expect(area?.w).toBeCloseTo(place.w)
    expect(area?.h).toBeCloseTo(place.h)
  })
})
