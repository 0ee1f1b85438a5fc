/** What becomes of an open application when its body is no more. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type Applicant, applicantOf } from './applicants.ts'
import {
  type Application,
  applicationsOf,
  deleteApplication,
  lockCase,
  lockOwner,
  updateApplication,
} from './application-store.ts'
import { isSigned, leaveCase } from './begin.ts'
import type { SigningDeps } from './deps.ts'
import { deleteAgreements, insertEvent } from './event-store.ts'
import { kindOfBody } from './kind-rules.ts'
import { closedNotice, movedNotice } from './later-notices.ts'
import { deleteProofs } from './proof/proof-store.ts'
import { stepped } from './submit.ts'

export type MoveDeps = Pick<SigningDeps, 'notify' | 'readBodies' | 'readAssociations' | 'officeOf'>

const openOf = async (tx: Tx, authority: string) =>
  (await applicationsOf(tx, { authority })).find(({ status }) => status !== 'signed')

/**
 * The successor goes on with what was begun, as a draft: its own council has to decide, and its own office to show that it
 * speaks for it. Where it has signed or applies itself, the application ends, and its office is told.
 */
export async function moveApplications(
  tx: Tx,
  deps: MoveDeps,
  act: Act,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await lockOwner(tx, into)
  const open = await openOf(tx, from)
  if (!open) return
  const all = await lockCase(tx, open.caseId)
  const before = await applicantOf(tx, deps, open)
  const [successor] = await deps.readBodies(tx, [into])
  const kind = successor && kindOfBody(successor.kind)
  const taken = (await isSigned(tx, { authority: into, association: null })) || (await openOf(tx, into)) !== undefined
  await stepBack(tx, all, act.at)
  if (!kind || taken) return close(tx, deps, act, { application: open, all, before, parts: [into] })
  const status = stepped(open, 'move')
  await updateApplication(tx, open.id, { authority: into, kind, status, ...undecided(open) }, act.at)
  await deleteProofs(tx, open.id)
  await insertEvent(tx, open.id, { step: 'moved', person: null, at: act.at })
  await recordAudit(tx, act, { authority: into, subject: `application ${open.id}` })
  const after = await applicantOf(tx, deps, { ...open, authority: into })
  for (const person of await deps.officeOf(tx, into)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-moved ${open.id} ${into}` },
      compose: (translator) => movedNotice(translator, { before, after, id: open.id }),
    })
  }
}

/** The decision was another council's. */
function undecided({ answers: { decision: _, text: __, ...answers } }: Application) {
  return { answers, readyAt: null }
}

/** What was handed in leaves the secretariat's desk, for all who were to sign together. */
async function stepBack(tx: Tx, all: readonly Application[], at: Temporal.Instant): Promise<void> {
  for (const one of all) {
    await deleteAgreements(tx, one.caseId)
    if (one.status !== 'submitted') continue
    await updateApplication(tx, one.id, { status: stepped(one, 'take-back'), due: null, readyAt: null }, at)
    await insertEvent(tx, one.id, { step: 'taken-back', person: null, at })
  }
}

/** A body that became several: none of its parts can go on with what it alone had begun. */
export async function closeApplications(
  tx: Tx,
  deps: MoveDeps,
  act: Act,
  { from, parts }: { readonly from: string; readonly parts: readonly string[] },
): Promise<void> {
  const open = await openOf(tx, from)
  if (!open) return
  const all = await lockCase(tx, open.caseId)
  const before = await applicantOf(tx, deps, open)
  await stepBack(tx, all, act.at)
  await close(tx, deps, act, { application: open, all, before, parts })
}

interface Closing {
  readonly application: Application
  readonly all: readonly Application[]
  readonly before: Applicant
  /** Ids of the bodies whose offices are told. */
  readonly parts: readonly string[]
}

async function close(tx: Tx, deps: MoveDeps, act: Act, { application, all, before, parts }: Closing): Promise<void> {
  await leaveCase(tx, application, all, act.at)
  await deleteApplication(tx, application.id)
  for (const part of parts) {
    await recordAudit(tx, act, { authority: part, subject: `application ${application.id}` })
    const after = await applicantOf(tx, deps, { authority: part, association: null, answers: {} })
    for (const person of await deps.officeOf(tx, part)) {
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-closed ${application.id} ${part}` },
        compose: (translator) => closedNotice(translator, { before, after }),
      })
    }
  }
}
