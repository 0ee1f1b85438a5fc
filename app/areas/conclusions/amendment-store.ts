/** Amendments, line by line. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { AmendmentKind, AmendmentState } from './conclusion-rules.ts'
import type { Party, Written } from './conclusion-store.ts'

export interface Amendment extends Party {
  readonly id: string
  readonly conclusion: string
  readonly meeting: string
  readonly kind: AmendmentKind
  readonly body: string
  readonly reason: string
  readonly state: AmendmentState
  readonly answer: string
}

const columns = sql`
  a.id, a.conclusion, c.meeting, a.authority, a.association, a.kind, a.body, a.reason, a.state, a.answer`
const from = sql`office.conclusion_amendment a join office.conclusion c on c.id = a.conclusion`

/** In the order of the text and, of one line, as they came. */
export async function readAmendments(db: Db, meeting: string): Promise<Amendment[]> {
  const { rows } = await sql<Amendment>`
    select ${columns} from ${from} where c.meeting = ${meeting} order by c.position, a.sent_at, a.id`.execute(db)
  return rows
}

export async function readAmendment(db: Db, id: string): Promise<Amendment | undefined> {
  const { rows } = await sql<Amendment>`select ${columns} from ${from} where a.id = ${id}`.execute(db)
  return rows[0]
}

/** How many nobody has decided about, where amendments are closed, by year of the meeting. */
export async function undecided(db: Db): Promise<readonly { readonly year: number; readonly count: number }[]> {
  const { rows } = await sql<{ year: number; count: number }>`
    select m.year, count(*)::integer as count from ${from}
    join office.conclusion_set s on s.meeting = c.meeting join published.meeting m on m.id = c.meeting
    where s.stage = 'closed' and a.state = 'waiting' group by m.year order by m.year`.execute(db)
  return rows
}

export async function insertAmendment(
  tx: Tx,
  { id, conclusion, authority, association, kind, body, reason }: Omit<Amendment, 'meeting' | 'state' | 'answer'>,
  { at, person }: Written,
): Promise<void> {
  await sql`
    insert into office.conclusion_amendment (id, conclusion, authority, association, kind, body, reason, state, sent_at,
      sent_by)
    values (${id}, ${conclusion}, ${authority}, ${association}, ${kind}, ${body}, ${reason}, 'waiting', ${at}, ${person})`.execute(
    tx,
  )
}

export async function withdrawAmendment(tx: Tx, id: string): Promise<void> {
  await sql`update office.conclusion_amendment set state = 'withdrawn' where id = ${id} and state = 'waiting'`.execute(
    tx,
  )
}

export async function decideAmendment(
  tx: Tx,
  { id, state, answer }: Pick<Amendment, 'id' | 'state' | 'answer'>,
  { at, person }: Written,
): Promise<void> {
  await sql`
    update office.conclusion_amendment set state = ${state}, answer = ${answer}, decided_at = ${at}, decided_by = ${person}
    where id = ${id}`.execute(tx)
}
