import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnPoints } from './points.ts'

describe('points of the map', () => {
  const frame = {
    at: ({ latitude, longitude }: { latitude: number; longitude: number }) =>
      latitude > 90 ? undefined : ([longitude, latitude] as const),
  }

  test('none is lost: each is in a point or outside', () => {
    const spot = fc.record({
      latitude: fc.integer({ min: 0, max: 120 }),
      longitude: fc.integer({ min: 0, max: 100 }),
      entries: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(spot), (spots) => {
        const { paths, outside } = drawnPoints(frame, spots, 4)
        const points = paths.flatMap(({ path }) => path.match(/M/g) ?? []).length
        const far = spots.filter(({ latitude }) => latitude > 90).reduce((sum, { entries }) => sum + entries, 0)
        expect(outside).toBe(far)
        expect(points > 0).toBe(spots.some(({ latitude }) => latitude <= 90))
      }),
    )
  })

  test('several in one place are one point that is larger, and lies below', () => {
    const at = { latitude: 10, longitude: 10 }
    const spots = [...Array(9).fill({ ...at, entries: 1 }), { latitude: 50, longitude: 50, entries: 1 }]
    expect(drawnPoints(frame, spots, 4).paths).toEqual([
      { size: 'some', path: 'M12 12h0' },
      { size: 'one', path: 'M52 52h0' },
    ])
    expect(drawnPoints(frame, [{ ...at, entries: 10 }], 4).paths.map(({ size }) => size)).toEqual(['many'])
  })
})
