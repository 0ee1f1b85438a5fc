/** Several bodies sign together: one asks, each of the others answers in its own office with its own decision. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { applicantOf } from './applicants.ts'
import {
  type Application,
  applicationsOf,
  deleteApplication,
  insertApplication,
  lockCase,
  lockOwner,
  readApplication,
} from './application-store.ts'
import { isOpen, isSigned, leaveCase, personOf, record } from './begin.ts'
import type { Body, SigningDeps } from './deps.ts'
import { insertEvent } from './event-store.ts'
import { kindOfBody } from './kind-rules.ts'
import { invitedNotice, leftNotice } from './notices.ts'

export type InviteOutcome =
  | 'invited'
  /** It takes part already: the second click. */
  | 'there'
  /** Its office has an application of its own. */
  | 'own-application'
  | 'signed'
  /** Nobody works in that office yet. */
  | 'nobody'
  /** A body of a kind that does not sign. */
  | 'kind'
  | 'self'
  | 'gone'

/** As many as fit around a table. */
const mostTogether = 30

export async function inviteBody(deps: SigningDeps, act: Act, id: string, body: Body): Promise<InviteOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    await lockOwner(tx, body.id)
    const all = await lockCase(tx, id)
    const lead = all.find((one) => one.id === id)
    if (!lead || !isOpen(lead) || all.length >= mostTogether) return 'gone'
    const refused = await refusalOf(deps, tx, all, lead, body)
    if (refused) return refused
    const kind = kindOfBody(body.kind)
    if (!kind) return 'kind'
    const invited = { id: newId(), kind, country: body.country, authority: body.id, association: null, caseId: id }
    if (!(await insertApplication(tx, invited, { by: null, at: act.at }))) return 'gone'
    await insertEvent(tx, invited.id, { step: 'invited', person: personOf(act), at: act.at })
    await record(tx, act, lead)
    const [asking, asked] = [
      await applicantOf(tx, deps, lead),
      await applicantOf(tx, deps, { ...invited, answers: {} }),
    ]
    for (const person of await deps.officeOf(tx, body.id)) {
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-invited ${invited.id}` },
        compose: (translator) => invitedNotice(translator, { asking, asked, id: invited.id }),
      })
    }
    return 'invited'
  })
}

async function refusalOf(
  deps: SigningDeps,
  tx: Tx,
  all: readonly Application[],
  lead: Application,
  body: Body,
): Promise<InviteOutcome | undefined> {
  if (lead.authority === body.id) return 'self'
  if (all.some(({ authority }) => authority === body.id)) return 'there'
  if (await isSigned(tx, { authority: body.id, association: null })) return 'signed'
  const open = (await applicationsOf(tx, { authority: body.id })).some(({ status }) => status !== 'signed')
  if (open) return 'own-application'
  return (await deps.officeOf(tx, body.id)).length === 0 ? 'nobody' : undefined
}

export type InvitationEnd = 'ended' | 'gone' | 'refused'

/**
 * One that was asked takes no part: its office says so, or the one that asked it.
 *
 * @param by id of the application of the office that says so.
 * @returns `gone` where it takes no part any more: a second click finds it so.
 */
export async function endInvitation(deps: SigningDeps, act: Act, id: string, by: string): Promise<InvitationEnd> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const before = await readApplication(tx, by)
    const all = before ? await lockCase(tx, before.caseId) : []
    const [application, speaker] = [id, by].map((one) => all.find((each) => each.id === one))
    if (!application || !speaker) return 'gone'
    if (application.id === application.caseId || !isOpen(application)) return 'refused'
    if (by !== id && by !== application.caseId) return 'refused'
    await leaveCase(tx, application, all, act.at)
    // What its office has written by itself stays with it.
    if (Object.keys(application.answers).length === 0) await deleteApplication(tx, id)
    await record(tx, act, speaker)
    await tellOther(deps, tx, all, application, by)
    return 'ended'
  })
}

async function tellOther(
  deps: SigningDeps,
  tx: Tx,
  all: readonly Application[],
  application: Application,
  by: string,
): Promise<void> {
  const told = by === application.id ? all.find(({ id }) => id === application.caseId) : application
  if (!told?.authority) return
  const [leaving, reader] = [await applicantOf(tx, deps, application), await applicantOf(tx, deps, told)]
  for (const person of await deps.officeOf(tx, told.authority)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-left ${application.id} ${by}` },
      compose: (translator) => leftNotice(translator, { leaving, reader, own: told.id === application.id }),
    })
  }
}
