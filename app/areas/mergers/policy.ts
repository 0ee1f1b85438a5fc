/** Who decides what a new official list changes: coordinators of the country's associations, and the secretariat. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves } from '../../platform/session/held-roles.ts'

const secretariat = (actor: Actor): boolean => serves(actor, ['secretariat'])

export const mergersPermissions = {
  'mergers.read-all': (actor, _) => secretariat(actor),
  'mergers.plan': (actor, subject) => subject.kind === 'country' && (coordinates(actor, subject) || secretariat(actor)),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
