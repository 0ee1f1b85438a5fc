/** What fetching a feed shares, whoever follows it: the claim, and how it ends. */
import type { Log } from '../../../platform/log.ts'
import type { NetClient } from '../../../platform/net/net-client.ts'
import type { ImportDeps } from '../deps.ts'
import type { KindWords } from '../import-services/uploads.ts'
import type { OwnerPlace } from './feed-owner.ts'
import { nextPull } from './feed-rules.ts'
import type { Feed, PullResult } from './feed-schema.ts'
import { type Settled, settleFeed } from './feed-store.ts'
import type { FetchedFeed } from './fetch-feed.ts'
import { type TellFailingDeps, tellFailing } from './tell-failing.ts'

export interface FeedDeps extends ImportDeps, TellFailingDeps {
  readonly net: NetClient
  readonly log: Log
  /** False: the operator wants nothing to go out. */
  readonly networkOn: boolean
  /** Words for a kind in every language. */
  readonly kindWords: KindWords
}

export interface Pull {
  readonly deps: FeedDeps
  readonly feed: Feed
  readonly claim: string
  readonly place: OwnerPlace
}

export type Content = Extract<FetchedFeed, { outcome: 'content' }>
export type Outcome = Omit<PullResult, 'at'>

export function settledBy(
  { deps, feed, place: { timeZone } }: Pull,
  result: Outcome,
  followed?: Settled['followed'],
): Settled {
  const now = deps.clock.now()
  const failed = result.outcome === 'failed'
  return {
    result: { at: now.toString(), ...result },
    // Looking out of turn does not move the turn.
    nextAt: Temporal.Instant.compare(feed.nextAt, now) > 0 ? feed.nextAt : nextPull(feed, now, timeZone, failed),
    failures: failed ? feed.failures + 1 : 0,
    // What an association keeps of it is as the host still says.
    confirmed: result.outcome === 'unchanged' || followed?.kept !== undefined,
    ...(followed ? { followed } : {}),
  }
}

export async function settle(pull: Pull, result: Outcome): Promise<void> {
  const { deps, feed, claim } = pull
  const settled = settledBy(pull, result)
  await deps.database.db.transaction().execute(async (tx) => {
    if (!(await settleFeed(tx, feed.id, claim, settled))) return
    await tellFailing(deps, tx, feed, settled.failures, deps.clock.now())
  })
}

/** What is refused today may be read tomorrow, by a newer version of ours: it is fetched again. */
export const validatorsAfter = ({ etag, lastModified }: Content, refused: number) =>
  refused > 0 ? { etag: null, lastModified: null } : { etag, lastModified }
