/** Who writes plans: the office of a town. Who may publish where two pairs of eyes are wanted is decided by the rules. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { supports, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const plansPermissions = {
  /** Also whoever the town has asked to look: for pages alone (GET). */
  'plans.read': (actor: Actor, subject: Subject): boolean => officers(actor, subject) || supports(actor, subject),
  'plans.write': officers,
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
