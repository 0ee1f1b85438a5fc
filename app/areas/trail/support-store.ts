/** Which association may look at which town's office, and until when. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Support } from './support-rules.ts'

/** Who does it, and when. */
export interface Done {
  readonly by: string
  readonly at: Temporal.Instant
}

export interface OpenSupport extends Support {
  readonly id: string
  /** Ids of persons. */
  readonly askedBy: string | null
  readonly grantedBy: string | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date | null) => at && Temporal.Instant.fromEpochMilliseconds(at.getTime())

/** What was asked for or given and has not been ended; what has run out is among it. */
export async function readSupport(db: Db, authority: string): Promise<OpenSupport[]> {
  const rows = await db
    .selectFrom('office.support')
    .selectAll()
    .where('authority', '=', authority)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    association: row.association,
    askedAt: instant(row.asked_at),
    askedBy: row.asked_by,
    grantedBy: row.granted_by,
    until: instant(row.until),
    endedAt: null,
  }))
}

export async function insertSupport(
  tx: Db,
  given: { readonly authority: string; readonly association: string },
  asked: Done | undefined,
  granted: (Done & { readonly until: Temporal.Instant }) | undefined,
): Promise<void> {
  await tx
    .insertInto('office.support')
    .values({
      id: newId(),
      ...given,
      asked_at: asked ? date(asked.at) : null,
      asked_by: asked?.by ?? null,
      granted_at: granted ? date(granted.at) : null,
      granted_by: granted?.by ?? null,
      until: granted ? date(granted.until) : null,
      ended_at: null,
      ended_by: null,
    })
    .execute()
}

export async function grantSupport(
  tx: Db,
  id: string,
  { by, at, until }: Done & { readonly until: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('office.support')
    .set({ granted_at: date(at), granted_by: by, until: date(until) })
    .where('id', '=', id)
    .execute()
}

/** @param by null: it ran out. */
export async function closeSupport(
  tx: Db,
  id: string,
  { by, at }: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('office.support')
    .set({ ended_at: date(at), ended_by: by })
    .where('id', '=', id)
    .execute()
}

/** One at a time for who may look at a town's office. */
export async function lockSupport(tx: Db, authority: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`support:${authority}`}, 0))`.execute(tx)
}

/** A town that was merged into another has no office to look at. */
export async function endSupportOf(tx: Db, authority: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.support')
    .set({ ended_at: date(at) })
    .where('authority', '=', authority)
    .where('ended_at', 'is', null)
    .execute()
}
