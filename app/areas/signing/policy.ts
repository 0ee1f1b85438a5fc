/** Who applies, who confirms, who decides: and that nobody decides on their own. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, worksFor } from '../../platform/session/held-roles.ts'

const ofOffice = (actor: Actor, subject: Subject): boolean =>
  subject.kind === 'association' ? coordinates(actor, subject) : worksFor(actor, subject, ['officer', 'approver'])

const secretariat = (actor: Actor, subject: Subject): boolean =>
  subject.kind === 'self' && serves(actor, ['secretariat'])

const coordinator = (actor: Actor, subject: Subject): boolean =>
  subject.kind === 'association' && coordinates(actor, subject)

export const signingPermissions = {
  'signing.apply': ofOffice,
  /** For an elected representative or an organisation: what others have begun is not found. */
  'signing.apply-own': () => true,
  'signing.withdraw': (actor: Actor, subject: Subject): boolean =>
    subject.kind === 'association' ? coordinates(actor, subject) : worksFor(actor, subject, ['approver']),
  /** Of a member of the association. */
  'signing.confirm': coordinator,
  'signing.elections': (actor: Actor, subject: Subject): boolean =>
    coordinator(actor, subject) ||
    (subject.kind === 'country' && !subject.coordinated && serves(actor, ['secretariat'])),
  'signing.decide': secretariat,
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>

/** What is decided about: everybody who signs together. */
export interface Decided {
  readonly authorities: readonly string[]
  readonly associations: readonly string[]
  /** Ids of those who began or wrote an application. */
  readonly writers: readonly string[]
  /** Ids of those who confirmed that an office speaks for its body. */
  readonly vouchers: readonly string[]
}

export type Conflict = 'authority' | 'association' | 'wrote' | 'vouched'

/** Why somebody may not decide; undefined where nothing stands against it. */
export function conflictOf(
  { id, roles }: Pick<Actor, 'id' | 'roles'>,
  { authorities, associations, writers, vouchers }: Decided,
): Conflict | undefined {
  const inOne = (kind: 'authority' | 'association', of: readonly string[]) =>
    roles.some(({ scope }) => scope.kind === kind && of.includes(scope.id))
  if (inOne('authority', authorities)) return 'authority'
  if (inOne('association', associations)) return 'association'
  if (writers.includes(id)) return 'wrote'
  return vouchers.includes(id) ? 'vouched' : undefined
}
