/** Who may do what: pure decisions. Every area has its own; the guards of all routes are made from them. */
import type { Actor, OfficeSession, RoleName, Subject } from '../../platform/session/actor.ts'

/** Whether the actor may, with what the address names. */
export type Permission = (actor: Actor, subject: Subject) => boolean
export type Permissions = Readonly<Record<string, Permission>>

const withSecondFactor: readonly RoleName[] = ['secretariat', 'coordinator', 'moderator', 'safeguarding-lead']

/** Roles that no mailed link alone may open (design: accounts). */
export function needsSecondFactor({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.some(({ role }) => withSecondFactor.includes(role))
}

/** What must come before anything else: a code, or setting up a second factor; undefined when nothing must. */
export type Step = 'give-code' | 'set-up'

/**
 * @param codes whether the person has an authenticator app: then no link of theirs opens the office without it, whatever
 *   their roles.
 */
export function stepBefore(
  actor: Pick<Actor, 'roles'>,
  session: Pick<OfficeSession, 'secondFactor'>,
  codes: boolean,
): Step | undefined {
  if (session.secondFactor) return undefined
  if (codes) return 'give-code'
  return needsSecondFactor(actor) ? 'set-up' : undefined
}

const freshFor = Temporal.Duration.from({ minutes: 15 })

/** Whether the person has shown who they are lately enough for a dangerous act. */
export function isFresh({ authenticatedAt }: Pick<OfficeSession, 'authenticatedAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(authenticatedAt.add(freshFor), now) >= 0
}

const anySignedInPerson: Permission = () => true

export const accountsPermissions: Permissions = {
  'office.home': anySignedInPerson,
  // The pages on which a second factor is given or set up: all that a session without one can reach.
  'accounts.second-step': anySignedInPerson,
  // Showing again who one is, before a dangerous act.
  'accounts.own': anySignedInPerson,
  // Its routes exist in development alone.
  'accounts.outbox': anySignedInPerson,
}

/** Permissions that a session may use while a step is missing. */
export const beforeSecondFactor: ReadonlySet<string> = new Set(['accounts.second-step'])
