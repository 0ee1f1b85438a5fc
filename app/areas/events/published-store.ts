/** Published events: versions, and the newest of each as lists read it. Written in the transaction that publishes. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import { endOf, languagesOf, momentOf, startOf, yearOf } from './event-rules.ts'
import { announceEvents } from './public-tag.ts'
import { type EventDocument, eventDocument } from './schema.ts'

export interface EventVersion {
  readonly version: number
  readonly publishedAt: Temporal.Instant
  readonly document: EventDocument
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

interface VersionRow {
  readonly version: number
  readonly document: unknown
  readonly published_at: Date
}

const versionOf = ({ version, document, published_at }: VersionRow): EventVersion => ({
  version,
  publishedAt: instant(published_at),
  document: eventDocument.parse(document),
})

/** Oldest first. */
export async function versionsOf(db: Db | ReadDb, event: string): Promise<EventVersion[]> {
  const { rows } = await sql<VersionRow>`
    select version, document, published_at from published.event_version
    where event = ${event} order by version`.execute(db)
  return rows.map(versionOf)
}

/** The newest version; undefined where none is published. */
export async function readNewest(db: Db | ReadDb, event: string): Promise<EventVersion | undefined> {
  const { rows } = await sql<VersionRow>`
    select version, document, published_at from published.event_version
    where event = ${event} order by version desc limit 1`.execute(db)
  return rows[0] && versionOf(rows[0])
}

interface Publication {
  readonly event: string
  readonly country: string
  readonly version: number
  readonly document: EventDocument
  readonly at: Temporal.Instant
  /** Of a fictional town. */
  readonly demonstration?: boolean
}

/** A year that nobody has prepared has an edition without a theme. */
async function ensureEdition(tx: Db, year: number, at: Date, demonstration: boolean): Promise<void> {
  await tx
    .insertInto('published.event_edition')
    .values({ year, themes: '{}', source: '', demonstration, changed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Writes a version, and what is listed. */
export async function writeVersion(tx: Db, given: Publication): Promise<void> {
  const { event, country, version, document } = given
  const at = new Date(given.at.epochMilliseconds)
  await ensureEdition(tx, yearOf(document.event), at, given.demonstration ?? false)
  const listed = { ...listedOf(document), country, version, published_at: at }
  await tx
    .insertInto('published.event')
    .values({ id: event, first_published_at: at, ...listed })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(listed))
    .execute()
  await tx
    .insertInto('published.event_version')
    .values({ event, version, document: JSON.stringify(document), published_at: at })
    .execute()
}

function listedOf({ authority, status, event, after }: EventDocument) {
  const words = Object.entries(event.words)
  return {
    ...{ authority, status, access: event.access, kind: event.kind, zone: event.zone, language: event.language },
    ...{ year: yearOf(event), starts: startOf(event), ends: endOf(event), languages: languagesOf(event) },
    starts_at: new Date(momentOf(event).epochMilliseconds),
    place: event.access === 'public' ? event.place : null,
    online: event.access === 'public' && event.where === 'online',
    titles: JSON.stringify(Object.fromEntries(words.map(([language, { title }]) => [language, title]))),
    texts: JSON.stringify(Object.fromEntries(words.map(([language, { what }]) => [language, what]))),
    ...{ people: after?.people ?? null, told: after !== null },
  }
}

/** Takes a place out of a version for good: that it was, is told. */
export async function redactVersion(tx: Tx, event: string, version: number, document: EventDocument): Promise<void> {
  await tx
    .updateTable('published.event_version')
    .set({ document: JSON.stringify(document), redacted: true })
    .where('event', '=', event)
    .where('version', '=', version)
    .execute()
}

/** Words were taken out of all versions: it is published anew, because calendars take over only what has a higher number. */
export async function publishAnew(tx: Db, event: string, at: Temporal.Instant): Promise<void> {
  const newest = await readNewest(tx, event)
  const { rows } = await sql<{ country: string }>`select country from published.event where id = ${event}`.execute(tx)
  const country = rows[0]?.country
  if (!newest || country === undefined) return
  const { version, document } = newest
  await writeVersion(tx, { event, country, version: version + 1, document, at })
  await announceEvents(tx, [{ year: yearOf(document.event), country, authority: document.authority }])
}

export interface ToldEvent {
  readonly id: string
  readonly title: string
  /** Code of the language. */
  readonly language: string
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly people: number | null
  readonly told: boolean
}

/** What a town has done around the day, the earliest first; days are `YYYY-MM-DD`, both included. */
export async function eventsBetween(
  db: Db | ReadDb,
  authority: string,
  from: string,
  to: string,
): Promise<ToldEvent[]> {
  const { rows } = await sql<ToldEvent>`
    select id, coalesce(titles ->> language, '') as title, language, starts::date::text as day, people, told
    from published.event
    where authority = ${authority} and status = 'planned' and starts::date between ${from}::date and ${to}::date
    order by starts, id`.execute(db)
  return rows
}
