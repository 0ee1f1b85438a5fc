/** Members that a coordinator has put aside in the list of silent ones. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

/** Keeps those of the rows named `member` that nobody has put aside, or those alone that somebody has. */
export function asideOrNot(association: string, now: Temporal.Instant, aside: boolean): RawBuilder<boolean> {
  const put = sql`(select kept.authority from office.silent_aside kept
    where kept.association = ${association}::uuid and kept.until > ${now.toString()}::timestamptz)`
  return aside ? sql<boolean>`member.id in ${put}` : sql<boolean>`member.id not in ${put}`
}

/** Until then; afterwards it is in the list again. @returns false where it is put aside already, or no member. */
export async function putAside(
  tx: Db,
  association: string,
  authority: string,
  { now, until }: { readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    insert into office.silent_aside as kept (association, authority, until)
    select association, authority, ${until.toString()}::timestamptz from published.association_member
    where association = ${association}::uuid and authority = ${authority}::uuid
    on conflict (association, authority) do update set until = excluded.until
      where kept.until <= ${now.toString()}::timestamptz
    returning authority`.execute(tx)
  return rows.length > 0
}

/** @returns false where it was in the list. */
export async function bringBack(tx: Db, association: string, authority: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('office.silent_aside')
    .where('association', '=', association)
    .where('authority', '=', authority)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
