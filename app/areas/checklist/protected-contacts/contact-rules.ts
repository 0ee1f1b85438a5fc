/** Which changes of a service's contact are told to everybody concerned. */
import { same } from '../same.ts'
import type { Phone, Service, ServiceFacts, SnapshotDocument } from '../schema.ts'

/** How a service is reached. */
export type Contact = Pick<ServiceFacts, 'phones' | 'email' | 'web' | 'chat'>

export function contactOf({ phones, email, web, chat }: ServiceFacts): Contact {
  return { phones, email, web, chat }
}

/** What a caller dials and where a click leads: a label or an hour that changes is no other contact. */
function reachedBy({ phones, email, web, chat }: Contact) {
  return { numbers: phones.map(({ number, channels }: Phone) => ({ number, channels })), email, web, chat }
}

export function isSameContact(a: Contact, b: Contact): boolean {
  return same(reachedBy(a), reachedBy(b))
}

export interface ContactChange {
  readonly service: Service
  readonly before: Contact
  readonly after: Contact
}

/** Months after which a kind is checked again. */
type ReviewMonths = (kind: string) => number | undefined

const protectedMonths = 3

/**
 * The services that both versions have and whose contact differs, where one of their kinds, before or after, is checked
 * every three months: a change of kind does not take the protection away.
 */
export function contactChanges(
  before: SnapshotDocument | undefined,
  after: SnapshotDocument,
  reviewMonths: ReviewMonths,
): ContactChange[] {
  const earlier = new Map(before?.services.map((service) => [service.id, service]))
  return after.services.flatMap((service) => {
    const old = earlier.get(service.id)
    if (!old || isSameContact(contactOf(old), contactOf(service))) return []
    const isProtected = [...old.kinds, ...service.kinds].some((kind) => reviewMonths(kind) === protectedMonths)
    return isProtected ? [{ service, before: contactOf(old), after: contactOf(service) }] : []
  })
}

/** The facts with another contact. */
export function withContact<Facts extends ServiceFacts>(facts: Facts, contact: Contact): Facts {
  return { ...facts, ...contact }
}

export const undoHours = 24

export type UndoState = 'open' | 'undone' | 'over' | 'changed-since'

/**
 * Whether a change can still be undone.
 *
 * @param current the contact that the public sees now; undefined where the service is gone.
 */
export function undoState(
  change: { readonly after: Contact; readonly undoUntil: Temporal.Instant; readonly undone: boolean },
  current: Contact | undefined,
  now: Temporal.Instant,
): UndoState {
  if (change.undone) return 'undone'
  if (Temporal.Instant.compare(now, change.undoUntil) > 0) return 'over'
  return current && isSameContact(current, change.after) ? 'open' : 'changed-since'
}
