/** What councils have sent to stand by their signature. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'

export interface Reaffirmation {
  readonly id: string
  readonly signatory: string
  readonly authority: string
  readonly state: 'waiting' | 'entered' | 'returned'
  readonly decisionBody: string
  readonly decisionReference: string
  /** Days, `YYYY-MM-DD`. */
  readonly decidedOn: string
  readonly due: string
  readonly sentAt: Temporal.Instant
  readonly sentBy: string | null
  readonly words: string
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

const all = (db: Db) =>
  db
    .selectFrom('office.pact_reaffirmation')
    .select([
      'id',
      'signatory',
      'authority',
      'state',
      'decision_body',
      'decision_reference',
      'sent_at',
      'sent_by',
      'words',
    ])
    .select([sql<string>`decided_on::text`.as('decidedOn'), sql<string>`due::text`.as('due')])

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]
const reaffirmationOf = (row: Row): Reaffirmation => {
  const { decision_body, decision_reference, sent_at, sent_by, ...rest } = row
  const sentAt = Temporal.Instant.fromEpochMilliseconds(sent_at.getTime())
  return { ...rest, decisionBody: decision_body, decisionReference: decision_reference, sentAt, sentBy: sent_by }
}

export async function insertReaffirmation(
  tx: Tx,
  { decisionBody, decisionReference, decidedOn, sentAt, sentBy, ...row }: Omit<Reaffirmation, 'state' | 'words'>,
): Promise<boolean> {
  const added = await tx
    .insertInto('office.pact_reaffirmation')
    .values({
      ...{ ...row, state: 'waiting', decided_on: decidedOn, sent_at: date(sentAt), sent_by: sentBy },
      ...{ decision_body: decisionBody, decision_reference: decisionReference },
      ...{ decided_at: null, decided_by: null, ended_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

export async function readReaffirmation(db: Db, id: string): Promise<Reaffirmation | undefined> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  return row && reaffirmationOf(row)
}

/** One at a time, until the end of the transaction. */
export async function lockReaffirmation(tx: Tx, id: string): Promise<Reaffirmation | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pact reaffirmation ${id}`}, 0))`.execute(tx)
  return readReaffirmation(tx, id)
}

/** What is due first first. */
export async function waitingReaffirmations(db: Db): Promise<Reaffirmation[]> {
  const rows = all(db).where('state', '=', 'waiting').where('ended_at', 'is', null).orderBy('due').orderBy('id')
  return (await rows.execute()).map(reaffirmationOf)
}

/** The last one of a signatory. */
export async function lastReaffirmation(db: Db, signatory: string): Promise<Reaffirmation | undefined> {
  const row = await all(db).where('signatory', '=', signatory).orderBy('sent_at', 'desc').limit(1).executeTakeFirst()
  return row && reaffirmationOf(row)
}

/** What it said stands in the register now. */
export async function closeReaffirmation(
  tx: Tx,
  id: string,
  decision: {
    readonly state: 'entered' | 'returned'
    readonly words: string
    readonly by: string
    readonly at: Temporal.Instant
  },
): Promise<void> {
  const { state, words, by, at } = decision
  const emptied = state === 'entered' ? { decision_body: '', decision_reference: '' } : { ended_at: date(at) }
  await tx
    .updateTable('office.pact_reaffirmation')
    .set({ state, words, decided_by: by, decided_at: date(at), ...emptied })
    .where('id', '=', id)
    .execute()
}

/** The signature has ended. */
export async function endReaffirmations(tx: Tx, signatory: string, at: Temporal.Instant): Promise<void> {
  const rows = tx
    .updateTable('office.pact_reaffirmation')
    .set({ ended_at: date(at) })
    .where('ended_at', 'is', null)
  await rows.where('signatory', '=', signatory).execute()
}
