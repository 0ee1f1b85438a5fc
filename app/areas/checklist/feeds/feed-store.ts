/** Feeds that towns and associations follow: what is decided about them, who fetches them now, what came of it. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../../platform/db/tables.ts'
import type { Found } from '../import-services/import-services.ts'
import { resultsKept } from './feed-rules.ts'
import {
  type Count,
  countNames,
  type Feed,
  type FeedOwner,
  type FeedSettings,
  type PlacedCounts,
  type PullResult,
  placedCounts,
  pullResult,
} from './feed-schema.ts'

const columns = [
  ...(['id', 'authority', 'association', 'source', 'url', 'language', 'default_kind', 'every', 'hour'] as const),
  ...(['conflict', 'revision', 'set_up_by', 'next_at', 'look', 'may_lose', 'fictional', 'etag'] as const),
  ...(['last_modified', 'failures', 'results', 'gone', 'batch', 'fetched_at', 'placed'] as const),
] as const

type Row = Pick<Feed, 'id' | 'source' | 'url' | 'language' | 'every' | 'hour' | 'conflict' | 'revision'> &
  Pick<Feed, 'look' | 'fictional' | 'etag' | 'failures' | 'batch'> & {
    authority: string | null
    association: string | null
    default_kind: string
    set_up_by: string
    next_at: Date
    may_lose: number | null
    last_modified: string | null
    results: unknown
    gone: unknown
    fetched_at: Date | null
    placed: unknown
  }

const ownerOf = ({ authority, association }: Pick<Row, 'authority' | 'association'>): FeedOwner =>
  authority === null ? { type: 'association', id: association ?? '' } : { type: 'authority', id: authority }

function feedOf(found: Row): Feed {
  const { authority, association, default_kind, set_up_by, next_at, may_lose, last_modified, fetched_at, ...row } =
    found
  return {
    ...row,
    owner: ownerOf({ authority, association }),
    defaultKind: default_kind,
    setUpBy: set_up_by,
    nextAt: instantOf(next_at),
    mayLose: may_lose,
    lastModified: last_modified,
    results: z.array(pullResult).parse(row.results),
    gone: z.array(z.string()).parse(row.gone),
    fetchedAt: fetched_at && instantOf(fetched_at),
    placed: placedCounts.nullable().parse(row.placed),
  }
}

const instantOf = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())
const moment = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds)

/** By name. */
export async function listFeeds(db: Db, { type, id }: FeedOwner): Promise<Feed[]> {
  const rows = await db
    .selectFrom('office.service_feed')
    .select(columns)
    .where(type, '=', id)
    .orderBy('source')
    .execute()
  return rows.map(feedOf)
}

