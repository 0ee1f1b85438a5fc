/** Who may take part in a meeting until delegations say who did: the signatories in force. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

export async function hasSigned(db: Db, authority: string): Promise<boolean> {
  const { rows } = await sql`
    select from published.signatory where authority = ${authority} and status = 'signed'`.execute(db)
  return rows.length > 0
}
