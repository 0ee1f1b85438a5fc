import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kmBetween, Neighbourhood } from './near-rules.ts'

test('whoever is near is found without asking all', () => {
  const point = fc.record({
    latitude: fc.double({ min: -85, max: 85, noNaN: true }),
    longitude: fc.double({ min: -170, max: 170, noNaN: true }),
  })
  // Most of them in a small country: neighbours are what this is about.
  const small = fc.record({
    latitude: fc.double({ min: 69, max: 71, noNaN: true }),
    longitude: fc.double({ min: 24, max: 28, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(fc.oneof(small, point), { maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (points, km) => {
      const all = new Neighbourhood<(typeof points)[number]>()
      for (const each of points) all.add(each, each)
      for (const one of points.slice(0, 5)) {
        const near = points.filter((each) => kmBetween(one, each) <= km)
        const found = all.around(one, km)
        expect(found.filter((each) => near.includes(each))).toEqual(near)
        expect(found).toEqual(points.filter((each) => found.includes(each)))
      }
    }),
  )
})
