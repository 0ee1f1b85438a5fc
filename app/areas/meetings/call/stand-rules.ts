/** What the secretariat does next to find a host. Pure. */
import { type ChoiceState, type HostCall, isAfter, stageOfCall } from './call-rules.ts'
import { type ReviewerSheet, sheetsForSecretariat } from './score-rules.ts'

/** What is known of the way to a host. */
export interface Stand {
  readonly call: HostCall | undefined
  readonly choice:
    | { readonly state: ChoiceState; readonly runnerUp: string | null; readonly at: Temporal.Instant }
    | undefined
  /** How many bids count. */
  readonly bids: number
  readonly sheets: readonly ReviewerSheet[]
}

/**
 * `nobodyLeft`: the host has stepped back, and there is no runner-up. `reopened`: without a new deadline yet. `noBids`: none
 * has come in by the deadline. `chooseLate`: not all have handed in their scores, and the last day has passed.
 */
export type StandStep =
  | ('withdrawn' | 'nobodyLeft' | 'declined' | 'reopened')
  | ('noBids' | 'askReviewers' | 'choose' | 'chooseLate')

/** @returns undefined where others are waited for, or a host is chosen. */
export function standStep(
  { call, choice, bids, sheets }: Stand,
  { now, today }: { readonly now: Temporal.Instant; readonly today: string },
): StandStep | undefined {
  if (choice?.state === 'chosen' || choice?.state === 'offered') return undefined
  if (choice?.state === 'declined') return 'declined'
  if (choice?.state === 'withdrawn') return choice.runnerUp === null ? 'nobodyLeft' : 'withdrawn'
  if (!call || stageOfCall(call, now) !== 'sealed') return undefined
  if (choice && !isAfter(call.deadline, choice.at)) return 'reopened'
  if (bids === 0) return 'noBids'
  const seen = sheetsForSecretariat(sheets, { today, scoresBy: call.scoresBy })
  if (seen) return seen.length > 0 && seen.length === sheets.length ? 'choose' : 'chooseLate'
  return sheets.length === 0 ? 'askReviewers' : undefined
}
