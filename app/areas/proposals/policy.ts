/** Who reads the proposal for a town, and decides about it: those who fill in its checklist. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { worksFor } from '../../platform/session/held-roles.ts'

export const proposalsPermissions = {
  'proposals.decide': (actor, subject) => worksFor(actor, subject, ['officer', 'approver']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
