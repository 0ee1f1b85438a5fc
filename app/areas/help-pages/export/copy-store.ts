/** Reads what copies of towns' pages are made of, many at a time. */
import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/tables.ts'
import type { Authority } from '../../authorities/index.ts'
import { KnownServices } from '../known-services.ts'
import { type PublishedTown, readPublishedTown } from '../town-store.ts'

export interface TownToCopy {
  readonly authority: Authority
  readonly facts: PublishedTown
  /** When it, and those whose services it shows, have published last. */
  readonly changes: readonly Temporal.Instant[]
}

/** What towns near each other share is read once, and is the same object in all of them. */
export async function readTownsToCopy(db: ReadDb, towns: readonly Authority[]): Promise<TownToCopy[]> {
  const known = new KnownServices()
  const read: { authority: Authority; facts: PublishedTown }[] = []
  for (const authority of towns) read.push({ authority, facts: await readPublishedTown(db, authority, { known }) })
  const changes = await changesOf(db, [...new Set(read.flatMap(({ facts }) => facts.areas))])
  return read.map((one) => ({ ...one, changes: one.facts.areas.flatMap((id) => changes.get(id) ?? []) }))
}

/** When each of these has published last; those that have not are left out. */
async function changesOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const { rows } = await sql<{ authority: string; at: Date }>`
    select current.authority, snapshot.published_at as at from published.current_snapshot current
    join published.snapshot snapshot on snapshot.authority = current.authority and snapshot.version = current.version
    where current.authority = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ authority, at }) => [authority, Temporal.Instant.fromEpochMilliseconds(at.getTime())]))
}

/**
 * Ids of all whose page may be found, neighbours beside each other: those of one area share most of what they show.
 *
 * @param country upper case; undefined: of all countries.
 */
export async function townsToCopy(db: ReadDb, country: string | undefined): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from published.authority a
    where a.status = 'active' and a.country = coalesce(${country ?? null}::text, a.country)
      and (exists (select from published.current_snapshot where authority = a.id)
        or exists (select from published.inheritance where authority = a.id))
    order by a.country, (select min(area::text) from published.authority_area where authority = a.id), a.slug`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
