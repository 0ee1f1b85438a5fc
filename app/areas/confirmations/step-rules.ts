/** What happens where a provider does not answer. Families see the service all the time, with the month of its last check. */

/** In order, each once, so many days after the first mail. */
export const unansweredSteps = [
  // The same address again.
  { step: 'second', afterDays: 14 },
  // Another address of the provider's, where the office has written one down.
  { step: 'deputy', afterDays: 28 },
  // The town's officers, who telephone.
  { step: 'office', afterDays: 42 },
  // The coordinators of the town's associations; the secretariat where there is nobody.
  { step: 'association', afterDays: 70 },
] as const

export type Step = (typeof unansweredSteps)[number]['step']

/** Who is asked to help a town, with the step `association`. */
export type Told = 'association' | 'secretariat'

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

/** The post takes its time, to them and to the town's own office. */
const postDays = 7

/** The letters of a request: when the first one had to go, and when each was posted. */
export interface LettersSent {
  readonly dueAt: Temporal.Instant
  readonly first: Temporal.Instant | undefined
  readonly second: Temporal.Instant | undefined
}

/**
 * The same for a provider who is written to by letter. Time runs from the day on which a letter was posted: one that lies
 * in the office was answered by nobody. Where none was posted, there is no second one either; the office, which was told
 * by its list, and the association hear of it on their days all the same.
 *
 * @param deputy whether there is a second address, and it takes mail.
 */
export function letterStepToTake(
  { dueAt, first, second }: LettersSent,
  taken: readonly Step[],
  deputy: boolean,
  now: Temporal.Instant,
): Step | undefined {
  const order = unansweredSteps.map(({ step }) => step)
  const last = Math.max(-1, ...taken.map((step) => order.indexOf(step)))
  const next = unansweredSteps
    .slice(last + 1)
    .find(({ step }) => (step === 'second' ? first !== undefined : step !== 'deputy' || deputy))
  if (!next) return undefined
  const due = letterStepDue({ dueAt, first, second }, next.afterDays)
  return Temporal.Instant.compare(now, due) >= 0 ? next.step : undefined
}

function letterStepDue({ dueAt, first, second }: LettersSent, afterDays: number): Temporal.Instant {
  const afterSecond = second?.subtract({ hours: 24 * (unansweredSteps[0].afterDays + postDays) })
  return (afterSecond ?? first ?? dueAt).add({ hours: 24 * (afterDays + postDays) })
}

/** When the office is asked to telephone, as far as can be said today. @param letters of a provider without e-mail. */
export function officeTurn(askedAt: Temporal.Instant, letters: LettersSent | undefined): Temporal.Instant {
  const { afterDays } = unansweredSteps[2]
  return letters ? letterStepDue(letters, afterDays) : askedAt.add({ hours: 24 * afterDays })
}
