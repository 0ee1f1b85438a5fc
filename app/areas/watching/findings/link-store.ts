/** Links of published pages, each once, and what the nights have shown of them. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import type { LinkState } from './link-rules.ts'

const keyOf = (url: string): string => createHash('sha256').update(url).digest('hex')

/** Notes that these stand on a published page. */
export async function wantLinks(tx: Db, urls: readonly string[], at: Temporal.Instant): Promise<void> {
  if (urls.length === 0) return
  const rows = urls.map((url) => ({ sha256: keyOf(url), url })).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  await sql`
    insert into office.web_address (sha256, url, wanted_at)
    select row.sha256, row.url, ${new Date(at.epochMilliseconds)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (sha256 text, url text)
    order by row.sha256
    on conflict (sha256) do update set wanted_at = excluded.wanted_at`.execute(tx)
}

function links(db: Db) {
  return db
    .selectFrom('office.web_address')
    .select(['url', 'outcome', 'seen', 'bad_nights', 'gone_nights', 'leads_to', 'leads_nights'])
}

type Row = Awaited<ReturnType<ReturnType<typeof links>['executeTakeFirstOrThrow']>>

const stateOf = ({ url, outcome, seen, bad_nights, gone_nights, leads_to, leads_nights }: Row): LinkState => ({
  url,
  outcome: (outcome ?? 'unclear') as LinkState['outcome'],
  seen,
  badNights: bad_nights,
  goneNights: gone_nights,
  leadsTo: leads_to,
  leadsNights: leads_nights,
})

export async function readLinks(db: Db, urls: readonly string[]): Promise<ReadonlyMap<string, LinkState>> {
  if (urls.length === 0) return new Map()
  const keys = urls.map(keyOf)
  const rows = await links(db).where(sql<boolean>`sha256 = any(${keys}::text[])`).execute()
  return new Map(rows.map((row) => [row.url, stateOf(row)]))
}

/** Not asked in this night. */
const waiting = (night: Temporal.PlainDate) =>
  sql<boolean>`(checked_on is null or checked_on <> ${night.toString()}::date)`

export async function countWaiting(db: Db, night: Temporal.PlainDate): Promise<number> {
  const row = await db
    .selectFrom('office.web_address')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(waiting(night))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Those that did not answer last time come first, then those that have waited longest. */
export async function nextLinks(db: Db, night: Temporal.PlainDate, limit: number): Promise<LinkState[]> {
  const failing = await links(db)
    .where(waiting(night))
    .where('bad_nights', '>', 0)
    .orderBy('sha256')
    .limit(limit)
    .execute()
  const rest = await links(db)
    .where(waiting(night))
    .where('bad_nights', '=', 0)
    .orderBy('checked_on', (order) => order.asc().nullsFirst())
    .orderBy('sha256')
    .limit(limit - failing.length)
    .execute()
  return [...failing, ...rest].map(stateOf)
}

/** What this night has shown; a second run that asked at the same time counts nothing twice. */
export async function writeLinks(db: Db, states: readonly LinkState[], night: Temporal.PlainDate): Promise<void> {
  if (states.length === 0) return
  const rows = states.map((state) => ({
    sha256: keyOf(state.url),
    outcome: state.outcome,
    seen: state.seen,
    bad: state.badNights,
    gone: state.goneNights,
    leads_to: state.leadsTo,
    leads: state.leadsNights,
  }))
  await sql`
    update office.web_address link
    set checked_on = ${night.toString()}::date, outcome = row.outcome, seen = row.seen, bad_nights = row.bad,
      gone_nights = row.gone, leads_to = row.leads_to, leads_nights = row.leads
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (sha256 text, outcome text, seen text, bad integer, gone integer, leads_to text, leads integer)
    where link.sha256 = row.sha256 and link.checked_on is distinct from ${night.toString()}::date`.execute(db)
}
