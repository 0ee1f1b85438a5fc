/** Who writes events: the office of a town. Who keeps the editions: the secretariat. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { serves, supports, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const eventsPermissions = {
  /** Also whoever the town has asked to look: for pages alone (GET). */
  'events.read': (actor: Actor, subject: Subject): boolean => officers(actor, subject) || supports(actor, subject),
  'events.write': officers,
  'events.keep': (actor: Actor, subject: Subject): boolean => subject.kind === 'self' && serves(actor, ['secretariat']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
