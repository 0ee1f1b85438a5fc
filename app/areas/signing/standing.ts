/** Everything that a page needs to say where an application stands. */
import { signatoryById } from '../register/index.ts'
import { applicantOf } from './applicants.ts'
import { type Application, readCase } from './application-store.ts'
import type { SigningOfficeDeps } from './deps.ts'
import { eventsOf } from './event-store.ts'
import type { Standing } from './present-application.ts'
import { proofsOf } from './proof/proof-store.ts'
import { missingOf } from './submit.ts'

export async function standingOf(deps: SigningOfficeDeps, application: Application): Promise<Standing> {
  const { db } = deps.database
  const all = await readCase(db, application.caseId)
  const { timeZone } = await applicantOf(db, deps, application)
  return {
    ...{ application, timeZone, together: all.length },
    events: await eventsOf(db, application.id),
    proofs: await proofsOf(db, [application.id]),
    waitingFor: all.filter(({ id, readyAt }) => id !== application.id && readyAt === null).length,
    number: application.signatory ? (await signatoryById(db, application.signatory))?.number : undefined,
    missing: application.status === 'signed' ? [] : await missingOf(db, application),
  }
}
