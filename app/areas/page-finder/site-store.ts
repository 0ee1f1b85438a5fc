/** Which websites are looked at, and when: the searches of associations and the queue of towns. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { daysBetween } from './site-rules.ts'

const date = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds)
const instant = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime())

export interface SiteSearch {
  readonly begunAt: Temporal.Instant
  readonly stopped: boolean
}

export async function readSearch(db: Db, association: string): Promise<SiteSearch | undefined> {
  const row = await db
    .selectFrom('office.site_search')
    .select(['begun_at', 'stopped_at'])
    .where('association', '=', association)
    .executeTakeFirst()
  return row && { begunAt: instant(row.begun_at), stopped: row.stopped_at !== null }
}

/** @returns false where websites are looked at already. */
export async function beginSearch(tx: Tx, association: string, at: Temporal.Instant): Promise<boolean> {
  const begun = await tx
    .insertInto('office.site_search')
    .values({ association, begun_at: date(at) })
    .onConflict((conflict) =>
      conflict
        .column('association')
        .doUpdateSet({ begun_at: date(at), stopped_at: null })
        .where('office.site_search.stopped_at', 'is not', null),
    )
    .returning('association')
    .execute()
  return begun.length === 1
}

/** @returns false where nothing is looked at. */
export async function stopSearch(tx: Tx, association: string, at: Temporal.Instant): Promise<boolean> {
  const stopped = await tx
    .updateTable('office.site_search')
    .set({ stopped_at: date(at) })
    .where('association', '=', association)
    .where('stopped_at', 'is', null)
    .returning('association')
    .execute()
  if (stopped.length === 0) return false
  // What somebody has asked for, and what another association wants to know, goes on.
  await sql`
    update office.town_site site set due_at = null
    from published.association_member member
    where member.association = ${association}::uuid and member.authority = site.authority and site.asked_at is null
      and not exists (${activeSearchOf(sql`site.authority`)})`.execute(tx)
  return true
}

const activeSearchOf = (authority: ReturnType<typeof sql>) => sql`
  select from office.site_search search
  join published.association_member of on of.association = search.association
  where of.authority = ${authority} and search.stopped_at is null`

/**
 * Every member of an association that looks gets its turn: at once, or thirty days after the last look. Repeating it
 * changes nothing but for members that have come since.
 */
export async function queueMembers(tx: Db, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into office.town_site as site (authority, due_at)
    select distinct town.id,
      greatest(${date(now)}::timestamptz, known.tried_at + make_interval(days => ${daysBetween}))
    from office.site_search search
    join published.association_member member on member.association = search.association
    join published.authority town on town.id = member.authority and town.status = 'active'
    left join office.town_site queued on queued.authority = town.id
    left join office.site_finding known on known.authority = town.id
    where search.stopped_at is null and queued.due_at is null
      and (cardinality(town.domains) > 0 or queued.start_address is not null)
    on conflict (authority) do update set due_at = excluded.due_at`.execute(tx)
}

export interface TownSite {
  readonly startAddress: string | undefined
  /** Somebody asked and waits. */
  readonly asked: boolean
  readonly due: boolean
}

export async function readSite(db: Db, authority: string): Promise<TownSite> {
  const row = await db
    .selectFrom('office.town_site')
    .select(['start_address', 'asked_at', 'due_at'])
    .where('authority', '=', authority)
    .executeTakeFirst()
  return {
    startAddress: row?.start_address ?? undefined,
    asked: row?.asked_at != null,
    due: row?.due_at != null,
  }
}

/** Puts a town first in the queue. @returns false where it stands there already. */
export async function askFor(tx: Tx, authority: string, at: Temporal.Instant): Promise<boolean> {
  const values = { due_at: date(at), asked_at: date(at) }
  const asked = await tx
    .insertInto('office.town_site')
    .values({ authority, ...values })
    .onConflict((conflict) =>
      conflict.column('authority').doUpdateSet(values).where('office.town_site.asked_at', 'is', null),
    )
    .returning('authority')
    .execute()
  return asked.length === 1
}

/** Another website: but for what somebody waits for, its turn comes anew. @param address undefined: the official one again. */
export async function writeStartAddress(tx: Tx, authority: string, address: string | undefined): Promise<void> {
  const start = address ?? null
  await tx
    .insertInto('office.town_site')
    .values({ authority, start_address: start })
    .onConflict((conflict) =>
      conflict.column('authority').doUpdateSet({
        start_address: start,
        due_at: sql`case when office.town_site.asked_at is not null then office.town_site.due_at end`,
      }),
    )
    .execute()
}

/** Of members without a known website. @returns ids of those that have an address now. */
export async function writeFirstAddresses(
  tx: Tx,
  association: string,
  websites: ReadonlyMap<string, string>,
): Promise<string[]> {
  const given = [...websites].map(([authority, address]) => ({ authority, address }))
  const { rows } = await sql<{ authority: string }>`
    insert into office.town_site as site (authority, start_address)
    select town.id, given.address
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (authority uuid, address text)
      join published.association_member member
        on member.authority = given.authority and member.association = ${association}::uuid
      join published.authority town on town.id = given.authority and town.status = 'active'
    where cardinality(town.domains) = 0 order by town.id
    on conflict (authority) do update set start_address = excluded.start_address where site.start_address is null
    returning site.authority`.execute(tx)
  return rows.map(({ authority }) => authority)
}

export interface Claim {
  /** Of the process that asks; one at a time walks, so that its pace for a host is that of all. */
  readonly walker: string
  readonly now: Temporal.Instant
  readonly until: Temporal.Instant
  readonly mostAnHour: number
}

/** The next town whose website is to be looked at. Undefined: none, not now, or somebody else is at it. */
export async function claimSite(tx: Tx, { walker, now, until, mostAnHour }: Claim): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('page-finder', 0))`.execute(tx)
  const at = sql`${date(now)}::timestamptz`
  const { rows } = await sql<{ authority: string }>`
    update office.town_site set walker = ${walker}::uuid, claimed_until = ${date(until)}, begun_at = ${at}
    where authority = (
      select site.authority from office.town_site site
      join published.authority town on town.id = site.authority
      where site.due_at <= ${at} and (site.claimed_until is null or site.claimed_until < ${at})
        and not exists (
          select from office.town_site other where other.claimed_until >= ${at} and other.walker <> ${walker}::uuid)
        and (select count(*) from office.town_site begun where begun.begun_at > ${at} - interval '1 hour') < ${mostAnHour}
      order by site.asked_at nulls last, site.due_at, town.name, site.authority limit 1)
    returning authority`.execute(tx)
  return rows[0]?.authority
}

/** @returns false where somebody else has begun anew meanwhile: this look counts no more. */
export async function settleSite(
  tx: Tx,
  authority: string,
  walker: string,
  lookedAt: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update office.town_site site set walker = null, claimed_until = null, asked_at = null,
      due_at = case when exists (${activeSearchOf(sql`site.authority`)})
        then ${date(lookedAt)}::timestamptz + make_interval(days => ${daysBetween}) end
    where authority = ${authority}::uuid and walker = ${walker}::uuid
    returning authority`.execute(tx)
  return rows.length === 1
}
