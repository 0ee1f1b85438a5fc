/** Questions that the policies of all areas ask of an actor's roles. Pure. */
import type { Actor, RoleName, Subject } from './actor.ts'

/** Whether the actor works for the authority that the address names, in one of these roles. */
export function worksFor(actor: Actor, subject: Subject, roles: readonly RoleName[]): boolean {
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
