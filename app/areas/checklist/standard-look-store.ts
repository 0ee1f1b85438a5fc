/** What whoever looks after a service has seen of the standard text that it uses. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { type StandardWords, standardWords } from './schema.ts'

export interface Look {
  readonly standard: string
  readonly version: number
  /** They know that it was withdrawn. */
  readonly withdrawn: boolean
}

export async function readLook(db: Db, service: string): Promise<Look | undefined> {
  return db
    .selectFrom('office.standard_look')
    .select(['standard', 'version', 'withdrawn'])
    .where('service', '=', service)
    .executeTakeFirst()
}

export async function writeLook(tx: Db, service: string, look: Look): Promise<void> {
  await tx
    .insertInto('office.standard_look')
    .values({ service, ...look })
    .onConflict((conflict) => conflict.column('service').doUpdateSet(look))
    .execute()
}

export async function forgetLook(tx: Db, service: string): Promise<void> {
  await tx.deleteFrom('office.standard_look').where('service', '=', service).execute()
}

/** An earlier version of a text. */
export async function readStandardVersion(
  db: Db,
  standard: string,
  version: number,
): Promise<StandardWords | undefined> {
  const row = await db
    .selectFrom('published.standard_version')
    .select('words')
    .where('standard', '=', standard)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && standardWords.parse(row.words)
}

/** Drafted services of a town whose text has changed, or was withdrawn, since somebody looked. */
export async function unseenStandards(
  db: Db,
  authority: string,
): Promise<readonly { readonly service: string; readonly version: number; readonly withdrawn: boolean }[]> {
  const { rows } = await sql<{ service: string; version: number; withdrawn: boolean }>`
    select draft.id as service, text.version, text.withdrawn_at is not null as withdrawn
    from office.draft_service draft
    join published.standard_text text on text.id = (draft.facts ->> 'standard')::uuid
    left join office.standard_look look on look.service = draft.id and look.standard = text.id
    where draft.authority = ${authority}::uuid and draft.removed_at is null
      and (text.version > coalesce(look.version, 0) or (text.withdrawn_at is not null and look.withdrawn is not true))
    order by draft.id`.execute(db)
  return rows
}
