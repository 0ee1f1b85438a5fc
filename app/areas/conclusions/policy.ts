/** Who writes conclusions: the secretariat. Who amends them and tells how far they are: offices of towns and associations. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])
const offices = (actor: Actor, subject: Subject): boolean =>
  subject.kind === 'association' ? coordinates(actor, subject) : officers(actor, subject)

export const conclusionsPermissions = {
  'conclusions.keep': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'self' && serves(actor, ['secretariat']),
  'conclusions.take-part': offices,
  /** What an office has taken on: its own alone. */
  'conclusions.own': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'self' ? serves(actor, ['secretariat']) : offices(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
