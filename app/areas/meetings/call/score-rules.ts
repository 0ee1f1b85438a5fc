/** Who may score which bid, who sees which scores, what they come to. Pure: the same facts give the same answer. */
import type { Fault } from '../meeting-form.ts'

const highestScore = 5

export interface Score {
  /** 0 to 5. */
  readonly score: number
  readonly reason: string
}
/** One for each criterion, in the order of the call. */
export type GivenScores = readonly Score[]

export interface ReviewerSheet {
  /** Id of the person. */
  readonly person: string
  /** Everything was handed in. */
  readonly given: boolean
  /** By id of the bid; null: a declared conflict. */
  readonly bids: ReadonlyMap<string, GivenScores | null>
}

export interface ScoredBid {
  readonly id: string
  /** ISO 3166-1 of the town. */
  readonly country: string
}

/**
 * Why a reviewer may not score a bid; undefined: they may. `no-home`: a peer is somebody who works for a town or an
 * association. `own-country`: nobody scores their own. `declared`: they have said that they are too close to it.
 */
export type ScoreConflict = 'no-home' | 'own-country' | 'declared'

export function conflictWith(
  { countries }: { readonly countries: readonly string[] },
  bid: ScoredBid,
  sheet: ReviewerSheet,
): ScoreConflict | undefined {
  if (countries.length === 0) return 'no-home'
  if (countries.includes(bid.country)) return 'own-country'
  return sheet.bids.get(bid.id) === null ? 'declared' : undefined
}

/** Bids that a reviewer has to score and has not scored yet. */
export const unscored = (
  reviewer: { readonly countries: readonly string[] },
  bids: readonly ScoredBid[],
  sheet: ReviewerSheet,
): ScoredBid[] => bids.filter((bid) => !conflictWith(reviewer, bid, sheet) && !sheet.bids.get(bid.id))

/** Nobody is led by what others gave: a reviewer sees their own, and others' once theirs are handed in. */
export const sheetsForReviewer = (sheets: readonly ReviewerSheet[], person: string): ReviewerSheet[] => {
  const own = sheets.find((one) => one.person === person)
  return sheets.filter((one) => one === own || (own?.given === true && one.given))
}

/** The secretariat sees nothing before all have handed in, or the last day has passed; and never what was not handed in. */
export function sheetsForSecretariat(
  sheets: readonly ReviewerSheet[],
  { today, scoresBy }: { readonly today: string; readonly scoresBy: string },
): ReviewerSheet[] | undefined {
  const ready = (sheets.length > 0 && sheets.every(({ given }) => given)) || today > scoresBy
  return ready ? sheets.filter(({ given }) => given) : undefined
}

/** Mean of the weighted points of those who scored a bid, out of 100; undefined where nobody has. */
export function pointsOf(
  bid: string,
  sheets: readonly ReviewerSheet[],
  weights: readonly number[],
): number | undefined {
  const most = highestScore * weights.reduce((sum, weight) => sum + weight, 0)
  const each = sheets.flatMap(({ bids }) => {
    const scores = bids.get(bid)
    if (!scores) return []
    return [(100 * weights.reduce((sum, weight, at) => sum + weight * (scores[at]?.score ?? 0), 0)) / most]
  })
  return each.length === 0 ? undefined : each.reduce((sum, one) => sum + one, 0) / each.length
}

/** Whether a reviewer has scored it and handed that in. */
export const isScored = (bid: string, sheets: readonly ReviewerSheet[]): boolean =>
  sheets.some(({ given, bids }) => given && bids.get(bid))

/**
 * Why host and runner-up cannot be chosen as they are; undefined: they can. Reviewers score by published criteria: whoever
 * chooses a host that none of them has scored says why, for everybody. Nobody is second without scores but behind such a host.
 */
export function choiceFault(
  { host, runnerUp, unscored }: Record<'host' | 'runnerUp' | 'unscored', string | null>,
  isScored: (authority: string) => boolean,
): Fault | undefined {
  if (host === null || !isScored(host)) return unscored ? undefined : { field: 'unscored', code: 'unscored' }
  return runnerUp === null || isScored(runnerUp) ? undefined : { field: 'runnerUp', code: 'second' }
}

export function scoresFrom(
  read: (field: string) => string,
  count: number,
): { readonly scores: GivenScores } | { readonly faults: readonly Fault[] } {
  const scores = Array.from({ length: count }, (_, at) => ({
    score: /^[0-5]$/.test(read(`score-${at}`)) ? Number(read(`score-${at}`)) : -1,
    reason: read(`reason-${at}`).trim(),
  }))
  const faults = scores.flatMap(({ score, reason }, at): Fault[] => [
    ...(score < 0 ? [{ field: `score-${at}`, code: 'score' } as const] : []),
    ...(reason === '' ? [{ field: `reason-${at}`, code: 'missing' } as const] : []),
    ...(reason.length > 5_000 ? [{ field: `reason-${at}`, code: 'long' } as const] : []),
  ])
  return faults.length > 0 ? { faults } : { scores }
}
