/** The members of an association, with what is known of their websites. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Member, Progress } from './state-rules.ts'

/** What somebody looks for: an official code, or the beginning of a word of a name, in one of these forms. */
export interface Sought {
  readonly code: string
  readonly folded: readonly string[]
}

/** A folded text holds letters, digits and spaces only: nothing to escape in a pattern. */
function called({ code, folded }: Sought): RawBuilder<unknown> {
  const patterns = folded.filter((form) => form !== '').flatMap((form) => [`${form}%`, `% ${form}%`])
  return sql`(
    exists (select from published.authority_code c where c.authority = town.id and c.code = ${code})
    or exists (
      select from published.authority_name n where n.authority = town.id and n.folded like any(${patterns}::text[])))`
}

/** In no order. @param only one of them, or those that are called so. */
export async function readMembers(db: Db, association: string, only?: string | Sought): Promise<Member[]> {
  const which = only === undefined ? sql`true` : typeof only === 'string' ? sql`town.id = ${only}::uuid` : called(only)
  const { rows } = await sql<Member>`
    select town.id, town.name, town.names, town.country, town.slug,
      case
        when known.verdict is not null then known.verdict
        when known.unseen is not null then 'unseen'
        when site.start_address is null and cardinality(town.domains) = 0 then 'no-address'
        else 'waiting'
      end as state
    from published.association_member member
    join published.authority town on town.id = member.authority and town.status = 'active'
    left join office.town_site site on site.authority = town.id
    left join office.site_finding known on known.authority = town.id
    where member.association = ${association}::uuid
      and ${which}`.execute(db)
  return rows
}

export async function readProgress(db: Db, association: string, now: Temporal.Instant): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select count(*)::int as sites,
      (count(*) filter (where known.tried_at is not null
        and (site.due_at is null or site.due_at > ${new Date(now.epochMilliseconds)}::timestamptz)))::int as looked
    from published.association_member member
    join published.authority town on town.id = member.authority and town.status = 'active'
    left join office.town_site site on site.authority = town.id
    left join office.site_finding known on known.authority = town.id
    where member.association = ${association}::uuid
      and (cardinality(town.domains) > 0 or site.start_address is not null)`.execute(db)
  return rows[0] ?? { sites: 0, looked: 0 }
}
