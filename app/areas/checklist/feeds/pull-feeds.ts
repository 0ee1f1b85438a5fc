/**
 * Fetches feeds whose turn it is: those of a town into its draft, or to wait until somebody has looked; those of an
 * association for its towns' proposals.
 */
import { actOf } from '../../../platform/audit/audit.ts'
import { newId } from '../../../platform/ids.ts'
import { followDirectory } from '../directories/follow-directory.ts'
import { decoded } from '../import-services/detect-upload.ts'
import { tablesOfZipBytes } from '../import-services/hsds-csv/open-tables.ts'
import {
  checkServices,
  type Found,
  ImportGone,
  importServices,
  type ServiceImport,
  type ServiceImportReport,
} from '../import-services/import-services.ts'
import { beginLook } from '../import-services/looked-lists.ts'
import { replaceFetched, type UploadChoice } from '../import-services/upload-store.ts'
import { largestUnpacked } from '../import-services/uploads.ts'
import { lockTown, readTown } from '../town-store.ts'
import { placeOfOwner } from './feed-owner.ts'
import { isSudden } from './feed-rules.ts'
import type { Feed } from './feed-schema.ts'
import { claimFeed, countsOf, settleFeed } from './feed-store.ts'
import { countryLimits, fetchFeed, townLimits } from './fetch-feed.ts'
import {
  type Content,
  type FeedDeps,
  type Outcome,
  type Pull,
  settle,
  settledBy,
  validatorsAfter,
} from './settle-pull.ts'

/** No feed is begun after this long; the next run goes on. */
const runMinutes = 7
/** Longer than fetching and writing one feed may take. */
const claimMinutes = 20

/** @returns how many feeds were fetched, or tried. */
export async function pullFeeds(deps: FeedDeps): Promise<number> {
  if (!deps.networkOn) return 0
  const until = deps.clock.milliseconds() + runMinutes * 60_000
  let done = 0
  while (deps.clock.milliseconds() < until) {
    const [claim, now] = [newId(), deps.clock.now()]
    const feed = await claimFeed(deps.database.db, { claim, now, until: now.add({ minutes: claimMinutes }) })
    if (!feed) return done
    await pullOne(deps, feed, claim)
    done += 1
  }
  return done
}

async function pullOne(deps: FeedDeps, feed: Feed, claim: string): Promise<void> {
  const pull: Pull = { deps, feed, claim, place: await placeOfOwner(deps, deps.database.db, feed.owner) }
  const ofTown = feed.owner.type === 'authority'
  try {
    const known = feed.look || feed.mayLose !== null ? null : feed
    const fetched = await fetchFeed(deps, feed.url, known, ofTown ? townLimits : countryLimits)
    if (fetched.outcome === 'failed') await settle(pull, { outcome: 'failed', reason: fetched.reason })
    else if (fetched.outcome === 'unchanged') await settle(pull, { outcome: 'unchanged' })
    else if (ofTown) await follow(pull, fetched)
    else await followDirectory(pull, fetched)
  } catch (error) {
    // One feed that meets a fault of ours keeps no other from being fetched.
    deps.log.error({ error: error instanceof Error ? error.name : typeof error, feed: feed.id }, 'a feed was not taken')
    await settle(pull, { outcome: 'failed', reason: 'fault' })
  }
}

/** Ends a transaction that would change too much. */
class TooSudden extends Error {}

const choiceOf = ({ source, language, defaultKind, conflict }: Feed): UploadChoice => ({
  ...{ source, language, defaultKind, columns: null },
  winner: conflict === 'feed' ? 'list' : 'own',
})

function importOf({ deps, feed }: Pull, { content, format }: Content): Omit<ServiceImport, 'dryRun'> {
  const { source, language, winner, defaultKind } = choiceOf(feed)
  const authority = feed.owner.id
  return {
    ...{ authority, format, source, language, winner },
    map: { kinds: { ...deps.kindWords }, ...(defaultKind === '' ? {} : { defaultKind }) },
    input: format === 'hsds-csv' ? tablesOfZipBytes(content, largestUnpacked) : decoded(content),
  }
}

const stepOf = ({ gone }: Feed, found: Pick<Found, 'known' | 'changed' | 'gone'>) => ({
  known: found.known,
  changed: found.changed,
  newlyGone: found.gone.filter((id) => !gone.includes(id)).length,
})

const said = (outcome: Outcome['outcome'], found: Found | ServiceImportReport): Outcome => ({
  ...{ outcome, counts: countsOf(found), gone: found.gone.length },
})

const followedBy = (content: Content, { gone, refused }: Found | ServiceImportReport) => ({
  ...validatorsAfter(content, refused),
  gone,
})

async function follow(pull: Pull, content: Content): Promise<void> {
  const { deps, feed, claim } = pull
  if (feed.look || feed.conflict === 'ask') return ask(pull, content)
  try {
    await importServices(deps, actOf('feed', 'checklist.pull-feed', deps.clock.now()), {
      ...importOf(pull, content),
      dryRun: false,
      settle: async (tx, found) => {
        if (isSudden(stepOf(feed, found))) throw new TooSudden()
        const settled = settledBy(pull, said('followed', found), followedBy(content, found))
        if (!(await settleFeed(tx, feed.id, claim, settled))) throw new ImportGone()
      },
    })
  } catch (error) {
    if (error instanceof TooSudden) return ask(pull, content)
    if (!(error instanceof ImportGone)) throw error
  }
}

/** Lets what the feed says wait like a list that was brought, where it says anything new. */
async function ask(pull: Pull, content: Content): Promise<void> {
  const { deps, feed, claim } = pull
  const now = deps.clock.now()
  const act = actOf('feed', 'checklist.pull-feed', now)
  const id = newId()
  const upload = { id, authority: feed.owner.id, choice: choiceOf(feed) }
  const look = beginLook(deps.database, upload, await readTown(deps.database.db, feed.owner.id), now)
  const checked = await checkServices(deps, now, importOf(pull, content))
  const report = await importServices(deps, act, { ...importOf(pull, content), dryRun: true, checked })
  const sudden = isSudden(stepOf(feed, report))
  const nothing = report.added + report.changed === 0 && !sudden
  await deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, feed.owner.id)
    if (nothing && !feed.look) {
      await settleFeed(tx, feed.id, claim, settledBy(pull, said('followed', report), followedBy(content, report)))
      return
    }
    const because = sudden ? 'sudden' : 'asks'
    const outcome = feed.look ? 'looked' : because
    if (!(await settleFeed(tx, feed.id, claim, settledBy(pull, said(outcome, report))))) return
    const { source: name, setUpBy: by } = feed
    const fetched = { ...upload, name, by, format: content.format, uploadedAt: now, feed: feed.id }
    await replaceFetched(tx, fetched, content.content)
    // Whoever looks at it first does not wait until it has been read once more.
    look.keep(checked)
  })
}
