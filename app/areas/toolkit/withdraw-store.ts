/** What has been taken out of the toolkit. */
import type { Tx } from '../../platform/db/tables.ts'
import type { Withdrawal, WithdrawalReason } from './withdraw-rules.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** @returns false where it is out already. */
export async function insertWithdrawal(
  tx: Tx,
  { resource, language, reason }: WithdrawnPiece & { readonly reason: WithdrawalReason },
  at: Temporal.Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('published.resource_withdrawal')
    .values({ resource, language, reason, withdrawn_at: date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('resource')
    .execute()
  if (language === '') await setWithdrawn(tx, resource, date(at))
  return added.length > 0
}

/** @returns false where it is not out. */
export async function deleteWithdrawal(tx: Tx, resource: string, language: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('published.resource_withdrawal')
    .where('resource', '=', resource)
    .where('language', '=', language)
    .returning('resource')
    .execute()
  if (language === '') await setWithdrawn(tx, resource, null)
  return gone.length > 0
}

export type WithdrawnPiece = Pick<Withdrawal, 'resource' | 'language'>

/** Of these resources, what is out. */
export async function withdrawnAmong(tx: Tx, ids: ReadonlySet<string>): Promise<WithdrawnPiece[]> {
  const rows = await tx.selectFrom('published.resource_withdrawal').select(['resource', 'language']).execute()
  return rows.filter(({ resource }) => ids.has(resource))
}

async function setWithdrawn(tx: Tx, resource: string, at: Date | null): Promise<void> {
  await tx.updateTable('published.resource').set({ withdrawn_at: at }).where('id', '=', resource).execute()
}
