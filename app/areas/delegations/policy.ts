/** Who registers people, and who may see them. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const delegationsPermissions = {
  /** People of a signatory's own, or of an association. */
  'delegations.register': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'association' ? coordinates(actor, subject) : officers(actor, subject),
  /** People of an organisation: whoever is its contact, which the use case says. */
  'delegations.register-own': () => true,
  /** People of all: of the host alone, which the use case says. Not the secretariat: it needs counts, not people. */
  'delegations.receive': officers,
  /** When people are registered, and how many: also the secretariat. */
  'delegations.keep': (actor: Actor, subject: Subject): boolean =>
    officers(actor, subject) || (subject.kind === 'authority' && serves(actor, ['secretariat'])),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
