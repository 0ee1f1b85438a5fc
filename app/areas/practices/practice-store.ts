/** Practices as their towns work on them. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type PracticeFacts, practiceFacts } from './practice-schema.ts'
import type { State } from './state-rules.ts'

export interface Practice {
  readonly id: string
  /** Whose it is today: where a town was merged, its successor. */
  readonly authority: string
  readonly state: State
  readonly facts: PracticeFacts
  /** Of an action plan, that it tells of. */
  readonly measure: { readonly plan: string; readonly measure: string } | null
  readonly revision: number
  /** The newest version that is or was public. */
  readonly version: number | null
  /** A version is public now. */
  readonly isPublic: boolean
  readonly begunBy: string | null
  readonly changedAt: Temporal.Instant
  readonly changedBy: string | null
  readonly submittedAt: Temporal.Instant | null
  readonly submittedBy: string | null
  readonly reasons: string
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const holder = sql<string>`coalesce(case when town.status = 'merged' then town.successor end, practice.authority)`

const practices = (db: Db) =>
  db
    .selectFrom('office.practice as practice')
    .innerJoin('published.authority as town', 'town.id', 'practice.authority')
    .leftJoin('published.practice as shown', 'shown.id', 'practice.id')
    .select(['practice.id', 'practice.state', 'practice.facts', 'practice.revision', 'practice.version'])
    .select(['practice.plan', 'practice.measure', 'practice.begun_by', 'practice.changed_at', 'practice.changed_by'])
    .select(['practice.submitted_at', 'practice.submitted_by', 'practice.reasons'])
    .select(holder.as('holder'))
    .select('shown.status')

type Row = Awaited<ReturnType<ReturnType<typeof practices>['execute']>>[number]

const practiceOf = (row: Row): Practice => ({
  ...{ id: row.id, authority: row.holder, state: row.state, revision: row.revision, version: row.version },
  facts: practiceFacts.parse(row.facts),
  measure: row.plan !== null && row.measure !== null ? { plan: row.plan, measure: row.measure } : null,
  isPublic: row.status === 'published',
  begunBy: row.begun_by,
  changedAt: instant(row.changed_at),
  changedBy: row.changed_by,
  submittedAt: row.submitted_at && instant(row.submitted_at),
  submittedBy: row.submitted_by,
  reasons: row.reasons,
})

export async function readPractice(db: Db, id: string): Promise<Practice | undefined> {
  const row = await practices(db).where('practice.id', '=', id).executeTakeFirst()
  return row && practiceOf(row)
}

/** One at a time for a practice, until the end of the transaction. */
export async function lockPractice(tx: Tx, id: string): Promise<Practice | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`practice ${id}`}, 0))`.execute(tx)
  return readPractice(tx, id)
}

/** The one changed last first; those that have ended are left out. */
export async function practicesOf(db: Db, authority: string): Promise<Practice[]> {
  const rows = await practices(db)
    .where(holder, '=', authority)
    .where('practice.state', '<>', 'withdrawn')
    .orderBy('practice.changed_at', 'desc')
    .orderBy('practice.id')
    .execute()
  return rows.map(practiceOf)
}

/** Those that wait to be reviewed, the longest first. */
export async function waitingPractices(db: Db): Promise<Practice[]> {
  const rows = await practices(db)
    .where('practice.state', '=', 'submitted')
    .orderBy('practice.submitted_at')
    .orderBy('practice.id')
    .execute()
  return rows.map(practiceOf)
}

/** Those that these offices have to change. */
export async function returnedPractices(db: Db, authorities: readonly string[]): Promise<Practice[]> {
  if (authorities.length === 0) return []
  const rows = await practices(db)
    .where('practice.state', '=', 'returned')
    .where(holder, 'in', authorities)
    .orderBy('practice.changed_at')
    .execute()
  return rows.map(practiceOf)
}

/**
 * What a town has begun from a measure of an action plan and not ended: of several that carry the plan, each may tell of
 * it. @returns its id.
 */
export async function practiceOfMeasure(
  db: Db,
  authority: string,
  { plan, measure }: { readonly plan: string; readonly measure: string },
): Promise<string | undefined> {
  const row = await practices(db)
    .where(holder, '=', authority)
    .where('practice.plan', '=', plan)
    .where('practice.measure', '=', measure)
    .where('practice.state', '<>', 'withdrawn')
    .executeTakeFirst()
  return row?.id
}

/** @returns false where there is one already with this id, or of this town from this measure. */
export async function insertPractice(
  tx: Tx,
  given: {
    readonly id: string
    readonly authority: string
    readonly facts: PracticeFacts
    readonly measure: { readonly plan: string; readonly measure: string } | null
  },
  made: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { id, authority, facts, measure } = given
  const added = await tx
    .insertInto('office.practice')
    .values({
      ...{ id, authority, state: 'draft', facts: JSON.stringify(facts) },
      ...{ plan: measure?.plan ?? null, measure: measure?.measure ?? null },
      ...{ begun_at: date(made.at), begun_by: made.by, changed_at: date(made.at), changed_by: made.by },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

export async function updateFacts(
  tx: Tx,
  id: string,
  { facts, revision, state }: Pick<Practice, 'facts' | 'revision' | 'state'>,
  made: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  const values = { facts: JSON.stringify(facts), revision, state, changed_at: date(made.at), changed_by: made.by }
  await tx.updateTable('office.practice').set(values).where('id', '=', id).execute()
}

export async function markSubmitted(
  tx: Tx,
  id: string,
  made: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  const values = { state: 'submitted', reasons: '', submitted_at: date(made.at), submitted_by: made.by } as const
  await tx.updateTable('office.practice').set(values).where('id', '=', id).execute()
}

/** @param decided.version of what is public from now on; left out where nothing more is. */
export async function markDecided(
  tx: Tx,
  id: string,
  decided: {
    readonly state: 'returned' | 'published'
    readonly reasons: string
    readonly version?: number
    readonly by: string | null
    readonly at: Temporal.Instant
  },
): Promise<void> {
  const { state, reasons, version, by, at } = decided
  await tx
    .updateTable('office.practice')
    .set({
      ...{ state, reasons, decided_at: date(at), decided_by: by },
      ...(version === undefined ? {} : { version }),
    })
    .where('id', '=', id)
    .execute()
}

export async function markWithdrawn(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.practice')
    .set({ state: 'withdrawn', ended_at: date(at) })
    .where('id', '=', id)
    .execute()
}
