/** Withdrawals that the secretariat enters for a signatory, until a second person has agreed. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'

export interface AskedWithdrawal {
  readonly id: string
  readonly signatory: string
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string
  readonly words: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

const asked = (db: Db) =>
  db
    .selectFrom('office.pact_withdrawal')
    .select(['id', 'signatory', 'words', 'asked_at', 'asked_by'])
    .select(sql<string>`decided_on::text`.as('decidedOn'))

type Row = Awaited<ReturnType<ReturnType<typeof asked>['execute']>>[number]
const askedOf = ({ id, signatory, words, decidedOn, asked_at, asked_by }: Row): AskedWithdrawal => ({
  ...{ id, signatory, words, decidedOn, askedBy: asked_by },
  askedAt: Temporal.Instant.fromEpochMilliseconds(asked_at.getTime()),
})

export async function withdrawalAskedOf(db: Db, signatory: string): Promise<AskedWithdrawal | undefined> {
  const row = await asked(db).where('signatory', '=', signatory).executeTakeFirst()
  return row && askedOf(row)
}

/** What waits for a second person, the longest wait first. */
export async function askedWithdrawals(db: Db): Promise<AskedWithdrawal[]> {
  return (await asked(db).orderBy('asked_at').execute()).map(askedOf)
}

/** @returns false where one of this signatory waits already. */
export async function insertWithdrawal(tx: Tx, { decidedOn, askedAt, askedBy, ...row }: AskedWithdrawal) {
  const added = await tx
    .insertInto('office.pact_withdrawal')
    .values({ ...row, decided_on: decidedOn, asked_at: date(askedAt), asked_by: askedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

/** Somebody else of the secretariat stands behind it from now on. */
export async function takeOverWithdrawal(tx: Tx, id: string, person: string): Promise<void> {
  await tx.updateTable('office.pact_withdrawal').set({ asked_by: person }).where('id', '=', id).execute()
}

/** @returns false where it is gone. */
export async function deleteWithdrawal(tx: Tx, signatory: string): Promise<boolean> {
  const gone = tx.deleteFrom('office.pact_withdrawal').where('signatory', '=', signatory).returning('id')
  return (await gone.execute()).length === 1
}

/** Ids of people whose account is the way to withdraw what they have signed for themselves. */
export async function standingForThemselves(db: Db): Promise<string[]> {
  const rows = db
    .selectFrom('office.pact_application')
    .select('begun_by')
    .distinct()
    .where('kind', 'in', ['representative', 'organisation'])
    .where('status', '=', 'signed')
    .where('ended_at', 'is', null)
  return (await rows.execute()).flatMap(({ begun_by }) => begun_by ?? [])
}
