/** Inviting somebody to a role, and what can become of an invitation but its acceptance (accept-invitation.ts). */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { newId } from '../../../platform/ids.ts'
import type { RoleName } from '../../../platform/session/actor.ts'
import type { PeopleDeps } from './deps.ts'
import {
  endExpired,
  endInvitation,
  findInvitation,
  type Invitation,
  insertInvitation,
  listInvitations,
  renewInvitation,
} from './invitation-store.ts'
import { invitationLetter } from './notices.ts'
import { enterPlace, type Place } from './place.ts'
import { givingOffice, mayTakeAway, type Office } from './rules.ts'
import { newToken, translatorFor } from './tokens.ts'

const invitationDays = 14

export interface Invited {
  readonly email: string
  readonly role: RoleName
  /** Code: in which the mail is written. */
  readonly language: string
}

/** An act by a person who is signed in. */
export type PersonalAct = Act & { readonly person: NonNullable<Act['person']> }

/** Of an invitation for the same address and role, the first one stays: asking twice mails once. @throws not-found where the actor may not. */
export async function invite(deps: PeopleDeps, act: PersonalAct, place: Place, invited: Invited): Promise<void> {
  await deps.jobs.start()
  await deps.database.db.transaction().execute(async (tx) => {
    const { offices, staff } = await enterPlace(tx, place, act.person.id)
    const office = givingOffice(place.kind, offices, staff, invited.role)
    if (!office) throw notFound()
    await writeInvitation(tx, deps, act, place, { ...invited, office, replaces: null })
  })
}

/** Writes and mails one, where none is open for this address, role and place. */
export async function writeInvitation(
  tx: Tx,
  deps: PeopleDeps,
  act: PersonalAct,
  place: Place,
  given: Invited & { readonly office: Office; readonly replaces: string | null },
): Promise<void> {
  await endExpired(tx, place.scope, act.at)
  await endForSuccession(tx, act, place, given)
  const { token, sha256 } = newToken()
  const invitation = {
    ...given,
    id: newId(),
    email: given.email.toLowerCase(),
    scope: place.scope,
    invitedBy: act.person.id,
    sentAt: act.at,
    expiresAt: expiryFrom(act.at),
  }
  if (!(await insertInvitation(tx, invitation, sha256))) return
  await mailInvitation(tx, deps, place, invitation, token)
  const detail = { role: given.role, office: given.office, replaces: given.replaces !== null }
  await recordAudit(tx, act, { authority: place.authority, subject: invitation.id, detail })
}

/** An invitation that lets somebody take over replaces one for the same role that does not. */
async function endForSuccession(
  tx: Tx,
  act: PersonalAct,
  place: Place,
  { email, role, replaces }: Invited & { readonly replaces: string | null },
): Promise<void> {
  if (replaces === null) return
  const open = await listInvitations(tx, place.scope)
  const same = open.find((one) => one.email === email.toLowerCase() && one.role === role)
  if (same && same.replaces !== replaces) await endInvitation(tx, same.id, act.at)
}

export function expiryFrom(at: Temporal.Instant): Temporal.Instant {
  return at.add({ hours: 24 * invitationDays })
}

export async function mailInvitation(
  tx: Tx,
  deps: PeopleDeps,
  place: Place,
  { email, language, role, expiresAt }: Pick<Invitation, 'email' | 'language' | 'role' | 'expiresAt'>,
  token: string,
  asked = false,
): Promise<void> {
  const instance = deps.config.instanceName
  const translator = translatorFor(deps, language)
  const letter = invitationLetter(translator, place, { role, token, expires: expiresAt, instance, asked })
  await deps.writeTo(tx, email, translator, letter)
}

/** Whether one of the offices may send an invitation again or withdraw it, and see it. */
export function managesInvitation(place: Place, offices: readonly Office[], { office }: Pick<Invitation, 'office'>) {
  return offices.includes(office) || mayTakeAway(place.kind, offices)
}

/**
 * Mails a new link; the one before no longer works.
 *
 * @param sentAt when the one that the page showed was sent: the same form sent twice mails once.
 * @throws not-found where there is none, or the actor may not.
 */
export async function sendAgain(
  deps: PeopleDeps,
  act: PersonalAct,
  place: Place,
  id: string,
  sentAt: string,
): Promise<void> {
  await deps.jobs.start()
  await deps.database.db.transaction().execute(async (tx) => {
    const { offices, staff } = await enterPlace(tx, place, act.person.id)
    const invitation = await findInvitation(tx, place.scope, id)
    if (!invitation || !managesInvitation(place, offices, invitation)) throw notFound()
    if (!givingOffice(place.kind, offices, staff, invitation.role)) throw notFound()
    if (invitation.sentAt.toString() !== sentAt) return
    const { token, sha256 } = newToken()
    const expiresAt = expiryFrom(act.at)
    await renewInvitation(tx, id, { tokenSha256: sha256, sentAt: act.at, expiresAt })
    await mailInvitation(tx, deps, place, { ...invitation, expiresAt }, token)
    const detail = { role: invitation.role }
    await recordAudit(tx, act, { authority: place.authority, subject: id, detail })
  })
}

/**
 * The link no longer works. Withdrawing what has ended does nothing.
 *
 * @returns false where it had ended before: withdrawn, or accepted.
 * @throws not-found where the actor may not.
 */
export async function withdraw(deps: PeopleDeps, act: PersonalAct, place: Place, id: string): Promise<boolean> {
  return deps.database.db.transaction().execute(async (tx) => {
    const { offices } = await enterPlace(tx, place, act.person.id)
    const invitation = await findInvitation(tx, place.scope, id)
    if (!invitation) return false
    if (!managesInvitation(place, offices, invitation)) throw notFound()
    await endInvitation(tx, id, act.at)
    const detail = { role: invitation.role }
    await recordAudit(tx, act, { authority: place.authority, subject: id, detail })
    return true
  })
}
