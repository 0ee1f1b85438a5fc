/** A feed that a town or an association follows: what is decided about it, and what came of fetching it. */
import { z } from 'zod'
import type { FeedConflict, FeedRhythm } from './feed-rules.ts'

/** A town, into whose draft it goes; or an association, for whose towns it becomes suggestions. */
export interface FeedOwner {
  readonly type: 'authority' | 'association'
  readonly id: string
}

export interface FeedSettings {
  /** Name of the list. */
  readonly source: string
  readonly url: string
  readonly language: string
  /** Empty: services whose kind the feed does not say are left out. */
  readonly defaultKind: string
  readonly every: FeedRhythm
  readonly hour: number
  /** Of a town; an association keeps what the feed says apart from everything else. */
  readonly conflict: FeedConflict
}

/** Of an association's feed: what of it fits where. */
export const placedCounts = z.object({
  /** Services that belong to an authority of the country. */
  kept: z.number(),
  /** Those of them that belong to a member, and how many members that are. */
  fitting: z.number(),
  members: z.number(),
  /** Services that belong to nobody: they name the country, nothing, or nothing that is certain. */
  nowhere: z.number(),
  /** Services of which nobody says a kind. */
  kindless: z.number(),
})
export type PlacedCounts = z.infer<typeof placedCounts>

export const countNames = ['added', 'changed', 'unchanged', 'kept', 'skipped', 'refused'] as const
export const pullResult = z.object({
  at: z.string(),
  /**
   * followed: taken over. taken: an officer has looked and taken it over. unchanged: the host says that nothing is new.
   * asks, sudden, looked: it waits to be looked at, by the rule, because it is so much, or because somebody asked.
   */
  outcome: z.enum(['followed', 'taken', 'unchanged', 'asks', 'sudden', 'looked', 'failed']),
  /** Of a failure. */
  reason: z.string().optional(),
  counts: z
    .object(Object.fromEntries(countNames.map((one) => [one, z.number()])) as Record<Count, z.ZodNumber>)
    .optional(),
  gone: z.number().optional(),
  placed: placedCounts.optional(),
})
export type Count = (typeof countNames)[number]
export type PullResult = z.infer<typeof pullResult>

export interface Feed extends FeedSettings {
  readonly id: string
  readonly owner: FeedOwner
  readonly revision: number
  /** Id of a person. */
  readonly setUpBy: string
  readonly nextAt: Temporal.Instant
  /** Somebody waits to see what would happen. */
  readonly look: boolean
  /** Somebody wants it followed now, although up to so many services are gone. */
  readonly mayLose: number | null
  /** Of the demonstration: it is never fetched. */
  readonly fictional: boolean
  readonly etag: string | null
  readonly lastModified: string | null
  readonly failures: number
  /** The newest first. */
  readonly results: readonly PullResult[]
  /** Ids of services that the feed no longer had when it was followed last. */
  readonly gone: readonly string[]
  /** Of an association's feed: the fetch that is kept, and when that was last found to hold. */
  readonly batch: string | null
  readonly fetchedAt: Temporal.Instant | null
  readonly placed: PlacedCounts | null
}
