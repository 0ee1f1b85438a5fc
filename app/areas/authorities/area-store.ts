/** Whose people are whose: what lies outside the area of an authority. */
import { sql } from 'kysely'
import type { Directory } from './directory-store.ts'

/**
 * Of these authorities those whose people do not belong to the publisher: neither itself, nor in its area. A merged one
 * counts as the one that has taken its place.
 *
 * @returns by id the authority that stands for it now: the office to be asked.
 */
export async function outsideOf(
  db: Directory,
  publisher: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const named = [...new Set(ids)].filter((id) => id !== publisher)
  if (named.length === 0) return new Map()
  const { rows } = await sql<{ named: string; asked: string }>`
    with recursive chain (start, id, successor) as (
      select id, id, successor from published.authority where id = any(${[publisher, ...named]}::uuid[])
      union
      select chain.start, next.id, next.successor
      from chain join published.authority next on next.id = chain.successor
    ),
    now_is (start, id) as (select start, id from chain where successor is null),
    up (start, id) as (
      select distinct id, id from now_is
      union
      select up.start, link.area from up join lateral (
        select area from published.authority_area where authority = up.id
        union all
        select successor from published.authority where authority.id = up.id and successor is not null
        union all
        select state.id from published.authority self join published.authority state
          on state.country = self.country and state.kind = 'country' and state.status = 'active'
            and state.demonstration = self.demonstration
        where self.id = up.id and up.id = up.start
      ) link on true
    )
    select now_is.start as named, now_is.id as asked from now_is
    where now_is.start = any(${named}::uuid[]) and not exists (
      select from up where up.start = now_is.id
        and up.id in (${publisher}::uuid, (select own.id from now_is own where own.start = ${publisher}::uuid))
    )`.execute(db)
  return new Map(rows.map(({ named: id, asked }) => [id, asked]))
}
