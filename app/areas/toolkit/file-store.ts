/** To which files the toolkit refers: what is public now in each language, and what is under way. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

/** The file of an earlier revision is delivered no more: it goes. */
export async function toolkitFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    with newest as (
      select distinct on (resource, language) file from published.resource_text
      order by resource, language, revision desc
    )
    select file ->> 'sha256' as sha256 from newest where file is not null
    union select file ->> 'sha256' from office.resource_offer where file is not null
    union select file ->> 'sha256' from office.resource_draft where file is not null`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
