/** Who may read what was done, and who lets whom look at a town's office. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, worksFor } from '../../platform/session/held-roles.ts'

const office = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const trailPermissions = {
  'audit.read': office,
  /** What belongs to no authority: signing in, roles of the whole instance, imports of the directory. */
  'audit.read-instance': (actor: Actor, _: Subject): boolean => serves(actor, ['secretariat']),
  'support.manage': office,
  'support.ask': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'authority' && coordinates(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
