import type { Actor, Subject } from '../../platform/session/actor.ts'
import { serves, worksFor } from '../../platform/session/held-roles.ts'

/** An approver takes a person out; the secretariat where the town has none. Who works there the route looks up. */
export const erasurePermissions = {
  'erasure.erase': (actor, subject) =>
    subject.kind === 'authority' && (worksFor(actor, subject, ['approver']) || serves(actor, ['secretariat'])),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
