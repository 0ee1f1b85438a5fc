/** What somebody wrote for the toolkit, and copies that she ordered. */
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'

export async function insertToolkitLife(
  db: Db,
  person: string,
  zelda: { readonly name: string; readonly email: string },
): Promise<void> {
  const at = new Date()
  const by = { begun_at: at, begun_by: person, changed_at: at, changed_by: person, decided_at: null, decided_by: null }
  const words = { title: `By ${zelda.name}`, summary: zelda.email, body: `Ask ${zelda.name}.`, link: '' }
  const of = { resource: 'first-steps', language: 'nl', made_from: 1, association: null, state: 'draft' as const }
  await db
    .insertInto('office.resource_offer')
    .values({ id: newId(), ...of, ...words, ...by, reasons: '' })
    .execute()
  const original = { resource: 'zelda-guide', made_from: 0, facts: '{}', sources: '', state: 'draft' as const }
  await db
    .insertInto('office.resource_draft')
    .values({ id: newId(), ...original, ...words, ...by, reasons: '' })
    .execute()
  const place = await db.selectFrom('published.association').select('id').limit(1).executeTakeFirstOrThrow()
  const town = await db.selectFrom('published.authority').select('id').limit(1).executeTakeFirstOrThrow()
  const order = { association: place.id, authority: town.id, what: 'a4 family', language: 'en', copies: 5 }
  const given = { address: `Town hall, ${zelda.name}`, note: zelda.email, ordered_at: at, ordered_by: person }
  await db
    .insertInto('office.print_order')
    .values({ id: newId(), ...order, ...given, done_at: null, done_by: null })
    .execute()
}
