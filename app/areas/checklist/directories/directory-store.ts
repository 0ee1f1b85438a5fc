/** What directories of associations say of services, by the authorities that these belong to. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import { tellingMarks } from '../alike-rules.ts'
import { withoutPlace } from '../confidential.ts'
import type { Feed, PlacedCounts } from '../feeds/feed-schema.ts'
import { type ServiceFacts, serviceFacts } from '../schema.ts'
import { canonicalOf, sha256OfCanonical } from '../snapshot-store.ts'
import { readTown } from '../town-store.ts'
import type { Fit, FitReason } from './place-rules.ts'

export interface StagedService {
  readonly sourceId: string
  readonly facts: ServiceFacts
  readonly fit: Fit
  readonly marks: readonly string[]
}

/** @returns how many were new: of several with one id the first counts. */
export async function stageServices(
  db: Db,
  { feed, batch }: { readonly feed: string; readonly batch: string },
  services: readonly StagedService[],
): Promise<number> {
  if (services.length === 0) return 0
  const rows = services.map(({ sourceId, facts, fit, marks }) => {
    const { json, sha256 } = written(facts)
    return { source_id: sourceId, facts: json, facts_sha256: sha256, ...fit, marks }
  })
  const { rows: added } = await sql`
    insert into office.directory_service (feed, batch, source_id, facts, facts_sha256, authorities, fits_by, marks)
    select ${feed}::uuid, ${batch}::uuid, source_id, facts::jsonb, facts_sha256, authorities, "by", marks
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (source_id text, facts text, facts_sha256 text,
      authorities uuid[], "by" text, marks text[])
    on conflict do nothing returning source_id`.execute(db)
  return added.length
}

function written(facts: ServiceFacts): { readonly json: string; readonly sha256: string } {
  const json = canonicalOf(facts)
  if (json === undefined) throw new Error('facts that were checked cannot be written')
  return { json, sha256: sha256OfCanonical(json) }
}

/** Rows that one statement takes out: others want to write, too. */
const atOnce = 5_000

/** All but one fetch of a feed. */
export async function dropOtherBatches(db: Db, feed: string, kept: string | null): Promise<void> {
  let gone = atOnce
  while (gone === atOnce) {
    const { rows } = await sql`
      delete from office.directory_service where ctid = any(array(
        select ctid from office.directory_service
        where feed = ${feed}::uuid and batch is distinct from ${kept}::uuid limit ${atOnce}
      )) returning 1`.execute(db)
    gone = rows.length
  }
}

export interface BatchStep {
  /** Services of the fetch that is kept. */
  readonly known: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
}

/** What a fetch says that is new against the one that is kept. */
export async function compareBatches(
  db: Db,
  { id, batch }: Pick<Feed, 'id' | 'batch'>,
  next: string,
): Promise<BatchStep> {
  const { rows } = await sql<BatchStep>`
    select count(old.source_id)::int as known,
      count(*) filter (where old.source_id is null)::int as added,
      count(*) filter (where old.facts_sha256 <> fresh.facts_sha256)::int as changed,
      count(*) filter (where old.facts_sha256 = fresh.facts_sha256)::int as unchanged,
      count(*) filter (where fresh.source_id is null)::int as gone
    from (select * from office.directory_service where feed = ${id}::uuid and batch = ${batch}::uuid) old
    full join (select * from office.directory_service where feed = ${id}::uuid and batch = ${next}::uuid) fresh
      using (source_id)`.execute(db)
  const [step] = rows
  if (!step) throw new Error('a count gives one row')
  return step
}

/** Of a fetch, what belongs to members of an association. */
export async function countFitting(
  db: Db,
  { feed, batch, association }: { readonly feed: string; readonly batch: string; readonly association: string },
): Promise<Pick<PlacedCounts, 'fitting' | 'members'>> {
  const { rows } = await sql<Pick<PlacedCounts, 'fitting' | 'members'>>`
    select count(distinct one.source_id)::int as fitting, count(distinct member.authority)::int as members
    from office.directory_service one
    cross join unnest(one.authorities) as fits (authority)
    join published.association_member member
      on member.authority = fits.authority and member.association = ${association}::uuid
    where one.feed = ${feed}::uuid and one.batch = ${batch}::uuid`.execute(db)
  return rows[0] ?? { fitting: 0, members: 0 }
}

