/** Who decides what others offer to the people of an authority. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, supports, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const offersPermissions = {
  'offers.read': (actor, subject) => officers(actor, subject) || supports(actor, subject),
  'offers.decide': officers,
  /** For authorities that nobody works for: that nobody does is asked by the use case. */
  'offers.decide-for': (actor, subject) =>
    subject.kind === 'country' &&
    (coordinates(actor, subject) || (!subject.coordinated && serves(actor, ['secretariat']))),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
