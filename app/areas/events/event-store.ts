/** Events as offices write them. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type EventAfter, type EventFacts, eventAfter, eventFacts } from './schema.ts'

export interface Event {
  readonly id: string
  /** Whose office writes it. */
  readonly authority: string
  readonly facts: EventFacts
  readonly after: EventAfter | null
  readonly cancelled: boolean
  readonly revision: number
  readonly changedAt: Temporal.Instant
  /** Id of the person; null where a command did. */
  readonly changedBy: string | null
  /** Waits for a second person to look at it. */
  readonly asked: { readonly at: Temporal.Instant; readonly by: string | null; readonly revision: number } | undefined
  /** From whoever sent it back. */
  readonly answer: string
}

/** Who writes, and when. */
export interface By {
  readonly person: string | null
  readonly at: Temporal.Instant
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const columns = [
  ...(['id', 'authority', 'facts', 'after', 'cancelled', 'revision', 'changed_at', 'changed_by'] as const),
  ...(['asked_at', 'asked_by', 'asked_revision', 'answer'] as const),
] as const

interface Row {
  readonly id: string
  readonly authority: string
  readonly facts: unknown
  readonly after: unknown
  readonly cancelled: boolean
  readonly revision: number
  readonly changed_at: Date
  readonly changed_by: string | null
  readonly asked_at: Date | null
  readonly asked_by: string | null
  readonly asked_revision: number | null
  readonly answer: string
}

function eventOf(row: Row): Event {
  const { id, authority, cancelled, revision, answer, asked_at, asked_by, asked_revision } = row
  return {
    ...{ id, authority, cancelled, revision, answer },
    facts: eventFacts.parse(row.facts),
    after: row.after === null ? null : eventAfter.parse(row.after),
    changedAt: instant(row.changed_at),
    changedBy: row.changed_by,
    asked:
      asked_at && asked_revision !== null
        ? { at: instant(asked_at), by: asked_by, revision: asked_revision }
        : undefined,
  }
}

export async function readEvent(db: Db, id: string): Promise<Event | undefined> {
  const row = await db.selectFrom('office.event').select(columns).where('id', '=', id).executeTakeFirst()
  return row && eventOf(row)
}

/** One at a time for an event, until the end of the transaction. */
export async function lockEvent(tx: Tx, id: string): Promise<Event | undefined> {
  const row = await tx.selectFrom('office.event').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && eventOf(row)
}

/** The latest day first. */
export async function eventsOf(db: Db, authority: string): Promise<Event[]> {
  const rows = await db
    .selectFrom('office.event')
    .select(columns)
    .where('authority', '=', authority)
    .orderBy(sql`facts ->> 'day'`, 'desc')
    .orderBy('id')
    .execute()
  return rows.map(eventOf)
}

/** @returns false where the form was sent a second time. */
export async function insertEvent(
  tx: Tx,
  given: { readonly id: string; readonly authority: string; readonly facts: EventFacts },
  by: By,
): Promise<boolean> {
  const { id, authority, facts } = given
  const at = date(by.at)
  const added = await tx
    .insertInto('office.event')
    .values({ id, authority, facts: JSON.stringify(facts), begun_at: at, changed_at: at, changed_by: by.person })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

interface Written {
  readonly facts?: EventFacts
  readonly after?: EventAfter | null
  readonly cancelled?: boolean
}

/** Whoever was asked to look at it would see something else: nobody is asked any longer. */
export async function updateEvent(tx: Tx, id: string, by: By, { facts, after, cancelled }: Written): Promise<void> {
  await tx
    .updateTable('office.event')
    .set({
      ...{ revision: sql`revision + 1`, changed_at: date(by.at), changed_by: by.person },
      ...{ asked_at: null, asked_by: null, asked_revision: null },
      ...(facts ? { facts: JSON.stringify(facts) } : {}),
      ...(after === undefined ? {} : { after: after && JSON.stringify(after) }),
      ...(cancelled === undefined ? {} : { cancelled }),
    })
    .where('id', '=', id)
    .execute()
}

/** Takes an event away that was never published. */
export async function deleteEvent(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('office.event').where('id', '=', id).execute()
}

/** Waits for a second person, or does not any longer. */
export async function writeAsked(
  tx: Tx,
  id: string,
  asked: { readonly revision: number; readonly by: By } | undefined,
  answer: string,
): Promise<void> {
  await tx
    .updateTable('office.event')
    .set({
      asked_at: asked ? date(asked.by.at) : null,
      asked_by: asked ? asked.by.person : null,
      asked_revision: asked ? asked.revision : null,
      answer,
    })
    .where('id', '=', id)
    .execute()
}

/** Those that this person, an approver of these towns, can be the second one for. */
export async function waitingEvents(
  db: Db,
  authorities: readonly string[],
  person: string,
): Promise<{ readonly id: string; readonly authority: string }[]> {
  if (authorities.length === 0) return []
  const { rows } = await sql<{ id: string; authority: string }>`
    select id, authority from office.event
    where authority = any(${[...authorities]}::uuid[]) and asked_at is not null
      and asked_by is distinct from ${person}::uuid and changed_by is distinct from ${person}::uuid
    order by asked_at, id`.execute(db)
  return rows
}

/** Published events of these towns that are over and of which nobody has said yet what was done. @param today ISO date. */
export async function untoldEvents(
  db: Db,
  authorities: readonly string[],
  between: { readonly from: string; readonly today: string },
): Promise<{ readonly id: string; readonly authority: string }[]> {
  if (authorities.length === 0) return []
  const { rows } = await sql<{ id: string; authority: string }>`
    select draft.id, draft.authority from office.event draft join published.event shown on shown.id = draft.id
    where draft.authority = any(${[...authorities]}::uuid[]) and shown.status = 'planned' and draft.after is null
      and shown.starts::date < ${between.today}::date and shown.starts::date >= ${between.from}::date
    order by shown.starts, draft.id`.execute(db)
  return rows
}
