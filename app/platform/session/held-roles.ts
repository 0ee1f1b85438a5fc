/** Questions that the policies of all areas ask of an actor's roles. Pure. */
import type { Actor, RoleName, Subject } from './actor.ts'

/**
 * Whether the actor works for the authority that the address names, in one of these roles. Whoever keeps what a whole
 * country offers works for the country's authority as officer and approver.
 */
export function worksFor(actor: Actor, subject: Subject, roles: readonly RoleName[]): boolean {
  if (holds(actor, subject, roles)) return true
  return roles.some((role) => role === 'officer' || role === 'approver') && keepsCountry(actor, subject)
}

/** Whether the actor keeps the services of the country whose authority the address names. */
export function keepsCountry(actor: Actor, subject: Subject): boolean {
  if (subject.kind !== 'authority' || !subject.national) return false
  const { associations, coordinated } = subject.national
  return coordinated
    ? coordinates(actor, { kind: 'country', country: subject.country, associations, coordinated })
    : serves(actor, ['secretariat'])
}

/** Whether the actor holds one of these roles in the very authority that the address names. */
export function holds(actor: Actor, subject: Subject, roles: readonly RoleName[]): boolean {
  return (
    subject.kind === 'authority' &&
    actor.roles.some(({ role, scope }) => roles.includes(role) && scope.kind === 'authority' && scope.id === subject.id)
  )
}

/** Whether the actor coordinates the association that the address names, or one that the named town or country has. */
export function coordinates(actor: Actor, subject: Subject): boolean {
  if (subject.kind === 'self') return false
  const associations = subject.kind === 'association' ? [subject.id] : subject.associations
  return actor.roles.some(
    ({ role, scope }) => role === 'coordinator' && scope.kind === 'association' && associations.includes(scope.id),
  )
}

/** Whether the town lets the actor look at its office now: as coordinator of an association of it that it said yes to. */
export function supports(actor: Actor, subject: Subject): boolean {
  if (subject.kind !== 'authority') return false
  const { support = [], associations } = subject
  return actor.roles.some(
    ({ role, scope }) =>
      role === 'coordinator' &&
      scope.kind === 'association' &&
      support.includes(scope.id) &&
      associations.includes(scope.id),
  )
}

/** Whether the actor holds one of these roles for the whole instance. */
export function serves(actor: Actor, roles: readonly RoleName[]): boolean {
  return actor.roles.some(({ role, scope }) => roles.includes(role) && scope.kind === 'instance')
}

/** Ids of the authorities in whose office the actor works in any role, each once. */
export function townsOf(actor: Pick<Actor, 'roles'>, roles?: readonly RoleName[]): string[] {
  const held = actor.roles.flatMap(({ role, scope }) =>
    scope.kind === 'authority' && (!roles || roles.includes(role)) ? [scope.id] : [],
  )
  return [...new Set(held)]
}
