/** To which files the toolkit refers: what is public, in every revision, and what is under way. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

export async function toolkitFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select file->>'sha256' as sha256 from published.resource_text where file is not null
    union select file->>'sha256' from office.resource_offer where file is not null
    union select file->>'sha256' from office.resource_draft where file is not null`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
