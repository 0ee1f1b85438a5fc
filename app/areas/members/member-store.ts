/** The members of an association, a page at a time. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Member } from './member-rules.ts'

export const membersPerPage = 50

export async function countMembers(db: Db, association: string): Promise<number> {
  const { rows } = await sql<{ members: number }>`
    select count(*)::int as members from published.association_member
    where association = ${association}::uuid`.execute(db)
  return rows[0]?.members ?? 0
}

/** By name. @param page from 1. */
export function listMembers(db: Db, association: string, page: number): Promise<Member[]> {
  return described(
    db,
    sql`select a.* from published.association_member m join published.authority a on a.id = m.authority
      where m.association = ${association}::uuid
      order by a.name, a.id limit ${membersPerPage} offset ${(page - 1) * membersPerPage}`,
  )
}

/** Those whose code it is, or whose name begins with it in one of these forms; as many as a page holds. */
export function findMembers(
  db: Db,
  association: string,
  wanted: { readonly code: string; readonly folded: readonly string[] },
): Promise<Member[]> {
  const patterns = wanted.folded.filter((form) => form !== '').map((form) => `${form}%`)
  return described(
    db,
    sql`select a.* from published.association_member m join published.authority a on a.id = m.authority
      where m.association = ${association}::uuid and (
        exists (select from published.authority_code c where c.authority = a.id and c.code = ${wanted.code})
        or exists (
          select from published.authority_name n
          where n.authority = a.id and n.folded like any(${patterns}::text[]))
      )
      order by a.name, a.id limit ${membersPerPage}`,
  )
}

/** In no order; those that are gone are left out. */
export function describeAuthorities(db: Db, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return Promise.resolve([])
  return described(db, sql`select a.* from published.authority a where a.id = any(${[...ids]}::uuid[])`)
}

async function described(db: Db, chosen: RawBuilder<unknown>): Promise<Member[]> {
  const { rows } = await sql<Member>`
    with chosen as (${chosen})
    select a.id, a.name, a.kind, (
        select code from published.authority_code c where c.authority = a.id and c.valid_to = 'infinity'
        order by scheme = 'LAU', scheme, code limit 1
      ) as code, (
        select area.name from published.authority_area link join published.authority area on area.id = link.area
        where link.authority = a.id and area.kind <> 'country'
        order by array_position(array['district', 'region', 'joint', 'municipality'], area.kind), area.name limit 1
      ) as area
    from chosen a order by a.name, a.id`.execute(db)
  return rows
}

/** @returns false where it was none. */
export async function endMembership(tx: Tx, association: string, authority: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('published.association_member')
    .where('association', '=', association)
    .where('authority', '=', authority)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
