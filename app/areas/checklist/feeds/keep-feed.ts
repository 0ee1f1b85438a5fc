/** Somebody sets a feed of a town or an association up, changes it, asks to see what it would do, or ends it. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { ChecklistDeps } from '../deps.ts'
import { dropFetched } from '../import-services/upload-store.ts'
import { lockTown } from '../town-store.ts'
import { type FeedOwnersDeps, placeOfOwner } from './feed-owner.ts'
import { nextPull } from './feed-rules.ts'
import type { FeedOwner, FeedSettings } from './feed-schema.ts'
import {
  askToFollow,
  askToLook,
  deleteFeed,
  detachService,
  insertFeed,
  listFeeds,
  readFeed,
  updateFeed,
} from './feed-store.ts'

/** Feeds of one owner. */
const mostFeeds = 5

/** `named`: another of its feeds has this name. `many`: there are as many as may be. */
export type FeedFault = 'named' | 'many'

export interface KeepFeedDeps extends Pick<ChecklistDeps, 'database' | 'clock'>, FeedOwnersDeps {
  /** Has feeds fetched that somebody wants to look at. */
  pullSoon(tx: Tx): Promise<void>
  /** To be awaited before. */
  readyToPull(): Promise<void>
}

const firstPull = async (
  deps: FeedOwnersDeps,
  tx: Db,
  owner: FeedOwner,
  settings: Pick<FeedSettings, 'every' | 'hour'>,
  now: Temporal.Instant,
) => nextPull(settings, now, (await placeOfOwner(deps, tx, owner)).timeZone, true)

/** The trail of a town holds its feeds; those of an association stand in that of the instance. */
const recordFeed = (tx: Tx, act: Act, { type, id }: FeedOwner, source: string, detail: object = {}) =>
  recordAudit(tx, act, {
    authority: type === 'authority' ? id : null,
    subject: `feed ${source}`,
    detail: { ...(type === 'association' ? { association: id } : {}), ...detail },
  })

/** Which feed, and whose. */
interface Of {
  readonly id: string
  readonly owner: FeedOwner
}

/** @param given.id made with the form: sent twice, it makes one feed. */
export async function addFeed(
  deps: KeepFeedDeps,
  act: Act,
  { id, owner, settings }: Of & { readonly settings: FeedSettings },
): Promise<'saved' | FeedFault> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, owner.id)
    const others = await listFeeds(tx, owner)
    if (others.some((feed) => feed.id === id)) return 'saved'
    if (others.length >= mostFeeds) return 'many'
    if (others.some(({ source }) => source === settings.source)) return 'named'
    const nextAt = await firstPull(deps, tx, owner, settings, act.at)
    await insertFeed(tx, { ...settings, id, owner, setUpBy: act.person?.id ?? '', nextAt, at: act.at })
    await recordFeed(tx, act, owner, settings.source)
    return 'saved'
  })
}

const settingNames = ['url', 'language', 'defaultKind', 'every', 'hour', 'conflict'] as const

/**
 * The name stays: by it what the feed says is told from other lists.
 *
 * @param revision that the form was made from.
 */
export async function changeFeed(
  deps: KeepFeedDeps,
  act: Act,
  { id, owner }: Of,
  settings: Omit<FeedSettings, 'source'>,
  revision: number,
): Promise<'saved' | 'late' | 'gone'> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, owner.id)
    const feed = await readFeed(tx, owner, id)
    if (!feed) return 'gone'
    const fields = settingNames.filter((name) => feed[name] !== settings[name])
    if (fields.length === 0) return 'saved'
    if (feed.revision !== revision) return 'late'
    await updateFeed(tx, id, settings, await firstPull(deps, tx, owner, settings, act.at))
    await dropFetched(tx, id)
    await recordFeed(tx, act, owner, feed.source, { fields })
    return 'saved'
  })
}

/** What it has brought stays in the draft of a town; what it suggested to towns of an association is gone. */
export async function endFeed({ database }: KeepFeedDeps, act: Act, { id, owner }: Of): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockTown(tx, owner.id)
    const feed = await readFeed(tx, owner, id)
    if (!feed || !(await deleteFeed(tx, owner, id))) return
    await recordFeed(tx, act, owner, feed.source)
  })
}

/** The feed is fetched now, and nothing is taken over: what it says is only told, or waits to be looked at. */
export async function lookAtFeed(deps: KeepFeedDeps, act: Act, of: Of): Promise<void> {
  await fetchSoon(deps, act, of, (tx) => askToLook(tx, of.id))
}

/**
 * Of an association: what the feed says is fetched and followed now.
 *
 * @param mayLose how many services somebody has seen to be gone; where more are gone, it is asked about again.
 */
export async function followFeed(deps: KeepFeedDeps, act: Act, of: Of, mayLose: number): Promise<void> {
  await fetchSoon(deps, act, of, (tx) => askToFollow(tx, of.id, mayLose))
}

async function fetchSoon(
  { database, pullSoon, readyToPull }: KeepFeedDeps,
  act: Act,
  { id, owner }: Of,
  ask: (tx: Tx) => Promise<boolean>,
): Promise<void> {
  await readyToPull()
  await database.db.transaction().execute(async (tx) => {
    await lockTown(tx, owner.id)
    const feed = await readFeed(tx, owner, id)
    if (!feed || feed.fictional || !(await ask(tx))) return
    await recordFeed(tx, act, owner, feed.source)
    await pullSoon(tx)
  })
}

/** A service that the feed no longer has stays, as the town's own. */
export async function keepService({ database }: KeepFeedDeps, act: Act, { id, owner }: Of, service: string) {
  await database.db.transaction().execute(async (tx) => {
    await lockTown(tx, owner.id)
    const feed = await readFeed(tx, owner, id)
    if (!feed?.gone.includes(service) || !(await detachService(tx, feed, service))) return
    await recordAudit(tx, act, {
      authority: owner.id,
      subject: `service ${service}`,
      detail: { feed: feed.source },
    })
  })
}
