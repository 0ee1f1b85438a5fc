/** What happens where a provider does not answer. Families see the service all the time, with the month of its last check. */

/** In order, each once, so many days after the first mail. */
export const unansweredSteps = [
  // The same address again.
  { step: 'second', afterDays: 14 },
  // Another address of the provider's, where the office has written one down.
  { step: 'deputy', afterDays: 28 },
  // The town's officers, who telephone.
  { step: 'office', afterDays: 42 },
  // The coordinators of the town's associations.
  { step: 'association', afterDays: 70 },
] as const

export type Step = (typeof unansweredSteps)[number]['step']

/** Which addresses of a provider take mail. */
export interface Reachable {
  readonly email: boolean
  /** False, too, where there is no second one. */
  readonly deputy: boolean
}

/**
 * The step that is to be taken now; undefined where none is. After a time in which nothing ran, one is taken with each
 * look: nobody is passed over. Where no mail has reached anybody, nobody is waited for: the next address is asked at once,
 * or the office told.
 *
 * @param taken steps of the request so far.
 */
export function stepToTake(
  askedAt: Temporal.Instant,
  taken: readonly Step[],
  reachable: Reachable,
  now: Temporal.Instant,
): Step | undefined {
  const order = unansweredSteps.map(({ step }) => step)
  const last = Math.max(-1, ...taken.map((step) => order.indexOf(step)))
  const next = unansweredSteps
    .slice(last + 1)
    .find(({ step }) => (step === 'second' ? reachable.email : step !== 'deputy' || reachable.deputy))
  if (!next) return undefined
  const somebodyReads = reachable.email || (reachable.deputy && taken.includes('deputy'))
  if (!somebodyReads && next.step !== 'association') return next.step
  const due = askedAt.add({ hours: 24 * next.afterDays })
  return Temporal.Instant.compare(now, due) >= 0 ? next.step : undefined
}
