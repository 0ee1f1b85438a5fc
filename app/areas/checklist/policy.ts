/** Who may read, edit and publish what a town says. */
import type { Actor } from '../../platform/session/actor.ts'

type Permission = (actor: Actor, authority: string | null) => boolean

const worksFor: Permission = (actor, authority) =>
  authority !== null &&
  actor.roles.some((held) => held.authority === authority && (held.role === 'officer' || held.role === 'approver'))

/** The secretariat edits no town's page: a town speaks for itself. */
export const checklistPermissions = {
  'checklist.read': worksFor,
  'checklist.edit': worksFor,
  'checklist.publish': worksFor,
} as const satisfies Record<string, Permission>
