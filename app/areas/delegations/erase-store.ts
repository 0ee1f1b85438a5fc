/** Forgets a person in the delegations of any town: the place stays, so that nobody is lost who comes with them. */
import { sql } from 'kysely'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'

const columns = ['name', 'function', 'companion', 'diet_note', 'access_note', 'safeguarding'] as const

export const eraseFromDelegations: Erase = async (tx, person) => {
  await tx.updateTable('office.meeting_guest').set({ contact: null }).where('contact', '=', person.id).execute()
  const naming = [person.email, person.name.trim()].map((one) => one.toLowerCase()).filter((one) => one !== '')
  if (naming.length === 0) return
  const { rows: guests } = await sql<{ readonly id: string; readonly name: string }>`
    select id, name from office.meeting_guest where exists (
      select from unnest(${naming}::text[]) as given where position(given in lower(name)) > 0)`.execute(tx)
  for (const { id, name } of guests)
    await tx
      .updateTable('office.meeting_guest')
      .set({ name: withoutPerson(name, person) })
      .where('id', '=', id)
      .execute()
  const { rows } = await sql<Record<string, unknown> & { readonly id: string; readonly own: boolean }>`
    select *, lower(email) = ${person.email} as own from office.delegate where exists (
      select from unnest(${naming}::text[]) as given where position(given in lower(concat_ws(' ', email,
        ${sql.join(columns.map((one) => sql.ref(one)))}))) > 0)`.execute(tx)
  for (const row of rows) {
    const set = columns.flatMap((one) => {
      const text = row[one]
      return typeof text === 'string' ? [sql`${sql.ref(one)} = ${withoutPerson(text, person)}`] : []
    })
    // What they eat and need goes with them.
    const own = row.own
      ? [sql`email = '', name = '[…]', function = '', diet_note = '', access = '{}', access_note = ''`]
      : []
    await sql`update office.delegate set ${sql.join(own.length > 0 ? own : set)} where id = ${row.id}`.execute(tx)
  }
}
