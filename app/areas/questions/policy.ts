/** Who asks, and who answers: the office of a town, and the coordinators of the association it asked. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, worksFor } from '../../platform/session/held-roles.ts'

export const questionsPermissions = {
  'questions.ask': (actor, subject) => worksFor(actor, subject, ['officer', 'approver']),
  'questions.answer': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
