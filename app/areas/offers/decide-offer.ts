/** An office lets a service of somebody else stand on its page, or does not. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import { isDecided, lockTown, type Offer, type OfferDecision, readOffer, writeDecision } from '../checklist/index.ts'
import type { OffersDeps } from './deps.ts'

export type DecideOutcome =
  | { readonly outcome: 'decided' }
  /** Nothing is offered any more, or somebody works for the authority by now and decides. */
  | { readonly outcome: 'gone' }
  /** A colleague has decided otherwise, or more is offered than was looked at. */
  | { readonly outcome: 'conflict' }

export interface Decider {
  /** Whose page it is, by id. */
  readonly authority: string
  readonly by: 'office' | 'association' | 'secretariat'
}

/** @param given.revision of the offer that was looked at. */
export async function decideOffer(
  deps: OffersDeps,
  act: Act,
  { authority, by }: Decider,
  service: string,
  given: { readonly decision: OfferDecision; readonly revision: number },
): Promise<DecideOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<DecideOutcome> => {
    const seen = await readOffer(tx, authority, service)
    if (!seen) return { outcome: 'gone' }
    // Of the publisher, whose next version settles the same rows.
    await lockTown(tx, seen.publisher)
    const offer = await readOffer(tx, authority, service)
    if (!offer) return { outcome: 'gone' }
    if (by !== 'office' && (await deps.officersOf(tx, authority)).length > 0) return { outcome: 'gone' }
    const { decision, revision } = given
    if (isDecided(offer, decision)) return { outcome: 'decided' }
    if (offer.revision !== revision) return { outcome: 'conflict' }
    await writeDecision(tx, offer, decision, { by, at: act.at })
    await recordAudit(tx, act, { authority, subject: `service ${service}`, detail: detailOf(offer, decision) })
    await announceChange(tx, [authority])
    return { outcome: 'decided' }
  })
}

function detailOf({ publisher, revision }: Offer, decision: OfferDecision) {
  const reason = decision.state === 'declined' ? { reason: decision.reason } : {}
  return { offer: decision.state, ...reason, publisher, revision: revision + 1 }
}
