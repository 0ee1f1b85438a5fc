/** Who says which towns are in a police, court or health area: those who coordinate an association of the country. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates } from '../../platform/session/held-roles.ts'

export const catchmentsPermissions = {
  'catchments.keep': (actor, subject) => subject.kind === 'association' && coordinates(actor, subject),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
