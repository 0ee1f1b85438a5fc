/** Who offers practices for the market of a meeting, and who gives them a stand. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { serves, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const marketPermissions = {
  /** A signatory's own practices. */
  'market.offer': officers,
  /** Whether the town is the host, the use case says; the secretariat, too. */
  'market.keep': (actor: Actor, subject: Subject): boolean =>
    officers(actor, subject) || (subject.kind === 'authority' && serves(actor, ['secretariat'])),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
