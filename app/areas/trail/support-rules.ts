/** For how long an association may look at a town's office, and whether it may now. Pure. */

/** Days of 24 hours that a town can choose. */
export const supportDays = [1, 3, 7] as const
export type SupportDays = (typeof supportDays)[number]

export interface Support {
  readonly association: string
  /** Null: the town gave access without being asked. */
  readonly askedAt: Temporal.Instant | null
  /** Null: not given yet. */
  readonly until: Temporal.Instant | null
  /** By hand; what runs out ends by itself. */
  readonly endedAt: Temporal.Instant | null
}

export type SupportState = 'asked' | 'running' | 'over'

export function supportState(
  { until, endedAt }: Pick<Support, 'until' | 'endedAt'>,
  now: Temporal.Instant,
): SupportState {
  if (endedAt) return 'over'
  if (!until) return 'asked'
  return Temporal.Instant.compare(now, until) < 0 ? 'running' : 'over'
}

export function supportEnd(from: Temporal.Instant, days: SupportDays): Temporal.Instant {
  return from.add({ hours: 24 * days })
}

export function supportDaysFrom(text: string): SupportDays | undefined {
  return supportDays.find((days) => `${days}` === text)
}
