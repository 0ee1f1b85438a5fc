/** Who writes practices, who reviews them, who takes part in those of others. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const practicesPermissions = {
  'practices.write': officers,
  /** Saying that one's town uses it, asking its office. */
  'practices.use': officers,
  'practices.translate': (actor, subject) =>
    subject.kind === 'association'
      ? coordinates(actor, subject)
      : subject.kind === 'self'
        ? serves(actor, ['secretariat'])
        : officers(actor, subject),
  'practices.review': (actor, subject) => subject.kind === 'self' && serves(actor, ['secretariat', 'reviewer']),
  'practices.collect': (actor, subject) => subject.kind === 'self' && serves(actor, ['secretariat']),
  /** The choice between one's own offices. */
  'practices.choose': (_, subject) => subject.kind === 'self',
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
