/** How far members have come is for the association that they belong to, and for nobody else. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates } from '../../platform/session/held-roles.ts'

export const coveragePermissions = {
  'coverage.read': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
  /** Where towns of the country are, for all its associations. */
  'coverage.place': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
