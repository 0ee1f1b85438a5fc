/** A service offered to an authority: what its office can decide, and why not. */

export const declineReasons = ['not-for-our-people', 'have-our-own', 'too-far', 'not-agreed', 'unclear'] as const
export type DeclineReason = (typeof declineReasons)[number]

export type OfferDecision =
  | { readonly state: 'accepted' }
  | { readonly state: 'declined'; readonly reason: DeclineReason }

/** In whose name it was decided; `before`: it stood on the page before anybody was asked. */
export type DecidedBy = 'office' | 'association' | 'secretariat' | 'before'

export interface Offer {
  readonly service: string
  /** Whose office is asked, by id. */
  readonly authority: string
  readonly publisher: string
  /** Of the service as it is published. */
  readonly kinds: readonly string[]
  /** Under which it stands on the page. */
  readonly acceptedKinds: readonly string[]
  readonly state: 'waiting' | 'accepted' | 'declined'
  readonly reason: DeclineReason | undefined
  readonly offeredAt: Temporal.Instant
  /** The last decision, also while a further kind waits. */
  readonly decided: { readonly at: Temporal.Instant; readonly by: DecidedBy } | undefined
  readonly revision: number
}

/** Whether the decision is what holds already: a second click, or a colleague who thinks the same. */
export function isDecided(offer: Offer, decision: OfferDecision): boolean {
  if (offer.state !== decision.state) return false
  return decision.state === 'accepted' || offer.reason === decision.reason
}

/** What waits first, then what stands on the page, then what was declined; the oldest first among what waits. */
export function inOrder(offers: readonly Offer[]): Offer[] {
  const order = ['waiting', 'accepted', 'declined']
  return offers.toSorted(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      Temporal.Instant.compare(a.offeredAt, b.offeredAt) ||
      (a.service < b.service ? -1 : 1),
  )
}
