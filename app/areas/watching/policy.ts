/** Who sees what readers say or checks find is wrong with a town's services, and who decides about it. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { supports, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const watchingPermissions = {
  'watching.read': (actor, subject) => officers(actor, subject) || supports(actor, subject),
  'watching.decide': officers,
  'watching.mend': officers,
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
