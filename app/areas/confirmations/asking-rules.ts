/** When a provider is asked, and what becomes of a link. All numbers of days stand here. */

/** How long the links of a mail work. */
export const linkDays = 60
/** How long the code of a letter works, from its printing. */
export const codeDays = 70
/**
 * Nobody is asked again sooner: not where the office refused what came, nor where it has not published it yet. Whoever
 * has another address now was not asked yet.
 */
export const pauseDays = 30

export const outcomes = ['confirmed', 'proposed', 'replaced', 'checked', 'gone', 'merged'] as const
/**
 * `confirmed`: by the provider. `proposed`: the provider sent changes. `replaced`: the provider has another address now.
 * `checked`: somebody else checked the service meanwhile. `gone`: it is on no page any more. `merged`: the town that asked
 * was merged into another.
 */
export type RequestOutcome = (typeof outcomes)[number]

export interface AskedBefore {
  readonly askedAt: Temporal.Instant
  readonly outcome: RequestOutcome | undefined
}

/**
 * Whether a provider is to be asked now.
 *
 * @param due ISO date on which the service has to be checked again; undefined where nobody has ever checked it.
 * @param last the newest request.
 */
export function isToAsk(
  due: string | undefined,
  last: AskedBefore | undefined,
  now: { readonly today: Temporal.PlainDate; readonly at: Temporal.Instant },
): boolean {
  if (due !== undefined && due > now.today.toString()) return false
  if (!last || last.outcome === 'replaced' || last.outcome === 'merged') return true
  if (last.outcome === undefined) return false
  return Temporal.Instant.compare(now.at, last.askedAt.add({ hours: 24 * pauseDays })) >= 0
}

export type LinkPurpose = 'confirm' | 'change'
/** `other`: what a link was for has been settled in another way. */
export type LinkState = 'open' | 'confirmed' | 'proposed' | 'other' | 'expired' | 'gone'

export interface LinkedRequest {
  readonly outcome: RequestOutcome | undefined
  readonly expiresAt: Temporal.Instant
}

/**
 * What a link can still do. Whoever has confirmed may still notice a mistake; whoever has sent changes has not confirmed.
 *
 * @param published whether the service is on a page.
 */
export function linkState(
  purpose: LinkPurpose,
  { outcome, expiresAt }: LinkedRequest,
  published: boolean,
  now: Temporal.Instant,
): LinkState {
  if (outcome === 'confirmed' && purpose === 'confirm') return 'confirmed'
  if (outcome === 'proposed') return 'proposed'
  if (!published || outcome === 'gone') return 'gone'
  if (outcome === 'replaced' || outcome === 'merged') return 'other'
  if (Temporal.Instant.compare(now, expiresAt) > 0) return 'expired'
  return outcome === 'checked' && purpose === 'confirm' ? 'other' : 'open'
}
