/** Who keeps meetings, who bids to receive one, who scores the bids. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { serves, worksFor } from '../../platform/session/held-roles.ts'

export const meetingsPermissions = {
  /** The list of meetings: for whoever keeps them, and for whoever scores bids. */
  'meetings.look': (actor, subject) => subject.kind === 'self' && serves(actor, ['secretariat', 'reviewer']),
  'meetings.keep': (actor, subject) => subject.kind === 'self' && serves(actor, ['secretariat']),
  'meetings.review': (actor, subject) => subject.kind === 'self' && serves(actor, ['reviewer']),
  'meetings.bid': (actor, subject) => worksFor(actor, subject, ['officer', 'approver']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
