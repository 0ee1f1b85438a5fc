/** Whoever works for a town gives it its arms and orders copies; its association sees the orders. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, worksFor } from '../../platform/session/held-roles.ts'

export const printsPermissions = {
  'prints.write': (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver']),
  'prints.orders': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'association' && coordinates(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
