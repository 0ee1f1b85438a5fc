/** What hosts leave to those who come after. All of it is public. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'

export const leftKinds = ['programme', 'budget', 'lesson', 'other'] as const
export type LeftKind = (typeof leftKinds)[number]

export interface Left {
  readonly id: string
  readonly meeting: string
  readonly kind: LeftKind
  readonly title: string
  readonly text: string
  /** Empty where there is none. */
  readonly link: string
  /** Code of the language. */
  readonly language: string
  /** Null: the secretariat. */
  readonly authority: string | null
}

/** @param meeting undefined: of all, the newest meeting first. */
export async function readLeft(
  db: Db | ReadDb,
  meeting: string | undefined,
): Promise<(Left & { readonly year: number })[]> {
  const { rows } = await sql<Left & { readonly year: number }>`
    select l.id, l.meeting, l.kind, l.title, l.text, l.link, l.language, l.authority, m.year
    from published.meeting_left l join published.meeting m on m.id = l.meeting
    where ${meeting ?? null}::uuid is null or l.meeting = ${meeting ?? null}
    order by m.year desc, l.written_at, l.id`.execute(db)
  return rows
}

/** @returns false where it is there already. */
export async function insertLeft(tx: Tx, left: Left, at: Temporal.Instant): Promise<boolean> {
  const added = await tx
    .insertInto('published.meeting_left')
    .values({ ...left, written_at: new Date(at.epochMilliseconds) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** @param authority whose it has to be; undefined: anybody's. @returns the rows that went. */
export async function deleteLeft(tx: Tx, meeting: string, id: string, authority: string | undefined): Promise<number> {
  const rows = tx.deleteFrom('published.meeting_left').where('meeting', '=', meeting).where('id', '=', id)
  const gone = await (authority === undefined ? rows : rows.where('authority', '=', authority))
    .returning('id')
    .execute()
  return gone.length
}
