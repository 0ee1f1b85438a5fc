/** Who writes to the members of an association: its coordinators, nobody else. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, worksFor } from '../../platform/session/held-roles.ts'

export const campaignsPermissions = {
  'campaigns.run': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
  /** A town sees how far its own beginning is. */
  'campaigns.begin': (actor, subject) => worksFor(actor, subject, ['officer', 'approver']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
