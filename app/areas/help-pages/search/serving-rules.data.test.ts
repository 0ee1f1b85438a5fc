import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { answeringThere, metresFrom, type Serving, servingThere } from './serving-rules.ts'

const one = (id: string, given: Partial<Serving> = {}): Serving => ({
  ...{ id, kinds: ['child-helpline'], allowed: null, left: false, owner: 'town', ownerKind: 'municipality' },
  ...{ demonstration: false, places: [], ...given },
})

describe('what serves a place', () => {
  const served = { areas: ['town', 'region'], as: ['town', 'region', 'gone'], split: ['gone'] }
  const ids = (of: Record<string, Serving[]>) => servingThere(served, new Map(Object.entries(of))).map(({ id }) => id)

  test('names it, an area of it or one that is no more; what was split published itself stands where it was left', () => {
    const gone = [one('a', { owner: 'gone' }), one('b')]
    expect(ids({ town: [one('c'), one('a', { owner: 'gone', left: true })], region: [one('d')], gone })).toEqual([
      ...['c', 'd', 'b', 'a'],
    ])
  })

  test('answers a kind where it stands under it', () => {
    const kinds = ['child-helpline', 'trauma-therapy', 'court-support']
    const all = [
      one('everywhere', { kinds }),
      one('narrowed', { kinds, allowed: ['trauma-therapy'] }),
      one('elsewhere', { kinds, allowed: ['court-support'] }),
      one('twice', { kinds, allowed: ['trauma-therapy'] }),
      one('twice', { kinds, allowed: null }),
    ]
    const found = [...answeringThere(all, ['trauma-therapy'])].map(([id, here]) => [id, here.kinds.length])
    expect(found).toEqual([
      ['everywhere', 3],
      ['narrowed', 1],
      ['twice', 3],
    ])
  })
})

describe('how far it is', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp()
  })
  afterAll(() => app.close())

  test('is what the database counts, to a millimetre', async () => {
    const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((part) => part / 1e5)
    const at = fc.record({ latitude: degrees(90), longitude: degrees(180) })
    const near = fc.tuple(at, degrees(0.01))
    await fc.assert(
      fc.asyncProperty(near, fc.option(at), async ([from, step], far) => {
        const to = far ?? { latitude: Math.max(-90, Math.min(90, from.latitude + step)), longitude: from.longitude }
        const { rows } = await sql<{ metres: number; place: [number, number, number] }>`
          select sec_to_gc(cube_distance(place, ll_to_earth(${from.latitude}, ${from.longitude}))) as metres,
            json_build_array(cube_ll_coord(place, 1), cube_ll_coord(place, 2), cube_ll_coord(place, 3)) as place
          from (select ll_to_earth(${to.latitude}, ${to.longitude})::cube as place) at`.execute(
          app.services.database.db,
        )
        const [{ metres, place } = { metres: 0, place: [0, 0, 0] as const }] = rows
        // Half around the world the sine hardly changes.
        const exactness = metres > 19_000_000 ? 1 : 0.001
        expect(Math.abs((metresFrom(from, [place]) ?? Number.NaN) - metres)).toBeLessThan(exactness)
      }),
      { numRuns: 50 },
    )
    expect(metresFrom({ latitude: 1, longitude: 1 }, [])).toBeNull()
  })
})
