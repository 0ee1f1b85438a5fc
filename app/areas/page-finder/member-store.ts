/** The members of an association, with what is known of their websites. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Member, Progress, SiteState } from './state-rules.ts'

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

/** Members and in which state their websites are. @param which of the towns. */
const states = (association: string, which: RawBuilder<unknown> = sql`true`) => sql`
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
  where member.association = ${association}::uuid and ${which}`

export async function readMember(db: Db, association: string, id: string): Promise<Member | undefined> {
  const { rows } = await sql<Member>`${states(association, sql`town.id = ${id}::uuid`)}`.execute(db)
  return rows[0]
}

/** How many members there are in each state. */
export async function countStates(db: Db, association: string): Promise<ReadonlyMap<SiteState, number>> {
  const { rows } = await sql<{ state: SiteState; members: number }>`
    select state, count(*)::int as members from (${states(association)}) one group by state`.execute(db)
  return new Map(rows.map(({ state, members }) => [state, members]))
}

export interface ListedMembers {
  /** How many there are, listed or not. */
  readonly found: number
  readonly members: readonly (Member & { readonly shown: string })[]
}

/**
 * A part of the members, by the name that is shown; never by what was found. Names are sorted without accents and in Latin
 * letters, as they are found.
 *
 * @param language in which names are shown, where they have one.
 */
export async function listMembers(
  db: Db,
  association: string,
  {
    language,
    sought,
    state,
    part,
  }: {
    readonly language: string
    readonly sought?: Sought | undefined
    readonly state?: SiteState | undefined
    readonly part: { readonly from: number; readonly most: number }
  },
): Promise<ListedMembers> {
  const wanted = state === undefined ? sql`true` : sql`one.state = ${state}`
  const { rows } = await sql<Member & { shown: string; found: number }>`
    with listed as materialized (
      select one.*, coalesce(one.names ->> ${language}, one.name) as shown
      from (${states(association, sought && called(sought))}) one where ${wanted}
    ), sorted as (
      -- A name is kept in several forms: the longest is the whole of it.
      select name.authority, substr(max(lpad(length(name.folded)::text, 4, '0') || name.folded), 5) as folded
      from listed join published.authority_name name on name.authority = listed.id and name.name = listed.shown
      group by name.authority
    )
    select listed.*, (count(*) over ())::int as found
    from listed left join sorted on sorted.authority = listed.id
    order by coalesce(sorted.folded, lower(listed.shown)) collate "C", listed.shown collate "C", listed.id
    offset ${part.from} limit ${part.most}`.execute(db)
  return { found: rows[0]?.found ?? 0, members: rows }
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
