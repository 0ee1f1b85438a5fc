/** Two people of the secretariat enter that a signatory without an office here withdraws, with the words it has sent them. */
import { recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { lockSignatory, nameIsOpening, type Signatory } from '../../register/index.ts'
import { applicationOfSignatory, writersOf } from '../application-store.ts'
import type { SigningDeps } from '../deps.ts'
import type { PersonsAct } from '../desk/decide.ts'
import { ownWithdrawalNotice, withdrawalAskedNotice } from '../later-notices.ts'
import { type Conflict, conflictOf } from '../policy.ts'
import { enterEnd, type Withdrawal } from './withdraw.ts'
import {
  type AskedWithdrawal,
  deleteWithdrawal,
  insertWithdrawal,
  takeOverWithdrawal,
  withdrawalAskedOf,
} from './withdrawal-store.ts'

/** Offices withdraw by themselves; whoever signed without one may have lost the account with which it was done. */
export const mayBeWithdrawnFor = ({ kind, status }: Pick<Signatory, 'kind' | 'status'>): boolean =>
  nameIsOpening(kind) && status === 'signed'

/** `again`: this person stands behind it already. `other`: another withdrawal waits. */
export type WithdrawForOutcome = 'asked' | 'withdrawn' | 'again' | 'other' | 'gone' | { readonly conflict: Conflict }

/** Nobody enters the end of what they have signed themselves. */
export async function conflictWithSignatory(
  db: Parameters<typeof writersOf>[0],
  { person }: Pick<PersonsAct, 'person'>,
  signatory: string,
): Promise<Conflict | undefined> {
  const application = await applicationOfSignatory(db, signatory)
  const writers = application ? await writersOf(db, [application.id]) : []
  const began = application?.begunBy ? [application.begunBy] : []
  return conflictOf(person, { authorities: [], associations: [], vouchers: [], writers: [...writers, ...began] })
}

async function withStanding(
  deps: SigningDeps,
  act: PersonsAct,
  id: string,
  work: (tx: Tx, signatory: Signatory, asked: AskedWithdrawal | undefined) => Promise<WithdrawForOutcome>,
): Promise<WithdrawForOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<WithdrawForOutcome> => {
    const signatory = await lockSignatory(tx, id)
    if (!signatory || !nameIsOpening(signatory.kind)) return 'gone'
    const conflict = await conflictWithSignatory(tx, act, id)
    if (conflict) return { conflict }
    return work(tx, signatory, await withdrawalAskedOf(tx, id))
  })
}

/** The first person. @param given.id of the form. */
export function askWithdrawal(
  deps: SigningDeps,
  act: PersonsAct,
  signatory: string,
  given: Withdrawal & { readonly id: string },
): Promise<WithdrawForOutcome> {
  return withStanding(deps, act, signatory, async (tx, standing, waiting) => {
    if (waiting) return waiting.id === given.id ? 'asked' : 'other'
    if (standing.status !== 'signed') return 'gone'
    const asked = { ...given, signatory, askedAt: act.at, askedBy: act.person.id }
    if (!(await insertWithdrawal(tx, asked))) return 'other'
    await recordAudit(tx, act, { authority: null, subject: `signatory ${standing.number}` })
    await tell(deps, tx, act, standing, asked)
    return 'asked'
  })
}

async function tell(deps: SigningDeps, tx: Tx, act: PersonsAct, signatory: Signatory, { id, words }: AskedWithdrawal) {
  const { name, number } = signatory
  for (const person of await deps.secretariatPeople(tx)) {
    if (person === act.person.id) continue
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-withdrawal ${id}` },
      compose: (translator) => withdrawalAskedNotice(translator, { name, number }),
    })
  }
  // Whoever did not ask for it can still say so.
  const began = (await applicationOfSignatory(tx, signatory.id))?.begunBy
  if (!began) return
  await deps.notify(tx, {
    ...{ person: began, kind: 'signing', key: `pact-own-withdrawal ${id}` },
    compose: (translator) => ownWithdrawalNotice(translator, { name, number, words }),
  })
}

/** The second person. @param id of what they have read. */
export function agreeToWithdrawal(
  deps: SigningDeps,
  act: PersonsAct,
  signatory: string,
  id: string,
): Promise<WithdrawForOutcome> {
  return withStanding(deps, act, signatory, async (tx, standing, waiting) => {
    // The same click once more.
    if (standing.status === 'withdrawn') return 'withdrawn'
    if (waiting?.id !== id) return 'gone'
    if (waiting.askedBy === act.person.id) return 'again'
    if (await hasLapsed(deps, tx, waiting)) {
      await takeOverWithdrawal(tx, id, act.person.id)
      await recordAudit(tx, act, { authority: null, subject: `signatory ${standing.number}` })
      return 'asked'
    }
    await deleteWithdrawal(tx, signatory)
    return (await enterEnd(deps, tx, act, standing, waiting)) ? 'withdrawn' : 'gone'
  })
}

/** Whoever has left the secretariat since stands behind nothing any more. */
async function hasLapsed(deps: SigningDeps, tx: Tx, { askedBy }: AskedWithdrawal): Promise<boolean> {
  return !(await deps.secretariatPeople(tx)).includes(askedBy)
}

/** It was entered wrongly, or the signatory has said otherwise: one person is enough, as nothing changes. */
export function dropWithdrawal(deps: SigningDeps, act: PersonsAct, signatory: string): Promise<WithdrawForOutcome> {
  return withStanding(deps, act, signatory, async (tx, { number }) => {
    if (await deleteWithdrawal(tx, signatory)) {
      await recordAudit(tx, act, { authority: null, subject: `signatory ${number}` })
    }
    return 'again'
  })
}
