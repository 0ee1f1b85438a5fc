/** What was found on published pages: rows that come and go by themselves. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import { type FindingKind, type Found, rankOf, urgentRanks } from './finding-rules.ts'

export interface Finding extends Found {
  readonly id: string
  readonly authority: string
  readonly firstSeen: Temporal.PlainDate
  readonly times: number
  readonly hidden: boolean
}

/** Pages that have not been looked over in this night, at most so many. */
export async function townsToLookOver(db: Db, night: Temporal.PlainDate, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('published.current_snapshot as current')
    .leftJoin('office.town_looked_over as looked', 'looked.authority', 'current.authority')
    .select('current.authority')
    .where(sql<boolean>`(looked.night is null or looked.night <> ${night.toString()}::date)`)
    .orderBy('current.authority')
    .limit(limit)
    .execute()
  return rows.map(({ authority }) => authority)
}

export async function markLookedOver(tx: Db, authority: string, night: Temporal.PlainDate): Promise<void> {
  await tx
    .insertInto('office.town_looked_over')
    .values({ authority, night: night.toString() })
    .onConflict((conflict) => conflict.column('authority').doUpdateSet({ night: night.toString() }))
    .execute()
}

/** Those of these towns of which something is known, so that it may be mended now. */
export async function townsWithFindings(db: Db, authorities: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('office.finding')
    .select('authority')
    .distinct()
    .where(sql<boolean>`authority = any(${authorities}::uuid[])`)
    .execute()
  return rows.map(({ authority }) => authority)
}

const identityOf = ({ thing, thingId, fact, kind, value }: Found): string =>
  [thing, thingId, fact, kind, createHash('sha256').update(value).digest('hex')].join(' ')

/** What was found today takes the place of what was known: the rest is mended and goes. */
export async function replaceFindings(
  tx: Db,
  authority: string,
  found: readonly Found[],
  { today, at }: { readonly today: Temporal.PlainDate; readonly at: Temporal.Instant },
): Promise<void> {
  const [seenAt, aNightAgo] = [at, at.subtract({ hours: 12 })].map((each) => new Date(each.epochMilliseconds))
  const known = await findings(tx).where('authority', '=', authority).execute()
  const now = new Set(found.map(identityOf))
  const gone = known.filter((row) => !now.has(identityOf(findingOf(row)))).map(({ id }) => id)
  if (gone.length > 0) {
    await tx.deleteFrom('office.finding').where(sql<boolean>`id = any(${gone}::uuid[])`).execute()
  }
  if (found.length === 0) return
  const rows = found.map((each) => ({ id: newId(), ...each, rank: rankOf(each.kind) }))
  await sql`
    insert into office.finding as known
      (id, authority, thing, thing_id, fact, kind, rank, value, seen, first_seen, last_seen)
    select row.id, ${authority}, row.thing, row."thingId", row.fact, row.kind, row.rank, row.value, row.seen,
      ${today.toString()}::date, ${seenAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, thing text, "thingId" text, fact text,
      kind text, rank integer, value text, seen text)
    on conflict (authority, thing, thing_id, fact, kind, md5(value)) do update
    set seen = excluded.seen, rank = excluded.rank, last_seen = excluded.last_seen,
      times = known.times + case when known.last_seen < ${aNightAgo}::timestamptz then 1 else 0 end`.execute(tx)
}

function findings(db: Db) {
  return db
    .selectFrom('office.finding')
    .select(['id', 'authority', 'thing', 'thing_id', 'fact', 'kind', 'value', 'seen', 'times', 'hidden_at'])
    .select(sql<string>`first_seen::text`.as('first_seen'))
}

type Row = Awaited<ReturnType<ReturnType<typeof findings>['executeTakeFirstOrThrow']>>

const findingOf = (row: Row): Finding => ({
  id: row.id,
  authority: row.authority,
  thing: row.thing as Finding['thing'],
  thingId: row.thing_id,
  fact: row.fact,
  kind: row.kind as FindingKind,
  value: row.value,
  seen: row.seen,
  firstSeen: Temporal.PlainDate.from(row.first_seen),
  times: row.times,
  hidden: row.hidden_at !== null,
})

const shown = (hidden: boolean) => (hidden ? sql<boolean>`hidden_at is not null` : sql<boolean>`hidden_at is null`)

export interface FindingPage {
  /** Services and answers of which something is to be told. */
  readonly things: number
  readonly groups: readonly {
    readonly thing: Finding['thing']
    readonly thingId: string
    readonly findings: Finding[]
  }[]
}

