/** The arms of towns. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import { type KeptFile, keptFile } from '../../platform/files/file-types.ts'

export async function readArms(db: ReadDb | Db, authority: string): Promise<KeptFile | undefined> {
  const { rows } = await sql<{ file: unknown }>`
    select file from published.town_arms where authority = ${authority}`.execute(db)
  return rows[0] && keptFile.parse(rows[0].file)
}

/** @param file undefined: none. @returns false where it was so already. */
export async function writeArms(
  tx: Tx,
  authority: string,
  file: KeptFile | undefined,
  at: Temporal.Instant,
): Promise<boolean> {
  if (!file) {
    const gone = await tx
      .deleteFrom('published.town_arms')
      .where('authority', '=', authority)
      .returning('authority')
      .execute()
    return gone.length > 0
  }
  const values = { file: JSON.stringify(file), changed_at: new Date(at.epochMilliseconds) }
  const written = await tx
    .insertInto('published.town_arms')
    .values({ authority, ...values })
    .onConflict((conflict) =>
      conflict
        .column('authority')
        .doUpdateSet(values)
        .where(sql<boolean>`town_arms.file ->> 'sha256' is distinct from ${file.sha256}`),
    )
    .returning('authority')
    .execute()
  return written.length > 0
}

export async function armsFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select file ->> 'sha256' as sha256 from published.town_arms`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
