/** Who may do what: pure decisions. Every area has its own; the guards of all routes are made from them. */
import type { Actor } from '../../platform/session/actor.ts'

/** Whether the actor may, in the authority that the address names (null: the address names none). */
export type Permission = (actor: Actor, authority: string | null) => boolean
export type Permissions = Readonly<Record<string, Permission>>

/**
 * Whether the actor holds one of the roles for this authority. A role of the whole instance (its authority is null)
 * holds for every authority; asked for no authority, only such roles count.
 */
export function hasRole(actor: Actor, roles: readonly string[], authority: string | null): boolean {
  return actor.roles.some(
    (held) => roles.includes(held.role) && (held.authority === null || held.authority === authority),
  )
}

const anySignedInPerson: Permission = () => true

export const accountsPermissions: Permissions = {
  'office.home': anySignedInPerson,
  // Its routes exist in development alone.
  'accounts.outbox': anySignedInPerson,
}
