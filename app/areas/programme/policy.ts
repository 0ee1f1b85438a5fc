/** Who keeps the programme of a meeting: the office of the town that receives the others, and the secretariat. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { serves, worksFor } from '../../platform/session/held-roles.ts'

export const programmePermissions = {
  /** Whether the town is the host, the use case says. */
  'programme.keep': (actor: Actor, subject: Subject): boolean =>
    worksFor(actor, subject, ['officer', 'approver']) ||
    (subject.kind === 'authority' && serves(actor, ['secretariat'])),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