export async function readFeed(db: Db, owner: FeedOwner, id: string): Promise<Feed | undefined> {
  const row = await db
    .selectFrom('office.service_feed')
    .select(columns)
    .where(owner.type, '=', owner.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && feedOf(row)
}

export async function insertFeed(
  tx: Db,
  feed: FeedSettings &
    Pick<Feed, 'id' | 'owner' | 'setUpBy' | 'nextAt'> & {
      readonly at: Temporal.Instant
      readonly fictional?: true
      /** Whoever sets it up has what it says already. */
      readonly claim?: string
    },
): Promise<void> {
  const { id, owner, source, url, language, defaultKind, every, hour, conflict, setUpBy, nextAt, at } = feed
  const owned = {
    authority: owner.type === 'authority' ? owner.id : null,
    association: owner.type === 'association' ? owner.id : null,
  }
  const row = { id, ...owned, source, url, language, default_kind: defaultKind, every, hour, conflict }
  await tx
    .insertInto('office.service_feed')
    .values({
      ...row,
      set_up_by: setUpBy,
      set_up_at: moment(at),
      next_at: moment(nextAt),
      fictional: feed.fictional,
      claim: feed.claim,
    })
    .execute()
}

/** Whoever fetches it now fetches something else: what comes of it is not kept. */
export async function updateFeed(
  tx: Db,
  id: string,
  { url, language, defaultKind, every, hour, conflict }: Omit<FeedSettings, 'source'>,
  nextAt: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('office.service_feed')
    .set({ url, language, default_kind: defaultKind, every, hour, conflict, next_at: moment(nextAt) })
    .set({ etag: null, last_modified: null, failures: 0, may_lose: null, claim: null, claimed_until: null })
    // What is fictional is so at the address that was made up with it.
    .set((row) => ({ revision: row('revision', '+', 1), fictional: sql<boolean>`fictional and url = ${url}` }))
    .where('id', '=', id)
    .execute()
}

/** What it fetched stays in the draft of a town; what an association keeps of it goes. */
export async function deleteFeed(tx: Db, owner: FeedOwner, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.service_feed')
    .where(owner.type, '=', owner.id)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

/** @returns false where somebody waits already. */
export async function askToLook(tx: Db, id: string): Promise<boolean> {
  const asked = await tx
    .updateTable('office.service_feed')
    .set({ look: true })
    .where('id', '=', id)
    .where('look', '=', false)
    .returning('id')
    .executeTakeFirst()
  return asked !== undefined
}

/** What it says is followed now, although up to so many services are gone. @returns false where somebody wants it already. */
export async function askToFollow(tx: Db, id: string, mayLose: number): Promise<boolean> {
  const asked = await tx
    .updateTable('office.service_feed')
    .set({ may_lose: mayLose })
    .where('id', '=', id)
    .where('may_lose', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return asked !== undefined
}

/**
 * The feed whose turn it is, for one process alone; of two that ask at once the second gets the next. A claim that is
 * never settled ends by itself.
 */
export async function claimFeed(
  db: Db,
  given: { readonly claim: string; readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<Feed | undefined> {
  const now = moment(given.now)
  const row = await db
    .updateTable('office.service_feed')
    .set({ claim: given.claim, claimed_until: moment(given.until) })
    .where('id', '=', (one) =>
      one
        .selectFrom('office.service_feed')
        .select('id')
        .where('fictional', '=', false)
        .where((due) => due.or([due('next_at', '<=', now), due('look', '=', true), due('may_lose', 'is not', null)]))
        .where((free) => free.or([free('claimed_until', 'is', null), free('claimed_until', '<=', now)]))
        .orderBy(sql`look or may_lose is not null`, 'desc')
        .orderBy('next_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(columns)
    .executeTakeFirst()
  return row && feedOf(row)
}

export interface Settled {
  readonly result: PullResult
  readonly nextAt: Temporal.Instant
  readonly failures: number
  /** Of what was followed; undefined: as before. */
  readonly followed?: {
    readonly etag: string | null
    readonly lastModified: string | null
    readonly gone: readonly string[]
    /** Of an association: what is kept from now on. */
    readonly kept?: { readonly batch: string; readonly placed: PlacedCounts }
  }
  /** What is kept of it holds now. */
  readonly confirmed: boolean
}

const newest = (entry: PullResult) => sql<string>`
  (select coalesce(jsonb_agg(one order by number), '[]') from (
    select one, number from jsonb_array_elements(${JSON.stringify([entry])}::jsonb || results)
      with ordinality as all_results (one, number)
    where number <= ${resultsKept}) as kept)`

/** Ends a claim. @returns false where it is not this one's any more: nothing is to be kept of it. */
export async function settleFeed(tx: Db, id: string, claim: string, settled: Settled): Promise<boolean> {
  const { result: entry, nextAt, failures, followed, confirmed } = settled
  const ended = { look: false, may_lose: null, claim: null, claimed_until: null }
  const done = await tx
    .updateTable('office.service_feed')
    .set({ results: newest(entry), next_at: moment(nextAt), failures, ...ended })
    .$if(confirmed, (update) => update.set({ fetched_at: new Date(entry.at) }))
    .$if(followed?.kept !== undefined, (update) =>
      update.set({ batch: followed?.kept?.batch ?? null, placed: JSON.stringify(followed?.kept?.placed ?? null) }),
    )
    .$if(followed !== undefined, (update) =>
      update.set({
        etag: followed?.etag ?? null,
        last_modified: followed?.lastModified ?? null,
        gone: JSON.stringify(followed?.gone ?? []),
      }),
    )
    .where('id', '=', id)
    .where('claim', '=', claim)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

export function countsOf(found: Record<Count, number>): NonNullable<PullResult['counts']> {
  return Object.fromEntries(countNames.map((one) => [one, found[one]])) as Record<Count, number>
}

/** An officer has looked at what a feed said, and taken it over. */
export async function noteFollowed(tx: Db, id: string, at: Temporal.Instant, found: Found): Promise<void> {
  const entry: PullResult = {
    ...{ at: at.toString(), outcome: 'taken', counts: countsOf(found), gone: found.gone.length },
  }
  await tx
    .updateTable('office.service_feed')
    .set({ results: newest(entry), gone: JSON.stringify(found.gone) })
    .where('id', '=', id)
    .execute()
}

export interface GoneService {
  readonly id: string
  readonly facts: unknown
}

/** Of these services, those that are in the draft still, and still the feed's. */
export async function stillThere(db: Db, { owner, source, gone }: Feed): Promise<GoneService[]> {
  if (owner.type === 'association' || gone.length === 0) return []
  return db
    .selectFrom('office.draft_service')
    .select(['id', 'facts'])
    .where('authority', '=', owner.id)
    .where('source', '=', source)
    .where('removed_at', 'is', null)
    .where('id', 'in', gone)
    .orderBy('id')
    .execute()
}

/** The service is the town's own from now on. @returns false where it was not the feed's any more. */
export async function detachService(tx: Db, { owner, source }: Feed, service: string): Promise<boolean> {
  const done = await tx
    .updateTable('office.draft_service')
    .set({ source: null, source_id: null, source_sha256: null })
    .where('authority', '=', owner.id)
    .where('source', '=', source)
    .where('id', '=', service)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}
