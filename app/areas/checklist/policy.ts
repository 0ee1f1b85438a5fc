/** Who may read, edit and publish what a town says. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, supports, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

/**
 * The secretariat edits no town's page: a town speaks for itself. `checklist.read` is for pages alone (GET): it lets in
 * whoever the town has asked to look, too.
 */
export const checklistPermissions = {
  'checklist.read': (actor, subject) => officers(actor, subject) || supports(actor, subject),
  'checklist.edit': officers,
  // Where the town wants two pairs of eyes: asking for approval.
  'checklist.publish': officers,
  // What an association's towns find in their proposals.
  'checklist.follow-directories': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
  'checklist.approve': (actor, subject) => worksFor(actor, subject, ['approver']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
