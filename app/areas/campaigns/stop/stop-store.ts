/** Offices that want no letters of an association any more. */
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { StopClaim } from './stop-letters.ts'

export async function isStopped(db: Db, { association, addressSha256 }: StopClaim): Promise<boolean> {
  const row = await db
    .selectFrom('office.letters_stopped')
    .select('at')
    .where('association', '=', association)
    .where('address_sha256', '=', addressSha256)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false where they were stopped before. */
export async function stopLetters(tx: Tx, claim: StopClaim, at: Temporal.Instant): Promise<boolean> {
  const added = await tx
    .insertInto('office.letters_stopped')
    .values({
      association: claim.association,
      address_sha256: claim.addressSha256,
      at: new Date(at.epochMilliseconds),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('at')
    .execute()
  return added.length === 1
}

/** @returns false where they were not stopped. */
export async function wantLettersAgain(tx: Tx, { association, addressSha256 }: StopClaim): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.letters_stopped')
    .where('association', '=', association)
    .where('address_sha256', '=', addressSha256)
    .returning('at')
    .execute()
  return gone.length === 1
}
