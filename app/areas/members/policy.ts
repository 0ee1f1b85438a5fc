/** Who says which authorities belong to an association: those who coordinate it, and nobody else. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates } from '../../platform/session/held-roles.ts'

export const membersPermissions = {
  'members.keep': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
