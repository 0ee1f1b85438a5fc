/** Who sees where providers are asked, and decides on what they send: an address is a person's, so nobody looks in. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, worksFor } from '../../platform/session/held-roles.ts'

export const confirmationsPermissions = {
  'confirmations.manage': (actor, subject) => worksFor(actor, subject, ['officer', 'approver']),
  /** Which providers of towns have not answered, by the name of the service: no address. */
  'confirmations.help': (actor, subject) =>
    subject.kind === 'association'
      ? coordinates(actor, subject)
      : subject.kind === 'self' && serves(actor, ['secretariat']),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
