/** Who writes practices, who reviews them, who takes part in those of others. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

/** Of towns, of associations, of the secretariat. */
const offices = (actor: Actor, subject: Subject): boolean =>
  subject.kind === 'association'
    ? coordinates(actor, subject)
    : subject.kind === 'self'
      ? serves(actor, ['secretariat'])
      : officers(actor, subject)

export const practicesPermissions = {
  'practices.write': officers,
  /** Saying that one's town uses it. */
  'practices.use': officers,
  /** Asking its office. */
  'practices.ask': offices,
  'practices.translate': offices,
  'practices.review': (actor, subject) => subject.kind === 'self' && serves(actor, ['secretariat', 'reviewer']),
  'practices.collect': (actor, subject) => subject.kind === 'self' && serves(actor, ['secretariat']),
  /** The choice between one's own offices. */
  'practices.choose': (_, subject) => subject.kind === 'self',
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
