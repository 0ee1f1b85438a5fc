/** Further codes of authorities: the same town in the numbers of its country and in those of Europe. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'
import { isTouched } from './staging-store.ts'

/**
 * Writes the further codes of the rows that were touched. A code of the same scheme that a row no longer names ends today:
 * the town has got another number.
 */
export async function writeFurtherCodes(tx: Tx, today: Temporal.PlainDate): Promise<void> {
  const on = sql`${today.toString()}::date`
  await sql`
    update published.authority_code c set valid_to = ${on}
    from import_row r
    where ${isTouched} and not r.fresh and c.authority = r.authority and c.valid_from < ${on} and c.valid_to > ${on}
      and (c.scheme, c.code) <> (r.scheme, r.code)
      and exists (select from import_code k where k.line = r.line and k.scheme = c.scheme)
      and not exists (
        select from import_code k where k.line = r.line and k.scheme = c.scheme and k.code = c.code)`.execute(tx)
  // It may have been another authority's before.
  await sql`
    insert into published.authority_code (authority, country, scheme, code, valid_from)
    select distinct r.authority, r.country, k.scheme, k.code, coalesce((
        select max(before.valid_to) from published.authority_code before
        where before.country = r.country and before.scheme = k.scheme and before.code = k.code
      ), '-infinity'::date)
    from import_code k join import_row r on r.line = k.line
    where ${isTouched} and not exists (
      select from published.authority_code c
      where c.country = r.country and c.scheme = k.scheme and c.code = k.code and ${on} < c.valid_to)`.execute(tx)
}
