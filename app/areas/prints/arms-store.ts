/** The arms of towns. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import { type KeptFile, keptFile } from '../../platform/files/file-types.ts'

export async function readArms(db: ReadDb | Db, authority: string): Promise<KeptFile | undefined> {
  const { rows } = await sql<{ file: unknown }>`
    select file from published.town_arms where authority = ${authority}`.execute(db)
  return rows[0] && keptFile.parse(rows[0].file)
}

export async function writeArms(tx: Tx, authority: string, file: KeptFile | undefined, at: Temporal.Instant) {
  if (!file) {
    await tx.deleteFrom('published.town_arms').where('authority', '=', authority).execute()
    return
  }
  const values = { file: JSON.stringify(file), changed_at: new Date(at.epochMilliseconds) }
  await tx
    .insertInto('published.town_arms')
    .values({ authority, ...values })
    .onConflict((conflict) => conflict.column('authority').doUpdateSet(values))
    .execute()
}

export async function armsFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select file ->> 'sha256' as sha256 from published.town_arms`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
