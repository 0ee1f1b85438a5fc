/** Editions of the European Day: a year and its theme. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'

export interface Edition {
  readonly year: number
  /** By code of the language. */
  readonly themes: Readonly<Record<string, string>>
  /** Where the theme stands; empty where there is none. */
  readonly source: string
  readonly demonstration: boolean
  readonly revision: number
}

/** The newest first. */
export async function readEditions(db: Db | ReadDb): Promise<Edition[]> {
  const { rows } = await sql<Edition>`
    select year, themes, source, demonstration, revision from published.event_edition order by year desc`.execute(db)
  return rows
}

/** One who adds or changes an edition at a time. */
export async function lockEditions(tx: Tx): Promise<Edition[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('event editions', 0))`.execute(tx)
  return readEditions(tx)
}

export async function writeEdition(tx: Tx, edition: Omit<Edition, 'revision'>, at: Temporal.Instant): Promise<void> {
  const { year, themes, source, demonstration } = edition
  const values = { themes: JSON.stringify(themes), source, changed_at: new Date(at.epochMilliseconds) }
  await tx
    .insertInto('published.event_edition')
    .values({ year, demonstration, ...values })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ ...values, revision: sql`published.event_edition.revision + 1` }),
    )
    .execute()
}
