/** The people of an authority that was merged work for the one that has taken its place. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { RoleName, Scope } from '../../../platform/session/actor.ts'
import { grantRole } from '../persons.ts'
import { moveInvitations } from './invitation-store.ts'
import { deleteRole, listHoldings, lockPlace } from './people-store.ts'
import { moveRequests } from './request-store.ts'
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
