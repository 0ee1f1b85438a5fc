/** Reads what a table holds about a person. Names of tables and columns come from the product, never from a request. */
import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { DataPerson, DataRow, PersonalSet, TableSet } from './personal-data.ts'

export function readSet(db: Db, set: PersonalSet, person: DataPerson): Promise<readonly DataRow[]> {
  return 'read' in set ? set.read(db, person) : readTable(db, set, person)
}

async function readTable(db: Db, set: TableSet, { id, email }: DataPerson): Promise<readonly DataRow[]> {
  const { byId = [], byAddress = [], through } = set
  const named = [
    ...byId.map((column) => sql<boolean>`${sql.ref(column)} = ${id}::uuid`),
    ...byAddress.map((column) => sql<boolean>`lower(${sql.ref(column)}) = ${email}`),
    ...(through
      ? [
          sql<boolean>`${sql.ref(through.column)} in (
            select ${sql.ref(through.key)} from ${sql.table(through.table)} where ${sql.ref(through.byId)} = ${id}::uuid)`,
        ]
      : []),
  ]
  const { rows } = await sql<DataRow>`
    select ${sql.join(set.shows.map((column) => sql.ref(column)))} from ${sql.table(set.from)}
    where ${sql.join(named, sql` or `)}
    order by ${sql.ref(set.shows[0] ?? '')}`.execute(db)
  return rows
}
