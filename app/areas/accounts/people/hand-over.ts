/** What somebody who quits leaves to somebody else: their roles in a place, and what waits for an answer to them. */

import type { Act } from '../../../platform/audit/audit.ts'
import { recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { RoleName } from '../../../platform/session/actor.ts'
import { grantRole } from '../persons.ts'
import type { PeopleDeps } from './deps.ts'
import { passInvitations } from './invitation-store.ts'
import { type Invited, type PersonalAct, writeInvitation } from './invitations.ts'
import { handedOver, handingOver, tookOver } from './notices.ts'
import { deleteRole, type Holding, listHoldings } from './people-store.ts'
import { enterPlace, type Place } from './place.ts'
import { givingOffice, mayHandOver, mayTakeAway, type Office } from './rules.ts'

/** A colleague (id), or somebody to be invited. */
export type Successor = { readonly colleague: string } | Omit<Invited, 'role'>

/** The role that stands for somebody in an invitation of their successor: what decides comes first. */
const weight: readonly RoleName[] = ['approver', 'officer', 'coordinator', 'secretariat']

/**
 * A colleague takes over at once; somebody invited does when they accept, and until then nothing changes.
 *
 * @param leaver id of the person. Handing over what somebody no longer has does nothing.
 * @throws not-found where the actor may not, or the successor does not work there.
 */
export async function handOver(
  deps: PeopleDeps,
  act: PersonalAct,
  place: Place,
  leaver: string,
  successor: Successor,
): Promise<void> {
  await deps.jobs.start()
  await deps.database.db.transaction().execute(async (tx) => {
    const { offices, staff } = await enterPlace(tx, place, act.person.id)
    if (!mayHandOver(place.kind, offices, staff)) throw notFound()
    // Of the town's people, but not one of them: the association, for the only one there is.
    const outside = !mayTakeAway(place.kind, offices)
    const holdings = await listHoldings(tx, place.scope)
    const left = holdings.filter(({ person }) => person === leaver)
    if (left.length === 0) return
    const office = outside
      ? 'association'
      : officeForAll(left, (role) => givingOffice(place.kind, offices, staff, role))
    if (!office) throw notFound()
    if ('colleague' in successor) {
      if (outside) throw notFound()
      const colleague = holdings.find(({ person }) => person === successor.colleague && person !== leaver)
      if (!colleague) throw notFound()
      await passRoles(tx, deps, act, place, { left, to: { id: colleague.person, name: nameOf(colleague) }, office })
      return
    }
    await inviteSuccessor(tx, deps, act, place, { left, successor, office, tell: outside })
  })
}

interface Invitee {
  readonly left: readonly Holding[]
  readonly successor: Omit<Invited, 'role'>
  readonly office: Office
  /** Whoever is there did not ask for it: they hear of it, and can withdraw the invitation. */
  readonly tell: boolean
}

/** The role that decides stands for all in the invitation. */
async function inviteSuccessor(
  tx: Tx,
  deps: PeopleDeps,
  act: PersonalAct,
  place: Place,
  { left, successor, office, tell }: Invitee,
): Promise<void> {
  const [leaver] = left
  const role = weight.find((one) => left.some((holding) => holding.role === one)) ?? leaver?.role
  if (!leaver || !role) return
  await writeInvitation(tx, deps, act, place, { ...successor, role, office, replaces: leaver.person })
  if (!tell) return
  const key = `people.handing-over ${place.authority} ${successor.email.toLowerCase()}`
  await deps.notify(tx, { person: leaver.person, kind: 'people', key, compose: handingOver(place) })
}

function officeForAll(left: readonly Holding[], officeFor: (role: RoleName) => Office | undefined) {
  const offices = left.map(({ role }) => officeFor(role))
  return offices.every((office) => office !== undefined) ? offices[0] : undefined
}

const nameOf = ({ name, email }: Pick<Holding, 'name' | 'email'>) => name || email

export interface Passing {
  /** All roles of whoever leaves; not empty. */
  readonly left: readonly Holding[]
  readonly to: { readonly id: string; readonly name: string }
  readonly office: Office
}

/** Gives the roles on, and what whoever leaves had open; the same people decide before and after. */
export async function passRoles(
  tx: Tx,
  { notify }: Pick<PeopleDeps, 'notify'>,
  act: Act,
  place: Place,
  { left, to, office }: Passing,
): Promise<void> {
  const leaver = left[0]
  if (!leaver) return
  for (const { id, role } of left) {
    await grantRole(tx, act, to.id, role, place.scope, office)
    await deleteRole(tx, id)
  }
  const invitations = await passInvitations(tx, place.scope, leaver.person, to.id)
  const roles = left.map(({ role }) => role)
  const detail = { roles, to: to.id, invitations }
  await recordAudit(tx, act, { authority: place.authority, subject: leaver.person, detail })
  const key = `people.handed-over ${left.map(({ id }) => id).join(' ')}`
  await notify(tx, { person: to.id, kind: 'people', key, compose: tookOver(place, nameOf(leaver), roles) })
  await notify(tx, { person: leaver.person, kind: 'people', key, compose: handedOver(place, to.name, roles) })
}
