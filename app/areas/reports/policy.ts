/** Who writes reports, who keeps their cycles, who answers them. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { serves, worksFor } from '../../platform/session/held-roles.ts'

export const reportsPermissions = {
  'progress.write': (actor, subject) => worksFor(actor, subject, ['officer', 'approver']),
  /** Cycles, and who answers whose report. */
  'progress.keep': (actor, subject) => subject.kind === 'self' && serves(actor, ['secretariat']),
  'progress.review': (actor, subject) => subject.kind === 'self' && serves(actor, ['reviewer']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
