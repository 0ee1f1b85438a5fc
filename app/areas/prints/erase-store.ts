/** Forgets a person: their name in orders of copies, and that it was them. */
import { sql } from 'kysely'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'

export const eraseFromPrints: Erase = async (tx, person) => {
  const names = [person.email, person.name.trim().toLowerCase()].filter((one) => one !== '')
  const rows = await tx
    .selectFrom('office.print_order')
    .select(['id', 'address', 'note'])
    .where(
      sql<boolean>`exists (select from unnest(${names}::text[]) as name where position(name in lower(address || ' ' || note)) > 0)`,
    )
    .execute()
  for (const { id, address, note } of rows) {
    const clean = { address: withoutPerson(address, person), note: withoutPerson(note, person) }
    await tx.updateTable('office.print_order').set(clean).where('id', '=', id).execute()
  }
  for (const column of ['ordered_by', 'done_by'] as const) {
    await tx
      .updateTable('office.print_order')
      .set({ [column]: null })
      .where(column, '=', person.id)
      .execute()
  }
}