/** A service that a directory suggests to an authority. */
export interface SuggestedService {
  readonly feed: string
  /** Name of the directory. */
  readonly directory: string
  /** Who follows it. */
  readonly association: { readonly id: string; readonly name: string; readonly names: Readonly<Record<string, string>> }
  readonly facts: ServiceFacts
  readonly sha256: string
  readonly by: FitReason
  /** When the directory was last found to say so. */
  readonly fetchedAt: Temporal.Instant
}

/** Of the directories that the associations of an authority follow, by their names. */
export async function suggestedServices(db: Db, authority: string): Promise<SuggestedService[]> {
  const { rows } = await sql<{
    feed: string
    directory: string
    association: string
    name: string
    names: Readonly<Record<string, string>>
    facts: unknown
    sha256: string
    by: FitReason
    fetchedAt: Date
  }>`
    select feed.id as feed, feed.source as directory, association.id as association, association.name,
      association.names, one.facts, one.facts_sha256 as sha256, one.fits_by as by, feed.fetched_at as "fetchedAt"
    from office.directory_service one
    join office.service_feed feed on feed.id = one.feed and feed.batch = one.batch
    join published.association_member member
      on member.association = feed.association and member.authority = ${authority}::uuid
    join published.association association on association.id = feed.association
    where one.authorities @> array[${authority}::uuid]
    order by feed.source, one.source_id`.execute(db)
  return rows.map(({ association: id, name, names, facts, fetchedAt, ...row }) => ({
    ...row,
    association: { id, name, names },
    facts: serviceFacts.parse(facts),
    fetchedAt: Temporal.Instant.fromEpochMilliseconds(fetchedAt.getTime()),
  }))
}

/** Whether a directory suggests anything to an authority. */
export async function hasSuggestedServices(db: Db, authority: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from office.directory_service one
    join office.service_feed feed on feed.id = one.feed and feed.batch = one.batch
    join published.association_member member
      on member.association = feed.association and member.authority = ${authority}::uuid
    where one.authorities @> array[${authority}::uuid] limit 1`.execute(db)
  return rows.length > 0
}

/** By what services in confidential places of these authorities, and of the areas these belong to, can be known. */
export async function confidentialMarks(
  db: Db,
  country: string,
  authorities: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ facts: unknown }>`
    with recursive up (id) as (
      select unnest(${[...new Set(authorities)]}::uuid[])
      union select link.area from up join published.authority_area link on link.authority = up.id
    ), all_of (id) as (
      select id from up
      union select id from published.authority where country = ${country} and kind = 'country'
    )
    select draft.facts from office.draft_service draft join all_of on all_of.id = draft.authority
    where draft.facts->'place'->>'type' = 'confidential'`.execute(db)
  return new Set(rows.flatMap(({ facts }) => tellingMarks(serviceFacts.parse(facts), country)))
}

/**
 * What directories say of services whose place is confidential here, or of what may be the same, loses its place.
 *
 * @param services of the authority; those whose place is not confidential are none of it.
 */
export async function hideSuggestedPlaces(tx: Db, authority: string, services: readonly ServiceFacts[]): Promise<void> {
  const hidden = services.filter(({ place }) => place.type === 'confidential')
  if (hidden.length > 0) await hideMarked(tx, authority, hidden)
}

/** Whatever these have in common with what directories say, with the place that they had until now. */
export async function hideMarked(tx: Db, authority: string, hidden: readonly ServiceFacts[]): Promise<void> {
  const { country } = await readTown(tx, authority)
  const marks = hidden.flatMap((facts) => tellingMarks(facts, country))
  if (marks.length === 0) return
  const { rows } = await sql<{ feed: string; batch: string; source_id: string; facts: unknown }>`
    select feed, batch, source_id, facts from office.directory_service
    where marks && ${[...new Set(marks)]}::text[] for update`.execute(tx)
  for (const { feed, batch, source_id, facts } of rows) {
    const { json, sha256 } = written(withoutPlace(serviceFacts.parse(facts)))
    await sql`
      update office.directory_service set facts = ${json}::jsonb, facts_sha256 = ${sha256}
      where feed = ${feed}::uuid and batch = ${batch}::uuid and source_id = ${source_id}`.execute(tx)
  }
}

/** What belonged to a merged authority belongs to its successor. */
export async function moveSuggestedServices(tx: Db, from: string, into: string): Promise<void> {
  await sql`
    update office.directory_service
    set authorities = array(select distinct unnest(array_replace(authorities, ${from}::uuid, ${into}::uuid)))
    where authorities @> array[${from}::uuid]`.execute(tx)
}
