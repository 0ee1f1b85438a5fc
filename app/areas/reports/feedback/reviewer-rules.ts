/** Who may answer whose report. Pure: the same facts give the same answer. */

export interface Reviewer {
  /** Id of the person. */
  readonly person: string
  /** ISO 3166-1 of every town and association in which the person has a role. */
  readonly countries: readonly string[]
  /** Ids of these towns. */
  readonly towns: readonly string[]
}

/** A town whose report is to be answered. */
export interface ReviewedTown {
  readonly id: string
  readonly country: string
  /** Ids of all that carry the plan of which it reports. */
  readonly carriers: readonly string[]
}

/** Who answers whose report in a cycle, already. */
export interface Assigned {
  readonly town: string
  readonly reviewer: Pick<Reviewer, 'person' | 'towns'>
}

/**
 * Why a person may not answer the report of a town; undefined: they may. `no-home`: a peer is somebody who works for a town
 * or an association. `own-country`: nobody answers their own country. `carrier`: a town of theirs carries the same plan.
 * `mutual`: somebody of that town answers a town of theirs in the same cycle. People change towns: it is asked when
 * somebody is chosen, and again when they write.
 */
export type ReviewConflict = 'no-home' | 'own-country' | 'carrier' | 'mutual'

export function conflictOf(
  reviewer: Reviewer,
  town: ReviewedTown,
  assigned: readonly Assigned[],
): ReviewConflict | undefined {
  if (reviewer.countries.length === 0) return 'no-home'
  if (reviewer.countries.includes(town.country)) return 'own-country'
  if (town.carriers.some((one) => reviewer.towns.includes(one))) return 'carrier'
  const mutual = assigned.some((one) => reviewer.towns.includes(one.town) && one.reviewer.towns.includes(town.id))
  return mutual ? 'mutual' : undefined
}
