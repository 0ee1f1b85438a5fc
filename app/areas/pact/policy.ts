/** Who writes and approves the Pact's texts, and who finds the documents by which a council decides. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, supports, worksFor } from '../../platform/session/held-roles.ts'

const secretariat = (actor: Actor, subject: Subject): boolean =>
  subject.kind === 'self' && serves(actor, ['secretariat'])

export const pactPermissions = {
  'pact-texts.write': secretariat,
  // That it is not who wrote the words is decided by whose they are, in the use case.
  'pact-texts.approve': secretariat,
  'pact-documents.write': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
  // Pages alone (GET): as the checklist.
  'pact-documents.read': (actor, subject) =>
    worksFor(actor, subject, ['officer', 'approver']) || supports(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
