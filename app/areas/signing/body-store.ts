/** Bodies that somebody misses in the directory, and what the secretariat answered. */
import type { Db, Tx } from '../../platform/db/tables.ts'

export interface BodyRequest {
  readonly id: string
  readonly country: string
  readonly name: string
  readonly web: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** @returns false where it was asked already: the same form was sent twice. */
export async function insertBodyRequest(tx: Tx, request: BodyRequest): Promise<boolean> {
  const { id, country, name, web, askedAt, askedBy } = request
  const added = await tx
    .insertInto('office.pact_body_request')
    .values({
      id,
      country,
      name,
      web,
      asked_at: date(askedAt),
      asked_by: askedBy,
      answered_at: null,
      answered_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

const open = (db: Db) =>
  db
    .selectFrom('office.pact_body_request')
    .select(['id', 'country', 'name', 'web', 'asked_at', 'asked_by'])
    .where('answered_at', 'is', null)

const requestOf = ({
  asked_at,
  asked_by,
  ...row
}: Awaited<ReturnType<ReturnType<typeof open>['execute']>>[number]) => ({
  ...row,
  askedAt: Temporal.Instant.fromEpochMilliseconds(asked_at.getTime()),
  askedBy: asked_by,
})

/** The oldest first. */
export async function openBodyRequests(db: Db): Promise<BodyRequest[]> {
  return (await open(db).orderBy('asked_at').orderBy('id').execute()).map(requestOf)
}

/** How many somebody has asked that wait. */
export async function waitingOf(db: Db, person: string): Promise<number> {
  return (await open(db).where('asked_by', '=', person).execute()).length
}

/** @returns the request; undefined where somebody has answered it, or there is none. */
export async function answerRequest(
  tx: Tx,
  id: string,
  answer: string,
  by: { readonly person: string; readonly at: Temporal.Instant },
): Promise<BodyRequest | undefined> {
  const row = await open(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return undefined
  await tx
    .updateTable('office.pact_body_request')
    .set({ answer, answered_at: date(by.at), answered_by: by.person })
    .where('id', '=', id)
    .execute()
  return requestOf(row)
}

export async function isAnswered(db: Db, id: string): Promise<boolean> {
  const row = db.selectFrom('office.pact_body_request').select('id').where('id', '=', id)
  return (await row.where('answered_at', 'is not', null).executeTakeFirst()) !== undefined
}
