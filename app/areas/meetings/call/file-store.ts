/** Which files bids and calls name. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'

/** The names of all. */
export async function meetingsFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct one -> 'file' ->> 'sha256' as sha256 from (
      select files from office.host_bid
      union all
      select files from published.host_call
    ) as named, jsonb_array_elements(files) as one
    where one -> 'file' <> 'null'`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
