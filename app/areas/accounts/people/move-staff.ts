/** The people of an authority that was merged or split work for what has taken its place. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { RoleName, Scope } from '../../../platform/session/actor.ts'
import { grantRole } from '../persons.ts'
import { endInvitations, moveInvitations } from './invitation-store.ts'
import { deleteRole, listHoldings, lockPlace } from './people-store.ts'
import { moveRequests, shareRequests } from './request-store.ts'
import { type GivingOffice, roleAfterMerger } from './rules.ts'

export interface StaffMove {
  /** Ids of the two authorities. */
  readonly from: string
  readonly into: string
  /** Whoever decided about the merger vouches for the people, as for the first ones of any authority. */
  readonly office: GivingOffice
  /** The successor had approvers of its own before. */
  readonly approved: boolean
}

/** @returns whom it concerns, each once, with the role they have now. */
export async function moveStaff(
  tx: Tx,
  act: Act,
  { from, into, office, approved }: StaffMove,
): Promise<ReadonlyMap<string, RoleName>> {
  const [before, after] = ([from, into] as const).map((id): Scope => ({ kind: 'authority', id }))
  if (!before || !after) throw new Error('two authorities')
  for (const scope of from < into ? [before, after] : [after, before]) await lockPlace(tx, scope)
  const moved = new Map<string, RoleName>()
  for (const { id, person, role } of await listHoldings(tx, before)) {
    const next = roleAfterMerger(role, approved)
    await grantRole(tx, act, person, next, after, office)
    await deleteRole(tx, id)
    await recordAudit(tx, act, { authority: from, subject: person, detail: { ended: role, begun: next } })
    if (moved.get(person) !== 'approver') moved.set(person, next)
  }
  await moveInvitations(tx, from, into, act.at)
  await moveRequests(tx, from, into, act.at)
  return moved
}

export interface StaffShare {
  readonly from: string
  /** Of each whether it had approvers of its own before. */
  readonly parts: readonly { readonly id: string; readonly approved: boolean }[]
  readonly office: GivingOffice
}

/**
 * Everybody of an authority that became several works for each of them: who belongs where only they know, and whoever
 * does not is taken out there or leaves.
 *
 * @returns whom it concerns, with the role they have now in each part.
 */
export async function shareStaff(
  tx: Tx,
  act: Act,
  { from, parts, office }: StaffShare,
): Promise<ReadonlyMap<string, ReadonlyMap<string, RoleName>>> {
  const scopeOf = (id: string): Scope => ({ kind: 'authority', id })
  for (const id of [from, ...parts.map((part) => part.id)].toSorted()) await lockPlace(tx, scopeOf(id))
  const shared = new Map<string, Map<string, RoleName>>()
  for (const { id, person, role } of await listHoldings(tx, scopeOf(from))) {
    const roles = shared.get(person) ?? new Map<string, RoleName>()
    for (const part of parts) {
      const next = roleAfterMerger(role, part.approved)
      await grantRole(tx, act, person, next, scopeOf(part.id), office)
      if (roles.get(part.id) !== 'approver') roles.set(part.id, next)
    }
    await deleteRole(tx, id)
    await recordAudit(tx, act, { authority: from, subject: person, detail: { ended: role } })
    shared.set(person, roles)
  }
  await endInvitations(tx, from, act.at)
  const ids = parts.map((part) => part.id)
  await shareRequests(tx, from, ids, act.at)
  return shared
}
