/** Which authority each staged row speaks of: the official code is the key. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'
import { dropRows, type Refused } from './staging-store.ts'

/**
 * Gives each row the authority whose code overlaps the row's time, the one valid on `today` first; where nobody has its
 * code, the one that has one of its further codes; and a new id to each row without one.
 *
 * @returns rows taken out: `several` whose time covers more than one holder of the code, `foreign` whose code is a
 *   fictional authority's in an import of real ones or the other way round, `again` whose authority has had a row,
 *   `others` of whose further codes one is another authority's.
 */
export async function matchRows(
  tx: Tx,
  today: Temporal.PlainDate,
  demonstration: boolean,
): Promise<{ several: Refused[]; foreign: Refused[]; again: Refused[]; others: Refused[] }> {
  const several = await assignHolders(tx, today)
  await dropRows(tx, several)
  await assignByFurtherCode(tx, today)
  const others = await withCodesOfOthers(tx, today)
  await dropRows(tx, others)
  const foreign = await sql<Refused>`
    select r.line from import_row r join published.authority a on a.id = r.authority
    where a.demonstration <> ${demonstration}`.execute(tx)
  await dropRows(tx, foreign.rows)
  const again = await sql<Refused>`
    select line from (
      select line, row_number() over (partition by authority order by line) as place
      from import_row where authority is not null
    ) numbered where place > 1`.execute(tx)
  await dropRows(tx, again.rows)
  await sql`update import_row set authority = gen_random_uuid(), fresh = true where authority is null`.execute(tx)
  return { several, foreign: foreign.rows, again: again.rows, others }
}

async function assignHolders(tx: Tx, today: Temporal.PlainDate): Promise<Refused[]> {
  await sql`
    create temporary table import_holder on commit drop as
    select r.line, c.authority, r.valid_from is not null or r.valid_until is not null as dated,
      row_number() over (partition by r.line
        order by ${today.toString()}::date <@ daterange(c.valid_from, c.valid_to) desc, c.valid_from desc) as place,
      count(*) over (partition by r.line) as holders
    from import_row r join published.authority_code c
      on c.country = r.country and c.scheme = r.scheme and c.code = r.code
        and daterange(c.valid_from, c.valid_to)
          && daterange(coalesce(r.valid_from, '-infinity'), coalesce(r.valid_until, 'infinity'))`.execute(tx)
  await sql`
    update import_row r set authority = h.authority from import_holder h where h.line = r.line and h.place = 1`.execute(
    tx,
  )
  const { rows } = await sql<Refused>`
    select line from import_holder where dated and holders > 1 and place = 1`.execute(tx)
  return rows
}

async function assignByFurtherCode(tx: Tx, today: Temporal.PlainDate): Promise<void> {
  await sql`
    update import_row r set authority = found.authority from (
      select k.line, min(c.authority::text)::uuid as authority
      from import_code k join import_row o on o.line = k.line join published.authority_code c
        on c.country = o.country and c.scheme = k.scheme and c.code = k.code
          and ${today.toString()}::date <@ daterange(c.valid_from, c.valid_to)
      where o.authority is null group by k.line
    ) found where found.line = r.line`.execute(tx)
}

async function withCodesOfOthers(tx: Tx, today: Temporal.PlainDate): Promise<Refused[]> {
  const { rows } = await sql<Refused>`
    select distinct r.line from import_code k join import_row r on r.line = k.line join published.authority_code c
      on c.country = r.country and c.scheme = k.scheme and c.code = k.code
        and ${today.toString()}::date <@ daterange(c.valid_from, c.valid_to)
    where r.authority <> c.authority`.execute(tx)
  return rows
}
