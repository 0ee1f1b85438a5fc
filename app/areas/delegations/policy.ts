/** Who registers people, and who may see them. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { serves, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const delegationsPermissions = {
  /** A signatory's own people. */
  'delegations.register': officers,
  /** People of all: of the host alone, which the use case says. Not the secretariat: it needs counts, not people. */
  'delegations.receive': officers,
  /** When people are registered, and how many: also the secretariat. */
  'delegations.keep': (actor: Actor, subject: Subject): boolean =>
    officers(actor, subject) || (subject.kind === 'authority' && serves(actor, ['secretariat'])),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
