/** Who may read, edit and publish what a town says. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

/** The secretariat edits no town's page: a town speaks for itself. */
export const checklistPermissions = {
  'checklist.read': officers,
  'checklist.edit': officers,
  'checklist.publish': officers,
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
