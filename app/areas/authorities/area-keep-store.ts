/** Areas that an association keeps: what one is for, and the end of one that nothing depends on. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Directory } from './directory-store.ts'
import type { AreaKind } from './import/area-row.ts'

/** @returns false where it was said before. */
export async function writeAreaKind(tx: Tx, area: string, kind: AreaKind): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('published.authority')
    .set({ area_kind: kind })
    .where('id', '=', area)
    .where((where) => where.or([where('area_kind', 'is', null), where('area_kind', '<>', kind)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Where nobody has said it yet. */
export async function sayAreaKind(db: Db, area: string, kind: AreaKind): Promise<void> {
  await sql`
    update published.authority set area_kind = ${kind} where id = ${area}::uuid and area_kind is null`.execute(db)
}

/** The code by which lists name it today. */
export async function codeOfArea(
  db: Directory,
  area: string,
): Promise<{ readonly scheme: string; readonly code: string } | undefined> {
  const { rows } = await sql<{ scheme: string; code: string }>`
    select scheme, code from published.authority_code
    where authority = ${area}::uuid and valid_from <= current_date and current_date < valid_to
    order by scheme, code limit 1`.execute(db)
  return rows[0]
}

/** Whether somebody has this code, or had it. */
export async function areaNamed(
  db: Directory,
  country: string,
  of: { readonly scheme: string; readonly code: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from published.authority_code
    where country = ${country} and scheme = ${of.scheme} and code = ${of.code}`.execute(db)
  return rows.length > 0
}

/**
 * With its codes and names, and who was in it. What refers to it in any other way stops it.
 *
 * @returns ids of the authorities that were in it; undefined where something refers to it, and nothing was done.
 */
export async function deleteArea(tx: Tx, area: string): Promise<readonly string[] | undefined> {
  await sql`savepoint area`.execute(tx)
  try {
    const { rows } = await sql<{ authority: string }>`
      delete from published.authority_area where area = ${area}::uuid returning authority`.execute(tx)
    await sql`delete from published.authority_area where authority = ${area}::uuid`.execute(tx)
    await sql`delete from published.authority_code where authority = ${area}::uuid`.execute(tx)
    await sql`delete from published.authority_name where authority = ${area}::uuid`.execute(tx)
    await sql`delete from published.former_slug where authority = ${area}::uuid`.execute(tx)
    await sql`delete from published.authority where id = ${area}::uuid`.execute(tx)
    return rows.map(({ authority }) => authority)
  } catch (fault) {
    await sql`rollback to savepoint area`.execute(tx)
    if (isForeignKey(fault)) return undefined
    throw fault
  }
}

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const isForeignKey = (fault: unknown) => fault instanceof Error && 'code' in fault && fault.code === '23503'
