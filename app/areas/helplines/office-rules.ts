/** In the name of which office somebody acts on the lines of a country. Pure. */
import type { Actor, Subject } from '../../platform/session/actor.ts'

export const secretariat = 'secretariat'

/** The id of an association of the country that the actor coordinates, else the secretariat. */
export function officeOf(actor: Actor, subject: Extract<Subject, { kind: 'country' }>): string {
  const own = actor.roles.flatMap(({ role, scope }) =>
    role === 'coordinator' && scope.kind === 'association' && subject.associations.includes(scope.id) ? [scope.id] : [],
  )
  return own.toSorted()[0] ?? secretariat
}
