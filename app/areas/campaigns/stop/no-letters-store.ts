/** Towns whose office has told an association, in whatever way, that it wants no letters. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'

/** Whether it has. Both are expressions for ids. */
export const wantsNone = (association: RawBuilder<unknown>, authority: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from office.no_letters noted
    where noted.association = ${association} and noted.authority = ${authority})`

/** What has not gone yet goes no more. @returns false where it was noted before. */
export async function noteNoLetters(
  tx: Tx,
  { association, authority }: { readonly association: string; readonly authority: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('office.no_letters')
    .values({ association, authority, at: new Date(at.epochMilliseconds) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('at')
    .execute()
  await sql`
    update office.campaign_recipient recipient set state = 'opted-out' from office.campaign
    where campaign.id = recipient.campaign and campaign.association = ${association}::uuid
      and recipient.authority = ${authority}::uuid and recipient.state in ('waiting', 'letter')`.execute(tx)
  return added.length === 1
}

/** @returns false where nothing was noted. */
export async function forgetNoLetters(
  tx: Tx,
  { association, authority }: { readonly association: string; readonly authority: string },
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.no_letters')
    .where('association', '=', association)
    .where('authority', '=', authority)
    .returning('at')
    .execute()
  return gone.length === 1
}