/** One page of a town's list, by service or answer, first things first. @param page from 1. */
export async function readFindingPage(
  db: Db,
  authority: string,
  { page, size, hidden }: { readonly page: number; readonly size: number; readonly hidden: boolean },
): Promise<FindingPage> {
  const groups = await db
    .selectFrom('office.finding')
    .select(['thing', 'thing_id', sql<number>`(count(*) over ())::int`.as('things')])
    .where('authority', '=', authority)
    .where(shown(hidden))
    .groupBy(['thing', 'thing_id'])
    .orderBy(sql`min(rank)`)
    .orderBy(sql`min(first_seen)`)
    .orderBy('thing_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  if (groups.length === 0) return { things: 0, groups: [] }
  const rows = await findings(db)
    .where('authority', '=', authority)
    .where(shown(hidden))
    .where(
      'thing_id',
      'in',
      groups.map(({ thing_id }) => thing_id),
    )
    .orderBy('rank')
    .orderBy('first_seen')
    .orderBy('id')
    .execute()
  const all = rows.map(findingOf)
  return {
    things: groups[0]?.things ?? 0,
    groups: groups.map(({ thing, thing_id }) => ({
      thing: thing as Finding['thing'],
      thingId: thing_id,
      findings: all.filter((each) => each.thing === thing && each.thingId === thing_id),
    })),
  }
}

export interface FindingCount {
  readonly authority: string
  readonly count: number
  /** Of these, how many may keep a family from getting help. */
  readonly urgent: number
}

/** Of the towns that have any, hidden ones left out. */
export async function countFindings(
  db: Db,
  authorities: readonly string[],
  hidden = false,
): Promise<readonly FindingCount[]> {
  if (authorities.length === 0) return []
  return db
    .selectFrom('office.finding')
    .select([
      'authority',
      sql<number>`count(*)::int`.as('count'),
      sql<number>`(count(*) filter (where rank < ${urgentRanks}))::int`.as('urgent'),
    ])
    .where('authority', 'in', authorities)
    .where(shown(hidden))
    .groupBy('authority')
    .execute()
}

/** Names of those that may keep a family from getting help, hidden ones left out: the same when one is found again. */
export async function urgentFindings(db: Db, authority: string): Promise<string[]> {
  const rows = await findings(db)
    .where('authority', '=', authority)
    .where('rank', '<', urgentRanks)
    .where(shown(false))
    .execute()
  return rows.map((row) =>
    createHash('sha256')
      .update(identityOf(findingOf(row)))
      .digest('hex'),
  )
}

/** Of the town; undefined where it has no such finding, or not any more. */
export async function findFinding(db: Db, authority: string, id: string): Promise<Finding | undefined> {
  const row = await findings(db).where('authority', '=', authority).where('id', '=', id).executeTakeFirst()
  return row && findingOf(row)
}

/** @returns false where it was so already. */
export async function markHidden(tx: Db, id: string, at: Temporal.Instant | null): Promise<boolean> {
  const row = await tx
    .updateTable('office.finding')
    .set({ hidden_at: at && new Date(at.epochMilliseconds) })
    .where('id', '=', id)
    .where(shown(at === null))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What the last night has made of what is published of a service; a fact at which it has not looked is left out. */
export async function nightChecks(
  db: Db,
  authority: string,
  service: string,
): Promise<{ readonly fact: 'phones' | 'hours' | 'web' | 'chat'; readonly on: string; readonly fine: boolean }[]> {
  const { rows } = await sql<{ fact: 'phones' | 'hours' | 'web' | 'chat'; night: string; fine: boolean }>`
    select looked.fact, looked.night::text as night, looked.fine and not exists (
      select from office.finding finding where finding.authority = ${authority}::uuid and finding.thing = 'service'
        and finding.thing_id = ${service} and finding.fact = looked.fact and finding.hidden_at is null) as fine
    from (
      select fact, town.night, true as fine from office.town_looked_over town, unnest(array['phones', 'hours']) as fact
        where town.authority = ${authority}::uuid
      union all
      select link.fact, address.checked_on, address.outcome = 'answers' from published.service service
        cross join lateral (values ('web', service.facts->>'web'), ('chat', service.facts->>'chat')) as link (fact, url)
        join office.web_address address on address.sha256 = encode(sha256(convert_to(link.url, 'UTF8')), 'hex')
        where service.id = ${service}::uuid and address.checked_on is not null and address.outcome <> 'unclear'
    ) as looked
    where exists (select from published.service where id = ${service}::uuid and authority = ${authority}::uuid)`.execute(
    db,
  )
  return rows.map(({ fact, night, fine }) => ({ fact, on: night, fine }))
}
