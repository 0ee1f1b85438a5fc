/** A fictional association with two towns and a region, a town that is no member, and services of a directory. */
import type { Database } from '../../../platform/db/database.ts'
import { ensureAssociation } from '../../associations/index.ts'
import { addTown } from '../test-town.ts'

/** An authority that can be found by its name, and by its code. */
async function place(
  database: Database,
  name: string,
  given: { kind?: string; code?: string; latitude?: number; within?: string } = {},
) {
  const id = await addTown(database, given)
  const { db } = database
  const point = given.latitude === undefined ? {} : { latitude: given.latitude, longitude: 5 }
  await db
    .updateTable('published.authority')
    .set({ name, ...point })
    .where('id', '=', id)
    .execute()
  const named = {
    authority: id,
    country: 'NL',
    kind: 'name' as const,
    language: null,
    name,
    folded: name.toLowerCase(),
  }
  await db.insertInto('published.authority_name').values(named).execute()
  if (given.code) {
    const coded = { authority: id, country: 'NL', scheme: 'LAU', code: given.code }
    await db.insertInto('published.authority_code').values(coded).execute()
  }
  return id
}

/** @returns the ids of its members Alpha, Beta and the region of Alpha, and of a town outside. */
export async function addUnion(database: Database, id: string) {
  const region = await place(database, 'Provincie', { kind: 'region', code: 'NL99' })
  const alpha = await place(database, 'Alpha', { latitude: 52, within: region })
  const beta = await place(database, 'Beta', { latitude: 52.4 })
  const outside = await place(database, 'Outside')
  const named = { country: 'NL', slug: 'union', name: 'Union', names: {}, web: null, demonstration: true, source: '' }
  const since = Temporal.Instant.from('2026-01-01T00:00:00Z')
  await ensureAssociation(database.db, { ...named, id }, [alpha, beta, region], since)
  return { alpha, beta, region, outside }
}

export const kind = [{ taxonomy_term: { code: 'child-helpline' } }]
const street = { address_1: 'Verborgen Laan 7', city: 'Alpha', postal_code: '1234 ZZ', address_type: 'physical' }
export const inTown = (city: string, more: object = {}) => [
  { location: { location_type: 'physical', addresses: [{ ...street, city }], ...more } },
]
export const service = (id: string, more: object = {}) => ({ id, name: `Service ${id}`, attributes: kind, ...more })
export const placed = (...ids: string[]) => ids.map((id) => service(id, { service_at_locations: inTown('Alpha') }))
