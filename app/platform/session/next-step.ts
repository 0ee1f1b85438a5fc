/** One thing that is a person's to do next, as an area says it; the office's home page puts them in order. */
import type { Translator } from '../i18n/messages.ts'
import type { Actor } from './actor.ts'

/**
 * What comes first: what somebody waits for, then what families may be harmed by if it is wrong, then what is missing,
 * then what only has to be made public, then care.
 */
export const stepRanks = ['somebody-waits', 'safety', 'missing', 'unpublished', 'care'] as const
export type StepRank = (typeof stepRanks)[number]

export interface NextStep {
  readonly rank: StepRank
  /** What to do, as one sentence. */
  readonly text: string
  /** The town, association or country it is about. */
  readonly where: string
  readonly href: string
  /** By when, at the place; undefined where nothing presses. */
  readonly due?: Temporal.PlainDate | undefined
}

/** What one area has for a person to do. */
export type NextSteps = (actor: Actor, translator: Translator) => Promise<readonly NextStep[]>

/** First things first: by rank, then by date, those without one last. */
export function inOrder(steps: readonly NextStep[]): NextStep[] {
  const far = Temporal.PlainDate.from('9999-12-31')
  return steps.toSorted(
    (a, b) =>
      stepRanks.indexOf(a.rank) - stepRanks.indexOf(b.rank) || Temporal.PlainDate.compare(a.due ?? far, b.due ?? far),
  )
}
