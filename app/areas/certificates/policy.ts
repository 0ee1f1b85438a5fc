/** Who sees what a town can show of its signature. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { supports, worksFor } from '../../platform/session/held-roles.ts'

export const certificatesPermissions = {
  'certificates.read': (actor: Actor, subject: Subject): boolean =>
    worksFor(actor, subject, ['officer', 'approver']) || supports(actor, subject),
} as const
