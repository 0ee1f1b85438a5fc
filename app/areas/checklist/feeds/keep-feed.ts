/** An officer sets a feed up, changes it, asks to see what it would do, or ends it. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { ChecklistDeps } from '../deps.ts'
import { dropFetched } from '../import-services/upload-store.ts'
import { lockTown, readTown } from '../town-store.ts'
import { nextPull } from './feed-rules.ts'
import type { FeedSettings } from './feed-schema.ts'
import { askToLook, deleteFeed, detachService, insertFeed, listFeeds, readFeed, updateFeed } from './feed-store.ts'

/** Feeds of one town. */
const mostFeeds = 5

/** `named`: another feed of the town has this name. `many`: there are as many as a town may have. */
export type FeedFault = 'named' | 'many'

export interface KeepFeedDeps extends Pick<ChecklistDeps, 'database' | 'clock'> {
  /** Has feeds fetched that somebody wants to look at. */
  pullSoon(tx: Tx): Promise<void>
  /** To be awaited before. */
  readyToPull(): Promise<void>
}

const firstPull = async (
  tx: Db,
  authority: string,
  settings: Pick<FeedSettings, 'every' | 'hour'>,
  now: Temporal.Instant,
) => nextPull(settings, now, (await readTown(tx, authority)).timeZone, true)

/** @param given.id made with the form: sent twice, it makes one feed. */
export async function addFeed(
  { database }: KeepFeedDeps,
  act: Act,
  given: { readonly id: string; readonly authority: string; readonly settings: FeedSettings },
): Promise<'saved' | FeedFault> {
  const { id, authority, settings } = given
  return database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const others = await listFeeds(tx, authority)
    if (others.some((feed) => feed.id === id)) return 'saved'
    if (others.length >= mostFeeds) return 'many'
    if (others.some(({ source }) => source === settings.source)) return 'named'
    const nextAt = await firstPull(tx, authority, settings, act.at)
    await insertFeed(tx, { ...settings, id, authority, setUpBy: act.person?.id ?? '', nextAt, at: act.at })
    await recordAudit(tx, act, { authority, subject: `feed ${settings.source}` })
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
  { database }: KeepFeedDeps,
  act: Act,
  { id, authority }: { readonly id: string; readonly authority: string },
  settings: Omit<FeedSettings, 'source'>,
  revision: number,
): Promise<'saved' | 'late' | 'gone'> {
  return database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const feed = await readFeed(tx, authority, id)
    if (!feed) return 'gone'
    const fields = settingNames.filter((name) => feed[name] !== settings[name])
    if (fields.length === 0) return 'saved'
    if (feed.revision !== revision) return 'late'
    await updateFeed(tx, id, settings, await firstPull(tx, authority, settings, act.at))
    await dropFetched(tx, id)
    await recordAudit(tx, act, { authority, subject: `feed ${feed.source}`, detail: { fields } })
    return 'saved'
  })
}

/** What it has brought stays in the draft. */
export async function endFeed(
  { database }: KeepFeedDeps,
  act: Act,
  { id, authority }: { readonly id: string; readonly authority: string },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const feed = await readFeed(tx, authority, id)
    if (!feed || !(await deleteFeed(tx, authority, id))) return
    await recordAudit(tx, act, { authority, subject: `feed ${feed.source}` })
  })
}

/** The feed is fetched now, and nothing is taken over: what it says waits to be looked at. */
export async function lookAtFeed(
  { database, pullSoon, readyToPull }: KeepFeedDeps,
  act: Act,
  { id, authority }: { readonly id: string; readonly authority: string },
): Promise<void> {
  await readyToPull()
  await database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const feed = await readFeed(tx, authority, id)
    if (!feed || !(await askToLook(tx, id))) return
    await recordAudit(tx, act, { authority, subject: `feed ${feed.source}` })
    await pullSoon(tx)
  })
}

/** A service that the feed no longer has stays, as the town's own. */
export async function keepService(
  { database }: KeepFeedDeps,
  act: Act,
  { id, authority }: { readonly id: string; readonly authority: string },
  service: string,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const feed = await readFeed(tx, authority, id)
    if (!feed?.gone.includes(service) || !(await detachService(tx, feed, service))) return
    await recordAudit(tx, act, { authority, subject: `service ${service}`, detail: { feed: feed.source } })
  })
}
