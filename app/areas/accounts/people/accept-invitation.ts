/** Accepting an invitation, by the link that was mailed to the address: so the address is proven. */
import { type Act, actOfPerson, recordAudit } from '../../../platform/audit/audit.ts'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { Subject } from '../../../platform/session/actor.ts'
import { associationsOf } from '../../associations/index.ts'
import { ensurePerson, grantRole } from '../persons.ts'
import { findPerson, type Person } from '../store.ts'
import type { PeopleDeps } from './deps.ts'
import { passRoles } from './hand-over.ts'
import { endInvitation, findInvitationByToken, type Invitation } from './invitation-store.ts'
import { invitationAccepted } from './notices.ts'
import { listHoldings, lockPlace } from './people-store.ts'
import { type Place, placeOf } from './place.ts'
import { sha256Of } from './tokens.ts'

export interface OpenInvitation {
  readonly invitation: Invitation
  readonly place: Place
  /** Undefined where somebody new is to give their name. */
  readonly person: Person | undefined
}

type Reading = Pick<PeopleDeps, 'config' | 'clock'>

/** Undefined for a link that was used, withdrawn, replaced, has expired, or never was one: all look the same. */
export async function openInvitation(db: Db, deps: Reading, token: string): Promise<OpenInvitation | undefined> {
  const invitation = await findInvitationByToken(db, sha256Of(token))
  if (!invitation || invitation.ended) return undefined
  if (Temporal.Instant.compare(invitation.expiresAt, deps.clock.now()) <= 0) return undefined
  const place = await placeOf(db, deps.config.instanceName, await subjectOf(db, invitation))
  return { invitation, place, person: await findPerson(db, invitation.email) }
}

/** Country and slug are not asked for here: the place reads its own. */
async function subjectOf(db: Db, { scope }: Invitation): Promise<Subject> {
  if (scope.kind === 'authority') {
    const associations = await associationsOf(db, scope.id)
    return { kind: 'authority', id: scope.id, country: '', slug: '', associations }
  }
  return scope.kind === 'association' ? { ...scope, kind: 'association', country: '', slug: '' } : { kind: 'self' }
}

/** What somebody new tells about themselves; of somebody known it is not asked, and not changed. */
export interface Introduced {
  readonly name: string
  readonly language: string
}

/**
 * Gives the role to whoever has the address; makes them known if they are not. Works once.
 *
 * @returns where the person's new work is, and their address; undefined where the link is over.
 */
export async function acceptInvitation(
  deps: PeopleDeps,
  token: string,
  introduced: Introduced,
): Promise<{ readonly email: string; readonly path: string } | undefined> {
  await deps.jobs.start()
  return deps.database.db.transaction().execute(async (tx) => {
    const seen = await openInvitation(tx, deps, token)
    if (!seen) return undefined
    await lockPlace(tx, seen.place.scope)
    // Another request may have accepted, or somebody withdrawn, while this one waited.
    const open = await openInvitation(tx, deps, token)
    if (!open) return undefined
    const { invitation, place } = open
    const { email, role, office } = invitation
    const person = await ensurePerson(tx, { email, ...introduced })
    const newcomer = { id: person.id, roles: [{ role, scope: place.scope }] }
    const act = actOfPerson(newcomer, 'people.accept-invitation', deps.clock.now())
    await grantRole(tx, act, person.id, role, place.scope, office)
    await endInvitation(tx, invitation.id, act.at)
    await recordAudit(tx, act, { authority: place.authority, subject: invitation.id, detail: { role, office } })
    await succeed(tx, deps, act, open, person)
    await tellInviter(tx, deps, open, person)
    return { email, path: deskOf(open) }
  })
}

/** Whoever fills in the page of a town, or coordinates, goes straight to it; all others see with whom they work. */
function deskOf({ place, invitation: { role, office, replaces } }: OpenInvitation): string {
  if (!['officer', 'approver', 'coordinator'].includes(role)) return place.path
  // The first ones are let in by another office than their own.
  return office === 'authority' || replaces !== null ? place.desk.path : place.desk.first
}

/** A successor takes over everything that whoever they replace still has. */
async function succeed(
  tx: Tx,
  deps: PeopleDeps,
  act: Act,
  { invitation, place }: OpenInvitation,
  person: Person,
): Promise<void> {
  const { replaces, office } = invitation
  if (replaces === null || replaces === person.id) return
  const left = (await listHoldings(tx, place.scope)).filter((holding) => holding.person === replaces)
  await passRoles(tx, deps, act, place, { left, to: { id: person.id, name: person.name || person.email }, office })
}

async function tellInviter(
  tx: Tx,
  { notify }: PeopleDeps,
  { invitation, place }: OpenInvitation,
  { name, email }: Person,
): Promise<void> {
  const { id, invitedBy, replaces, role } = invitation
  // Whoever handed over is told so already.
  if (invitedBy === null || invitedBy === replaces) return
  const compose = invitationAccepted(place, { name: name || email, role })
  await notify(tx, { person: invitedBy, kind: 'people', key: `people.accepted ${id}`, compose })
}
