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

/** What a person has beside their mailbox. */
export interface Factors {
  /** An authenticator app that has shown a code. */
  readonly codes: boolean
  /** At least one passkey. */
  readonly passkeys: boolean
}

/** What must come before anything else; undefined when nothing must. */
export type Step = 'give-code' | 'use-passkey' | 'set-up'

/** Who has an app gives its code after every link, whatever their roles; a passkey alone is asked of those who need it. */
export function stepBefore(
  actor: Pick<Actor, 'roles'>,
  session: Pick<OfficeSession, 'secondFactor'>,
  { codes, passkeys }: Factors,
): Step | undefined {
  if (session.secondFactor) return undefined
  if (codes) return 'give-code'
  if (!needsSecondFactor(actor)) return undefined
  return passkeys ? 'use-passkey' : 'set-up'
}

/** Whether somebody may be without a factor, given what would remain: the last one of those who need one stays. */
export function mayRemove(actor: Pick<Actor, 'roles'>, remaining: Factors): boolean {
  return remaining.codes || remaining.passkeys || !needsSecondFactor(actor)
}

/** Whether a mailed link alone would make the person's session fresh: it does not where a second factor must follow. */
export function linkShowsAgain(actor: Pick<Actor, 'roles'>, { codes, passkeys }: Factors): boolean {
  return !codes && !(passkeys && needsSecondFactor(actor))
}

/** A session ends with this many wrong codes: whoever wants to guess needs a new link for every five. */
export const mostWrongCodes = 5
/** In all sessions of a person together, a day: beyond it codes of the app are refused, other ways stay open. */
export const mostWrongCodesADay = 20

const freshFor = Temporal.Duration.from({ minutes: 15 })

/** Whether the person has shown who they are lately enough for a dangerous act. */
export function isFresh({ authenticatedAt }: Pick<OfficeSession, 'authenticatedAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(authenticatedAt.add(freshFor), now) >= 0
}

const anySignedInPerson: Permission = () => true

export const accountsPermissions: Permissions = {
  'office.home': anySignedInPerson,
  // The pages on which a second factor is given or set up, or the person shows again who they are: all that a session without one can reach.
  'accounts.second-step': anySignedInPerson,
  // The person's own page, and what they sign in with.
  'accounts.own': anySignedInPerson,
  // Its routes exist in development alone.
  'accounts.outbox': anySignedInPerson,
}

/** Permissions that a session may use while a step is missing. */
export const beforeSecondFactor: ReadonlySet<string> = new Set(['accounts.second-step'])
