/** Who sees where providers are asked, and decides on what they send: an address is a person's, so nobody looks in. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { worksFor } from '../../platform/session/held-roles.ts'

export const confirmationsPermissions = {
  'confirmations.manage': (actor, subject) => worksFor(actor, subject, ['officer', 'approver']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
