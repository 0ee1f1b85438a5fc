/** A feed that a town follows: what is decided about it, and what came of fetching it. */
import { z } from 'zod'
import type { FeedConflict, FeedRhythm } from './feed-rules.ts'

export interface FeedSettings {
  /** Name of the list. */
  readonly source: string
  readonly url: string
  readonly language: string
  /** Empty: services whose kind the feed does not say are refused. */
  readonly defaultKind: string
  readonly every: FeedRhythm
  readonly hour: number
  readonly conflict: FeedConflict
}

export const countNames = ['added', 'changed', 'unchanged', 'kept', 'skipped', 'refused'] as const
export const pullResult = z.object({
  at: z.string(),
  /**
   * followed: taken over. taken: an officer has looked and taken it over. unchanged: the host says that nothing is new.
   * asks, sudden, looked: it waits to be looked at, by the rule, because it is so much, or because an officer asked.
   */
  outcome: z.enum(['followed', 'taken', 'unchanged', 'asks', 'sudden', 'looked', 'failed']),
  /** Of a failure. */
  reason: z.string().optional(),
  counts: z
    .object(Object.fromEntries(countNames.map((one) => [one, z.number()])) as Record<Count, z.ZodNumber>)
    .optional(),
  gone: z.number().optional(),
})
export type Count = (typeof countNames)[number]
export type PullResult = z.infer<typeof pullResult>

export interface Feed extends FeedSettings {
  readonly id: string
  readonly authority: string
  readonly revision: number
  /** Id of a person. */
  readonly setUpBy: string
  readonly nextAt: Temporal.Instant
  /** An officer waits to see what would happen. */
  readonly look: boolean
  readonly etag: string | null
  readonly lastModified: string | null
  readonly failures: number
  /** The newest first. */
  readonly results: readonly PullResult[]
  /** Ids of services that the feed no longer had when it was followed last. */
  readonly gone: readonly string[]
}
