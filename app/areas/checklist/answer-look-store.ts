/** Which standard texts answers began with, and what their offices have seen of them since. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { SnapshotDocument } from './schema.ts'
import type { Look } from './standard-look-store.ts'

/** Of the answers that the public sees from now on. */
export async function writeAnswerStandards(tx: Db, { authority, answers }: SnapshotDocument): Promise<void> {
  await tx.deleteFrom('published.answer_standard').where('authority', '=', authority).execute()
  const rows = answers.flatMap(({ kind, standard }) => (standard ? [{ authority, kind, standard: standard.id }] : []))
  if (rows.length > 0) await tx.insertInto('published.answer_standard').values(rows).execute()
}

export async function readAnswerLook(db: Db, authority: string, kind: string): Promise<Look | undefined> {
  return db
    .selectFrom('office.answer_look')
    .select(['standard', 'version', 'withdrawn'])
    .where('authority', '=', authority)
    .where('kind', '=', kind)
    .executeTakeFirst()
}

export async function writeAnswerLook(tx: Db, authority: string, kind: string, look: Look): Promise<void> {
  await tx
    .insertInto('office.answer_look')
    .values({ authority, kind, ...look })
    .onConflict((conflict) => conflict.columns(['authority', 'kind']).doUpdateSet(look))
    .execute()
}

/** Drafted answers of a town whose text has changed, or was withdrawn, since they were saved and somebody looked. */
export async function unseenAnswerStandards(
  db: Db,
  authority: string,
): Promise<readonly { readonly kind: string; readonly version: number; readonly withdrawn: boolean }[]> {
  const { rows } = await sql<{ kind: string; version: number; withdrawn: boolean }>`
    select draft.kind, text.version, text.withdrawn_at is not null as withdrawn
    from office.draft_answer draft
    join published.standard_text text on text.id = (draft.answer -> 'standard' ->> 'id')::uuid
    left join office.answer_look look
      on look.authority = draft.authority and look.kind = draft.kind and look.standard = text.id
    where draft.authority = ${authority}::uuid
      and (text.version > greatest((draft.answer -> 'standard' ->> 'version')::integer, coalesce(look.version, 0))
        or (text.withdrawn_at is not null and look.withdrawn is not true))
    order by draft.kind`.execute(db)
  return rows
}
