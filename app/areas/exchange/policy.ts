/** Coordinators of all associations and the secretariat share, and nobody else sees it. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves } from '../../platform/session/held-roles.ts'

const member = (actor: Actor, subject: Subject): boolean =>
  subject.kind === 'association'
    ? coordinates(actor, subject)
    : subject.kind === 'self' && serves(actor, ['secretariat'])

export const exchangePermissions = {
  'exchange.read': member,
  'exchange.share': member,
  /** Into the association's own standard texts. */
  'exchange.copy': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'association' && coordinates(actor, subject),
  'exchange.take-down': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'self' && serves(actor, ['secretariat']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
