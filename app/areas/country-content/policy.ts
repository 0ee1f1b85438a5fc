/**
 * Who says something for a whole country: the coordinators of its associations. The secretariat keeps national services
 * where no association has a coordinator; it writes neither law nor letters.
 */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, supports, worksFor } from '../../platform/session/held-roles.ts'

export const countryContentPermissions = {
  'national.keep': (actor, subject) =>
    subject.kind === 'country' &&
    (coordinates(actor, subject) || (!subject.coordinated && serves(actor, ['secretariat']))),
  'legal.write': (actor, subject) => subject.kind === 'country' && coordinates(actor, subject),
  'letters.write': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
  // Pages alone (GET): as the checklist.
  'letters.read': (actor, subject) => worksFor(actor, subject, ['officer', 'approver']) || supports(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
