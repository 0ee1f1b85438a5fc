/** Associations and the secretariat translate; the secretariat decides what is public. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves } from '../../platform/session/held-roles.ts'

export const toolkitPermissions = {
  'toolkit.translate': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'association'
      ? coordinates(actor, subject)
      : subject.kind === 'self' && serves(actor, ['secretariat']),
  // That nobody decides about their own words is held by the use case.
  'toolkit.review': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'self' && serves(actor, ['secretariat']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
