/**
 * Who sees and manages the people of a place: the authority or the association that the address names, else the
 * instance. Whether an office that is not the town's own may act there depends on who works there: the use cases decide
 * that, by facts of their transaction (rules.ts).
 */
import type { Actor, RoleName, Subject } from '../../../platform/session/actor.ts'
import { coordinates, holds, keepsCountry, serves } from '../../../platform/session/held-roles.ts'
import type { Office } from './rules.ts'

const anyTownRole: readonly RoleName[] = ['officer', 'approver', 'moderator', 'facilitator', 'safeguarding-lead']

/** The offices in whose name an actor may act on the people of a place, the nearest first. */
export function officesOf(actor: Actor, subject: Subject): readonly Office[] {
  const offices: Office[] = []
  // Who keeps a country's services names nobody's successor: they vouch for first people, as for a town.
  if (holds(actor, subject, ['approver'])) offices.push('authority')
  if (coordinates(actor, subject) || keepsCountry(actor, subject)) offices.push('association')
  if (serves(actor, ['secretariat'])) offices.push('secretariat')
  return offices
}

/** Whether somebody holds a role in the very place that the address names. */
function belongs(actor: Actor, subject: Subject): boolean {
  if (subject.kind === 'authority') return holds(actor, subject, anyTownRole)
  if (subject.kind === 'association') return coordinates(actor, subject)
  return subject.kind === 'self' && serves(actor, ['secretariat', 'reviewer'])
}

const isPlace = ({ kind }: Subject): boolean => kind !== 'country'

export const peoplePermissions = {
  'people.read': (actor, subject) =>
    isPlace(subject) && (belongs(actor, subject) || officesOf(actor, subject).length > 0),
  'people.manage': (actor, subject) => isPlace(subject) && officesOf(actor, subject).length > 0,
  'people.leave': belongs,
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
