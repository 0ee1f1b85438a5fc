/** Who keeps what an association, and the secretariat, gives to towns. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves } from '../../platform/session/held-roles.ts'

export const associationsPermissions = {
  'associations.keep-contact': (actor, subject) =>
    subject.kind === 'association'
      ? coordinates(actor, subject)
      : subject.kind === 'self' && serves(actor, ['secretariat']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
