/** Who of an association may say that an office speaks for its body: nobody who has a part in what is signed. */
import type { Db } from '../../../platform/db/tables.ts'
import type { Actor } from '../../../platform/session/actor.ts'
import { type Application, readCase } from '../application-store.ts'
import type { SigningDeps } from '../deps.ts'
import { decidedIn } from '../desk/decide.ts'
import { type Conflict, conflictOf } from '../policy.ts'

/** Why this person does not answer for the association; undefined where nothing stands against it. */
export async function conflictOfVoucher(
  db: Db,
  actor: Pick<Actor, 'id' | 'roles'>,
  { caseId }: Pick<Application, 'caseId'>,
): Promise<Conflict | undefined> {
  // Several members of one association may sign together: having answered for one is no reason against the next.
  return conflictOf(actor, { ...(await decidedIn(db, await readCase(db, caseId))), vouchers: [] })
}

/** Ids of those who coordinate an association and may answer about this application. */
export async function vouchersFor(
  db: Db,
  deps: Pick<SigningDeps, 'coordinatorsOf' | 'actorOf'>,
  association: string,
  application: Pick<Application, 'caseId'>,
): Promise<string[]> {
  const may: string[] = []
  for (const person of await deps.coordinatorsOf(db, association)) {
    const actor = await deps.actorOf(db, person)
    if (actor && (await conflictOfVoucher(db, actor, application)) === undefined) may.push(person)
  }
  return may
}
