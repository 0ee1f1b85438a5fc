/** Who has the websites of towns looked at: whoever coordinates the association that they belong to. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates } from '../../platform/session/held-roles.ts'

export const pageFinderPermissions = {
  'page-finder.use': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
