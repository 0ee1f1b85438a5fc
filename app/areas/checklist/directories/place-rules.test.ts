import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fitOf,
  type KnownPlace,
  kilometresBetween,
  nearestAmong,
  nearKilometres,
  type Places,
  type Point,
  type SaidPlaces,
} from './place-rules.ts'

const here: Point = { latitude: 52, longitude: 5 }
/** So many kilometres to the north. */
const off = (kilometres: number): Point => ({ ...here, latitude: here.latitude + kilometres / 111.19 })
const town = (id: string, point: Point | null = null): KnownPlace => ({ id, kind: 'municipality', point })

const names: Readonly<Record<string, readonly KnownPlace[]>> = {
  NL327: [{ id: 'district', kind: 'district', point: null }],
  Ourtown: [town('ours', here)],
  Twin: [town('twin one', here), town('twin two', off(90))],
  Shared: [town('shared', here), { id: 'region', kind: 'region', point: null }],
  State: [{ id: 'state', kind: 'country', point: null }],
}
const known = [town('ours', here), town('next', off(20)), town('twin two', off(90))]
const places: Places = {
  named: (word) => names[word] ?? [],
  isCountry: (word) => word === 'NL',
  nearest: nearestAmong(known),
}
const belongsTo = (said: Partial<SaidPlaces>) => fitOf({ areas: [], places: [], ...said }, places)
const at = (word: string, point: Point | null = null) => belongsTo({ places: [{ words: [word], point }] })

test.each<[string, Partial<SaidPlaces>, ReturnType<typeof fitOf>]>([
  ['the code of an area', { areas: [['NL327', 'Twin']] }, { authorities: ['district'], by: 'area' }],
  [
    'the name of an area, where its code says nothing',
    { areas: [['x', 'Ourtown']] },
    { authorities: ['ours'], by: 'area' },
  ],
  [
    'several areas, each once',
    { areas: [['NL327'], ['Ourtown'], ['Ourtown']] },
    { authorities: ['district', 'ours'], by: 'area' },
  ],
  [
    'an area before the place',
    { areas: [['NL327']], places: [{ words: ['Ourtown'], point: here }] },
    { authorities: ['district'], by: 'area' },
  ],
  [
    'an area that two have: the place',
    { areas: [['Shared']], places: [{ words: ['Ourtown'], point: null }] },
    { authorities: ['ours'], by: 'name' },
  ],
  [
    'the country, whatever else it names',
    { areas: [['Ourtown'], ['NL']], places: [{ words: ['Ourtown'], point: here }] },
    undefined,
  ],
  ['the country by its entry', { areas: [['State']] }, undefined],
  ['nothing', {}, undefined],
])('%s', (_, said, expected) => {
  expect(belongsTo(said)).toEqual(expected)
})

test('a place belongs to the town of its name, unless it is somewhere else', () => {
  expect(at('Ourtown')).toEqual({ authorities: ['ours'], by: 'name' })
  expect(at('Ourtown', off(40))).toEqual({ authorities: ['ours'], by: 'name' })
  expect(at('Ourtown', off(70))).toBeUndefined()
  // A region of the same name is no town.
  expect(at('Shared')).toEqual({ authorities: ['shared'], by: 'name' })
})

test('of towns of one name the one at the point; without a point none', () => {
  expect(at('Twin')).toBeUndefined()
  expect(at('Twin', off(88))).toEqual({ authorities: ['twin two'], by: 'name' })
  expect(at('Twin', off(40))).toBeUndefined()
})

test('a place of no known name belongs to the nearest town, if one is near', () => {
  expect(at('Hamlet', off(9))).toEqual({ authorities: ['ours'], by: 'point' })
  expect(at('Hamlet', off(12))).toEqual({ authorities: ['next'], by: 'point' })
  expect(at('Hamlet', off(50))).toBeUndefined()
  expect(at('Hamlet')).toBeUndefined()
})

const point = fc.record({
  latitude: fc.double({ min: 34, max: 71, noNaN: true }),
  longitude: fc.double({ min: -24, max: 45, noNaN: true }),
})

test('the nearest town is the one that looking at each would find', () => {
  fc.assert(
    fc.property(
      fc.array(point, { maxLength: 40 }),
      point,
      fc.double({ min: 0, max: 0.3, noNaN: true }),
      (points, one, by) => {
        // Some of them near it.
        const towns = [...points, { latitude: one.latitude + by, longitude: one.longitude - by }].map((each, index) =>
          town(`${index}`, each),
        )
        const found = nearestAmong(towns)(one)
        const all = towns.flatMap(({ id, point: where }) => (where ? [{ id, far: kilometresBetween(where, one) }] : []))
        const least = Math.min(...all.map(({ far }) => far))
        const expected = least <= nearKilometres ? least : undefined
        expect(all.find(({ id }) => id === found?.id)?.far).toBe(expected)
      },
    ),
  )
})

test('nothing belongs to an authority that it does not name and is not near; whoever names the country has none', () => {
  const word = fc.constantFrom('NL', 'NL327', 'Ourtown', 'Twin', 'Shared', 'State', 'Hamlet', '')
  const said = fc.record({
    areas: fc.array(fc.array(word, { maxLength: 3 }), { maxLength: 4 }),
    places: fc.array(
      fc.record({
        words: fc.array(word, { maxLength: 2 }),
        point: fc.option(fc.integer({ min: 0, max: 120 }).map(off)),
      }),
      { maxLength: 4 },
    ),
  })
  fc.assert(
    fc.property(said, (each) => {
      const found = fitOf(each, places)
      const all = [...each.areas.flat(), ...each.places.flatMap(({ words }) => words)]
      const namedIds = all.flatMap((one) => places.named(one).map(({ id }) => id))
      const near = each.places.flatMap(({ point: where }) => (where ? (places.nearest(where)?.id ?? []) : []))
      for (const id of found?.authorities ?? []) expect([...namedIds, ...near]).toContain(id)
      expect(new Set(found?.authorities).size).toBe(found?.authorities.length ?? 0)
      if (each.areas.some((words) => words.includes('NL'))) expect(found).toBeUndefined()
    }),
  )
})
