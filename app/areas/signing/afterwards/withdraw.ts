/** A signatory withdraws, with its own words: the register shows it at once. */
import type { Act } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { enterWithdrawal, type Signatory, signatoryById } from '../../register/index.ts'
import { applicationOfSignatory, endApplicationOf } from '../application-store.ts'
import { dayAt, type SigningDeps } from '../deps.ts'
import { withdrawnNotice } from '../later-notices.ts'
import { endReaffirmations } from './reaffirmation-store.ts'
import { deleteWithdrawal } from './withdrawal-store.ts'

export interface Withdrawal {
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string
  readonly words: string
}

/** @returns false where it does not stand there as signed. */
export async function withdrawSignature(
  deps: SigningDeps,
  act: Act,
  signatory: Signatory,
  { decidedOn, words }: Withdrawal,
): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    if (await enterEnd(deps, tx, act, signatory, { decidedOn, words })) return true
    // The same click once more.
    return (await signatoryById(tx, signatory.id))?.status === 'withdrawn'
  })
}

/** @returns false where it does not stand there as signed. */
export async function enterEnd(
  deps: SigningDeps,
  tx: Tx,
  act: Act,
  signatory: Signatory,
  { decidedOn, words }: Withdrawal,
): Promise<boolean> {
  const given = { on: dayAt(act.at).toString(), decidedOn, texts: { words } }
  if (!(await enterWithdrawal(tx, deps, act, signatory.id, given))) return false
  await endSignature(tx, signatory.id, act.at)
  for (const person of await deps.secretariatPeople(tx)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-withdrawn ${signatory.id}` },
      compose: (translator) => withdrawnNotice(translator, { name: signatory.name, number: signatory.number, words }),
    })
  }
  return true
}

/** What led to a signature that has ended, withdrawn or merged, waits for nobody any more, and is kept for its time. */
export async function endSignature(tx: Tx, signatory: string, at: Temporal.Instant): Promise<void> {
  await endApplicationOf(tx, signatory, at)
  await endReaffirmations(tx, signatory, at)
  await deleteWithdrawal(tx, signatory)
}

/** Whether this person has applied for a representative or an organisation that stands in the register. */
export async function isOwnSignature(
  { database }: Pick<SigningDeps, 'database'>,
  signatory: Signatory,
  person: string,
): Promise<boolean> {
  if (signatory.authority !== null || signatory.association !== null) return false
  return (await applicationOfSignatory(database.db, signatory.id))?.begunBy === person
}
