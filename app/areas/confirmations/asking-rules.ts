/** When a provider is asked, and what becomes of a link. All numbers of days stand here. */
import { type Step, unansweredSteps } from './step-rules.ts'

/** How long the links of a mail work. */
export const linkDays = 60
/** How long the code of a letter works, from its printing. */
export const codeDays = 70
/**
 * Nobody is asked again sooner: not where the office refused what came, nor where it has not published it yet. Whoever
 * has another address now was not asked yet.
 */
export const pauseDays = 30

export const outcomes = ['confirmed', 'proposed', 'replaced', 'checked', 'gone', 'merged', 'unanswered'] as const
/**
 * `confirmed`: by the provider. `proposed`: the provider sent changes. `replaced`: the provider has another address now.
 * `checked`: somebody else checked the service meanwhile. `gone`: it is on no page any more. `merged`: the town that asked
 * was merged into another. `unanswered`: nobody answered within a whole clock of the service; they are asked anew.
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

/** Where everybody was told, or would have been long ago. */
const allToldDays = Math.max(...unansweredSteps.map(({ afterDays }) => afterDays)) + pauseDays

/**
 * Whether a request that nobody has answered is over: a whole clock of the service has passed, and everybody who can help
 * was told. The next one begins with the provider again: whoever ignored one mail may answer another.
 *
 * @param since when the first mail went, or the last letter was posted.
 * @param nextDue ISO date that is a clock later; undefined where no clock says one.
 */
export function isOver(
  since: Temporal.Instant,
  nextDue: string | undefined,
  taken: readonly Step[],
  now: { readonly today: Temporal.PlainDate; readonly at: Temporal.Instant },
): boolean {
  if (nextDue === undefined || nextDue > now.today.toString()) return false
  return taken.includes('association') || Temporal.Instant.compare(now.at, since.add({ hours: 24 * allToldDays })) >= 0
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
 * Whoever answers after a whole clock has answered all the same, as long as the link works.
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
