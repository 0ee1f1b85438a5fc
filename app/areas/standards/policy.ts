/** Who writes standard texts: the office of an area for its towns, an association for its members. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, worksFor } from '../../platform/session/held-roles.ts'

export const standardsPermissions = {
  'standards.write': (actor, subject) =>
    subject.kind === 'association' ? coordinates(actor, subject) : worksFor(actor, subject, ['officer', 'approver']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
