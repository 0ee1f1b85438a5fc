/** What a directory of an association says is kept apart from all drafts, as suggestions for the towns that it fits. */
import { actOf, recordAudit } from '../../../platform/audit/audit.ts'
import type { Db } from '../../../platform/db/tables.ts'
import { isSudden } from '../feeds/feed-rules.ts'
import type { PlacedCounts } from '../feeds/feed-schema.ts'
import { settleFeed } from '../feeds/feed-store.ts'
import { countryLimits } from '../feeds/fetch-feed.ts'
import { type Content, type Outcome, type Pull, settle, settledBy, validatorsAfter } from '../feeds/settle-pull.ts'
import { tablesOfZipBytes } from '../import-services/hsds-csv/open-tables.ts'
import { readHsdsCsv } from '../import-services/hsds-csv/read-hsds-csv.ts'
import { readHsds } from '../import-services/read-hsds.ts'
import { takeTurns } from '../import-services/turns.ts'
import { type BatchStep, compareBatches, countFitting, dropOtherBatches } from './directory-store.ts'
import { type Reading, readOptionsOf, stageDirectory, type Tally } from './read-directory.ts'

/** The new fetch is written beside the one that is kept, a few services at a time; then one step puts it in its place. */
export async function followDirectory(pull: Pull, content: Content): Promise<void> {
  const { deps, feed, claim } = pull
  const { db } = deps.database
  // Left by a process that died.
  await dropOtherBatches(db, feed.id, feed.batch)
  const tally = await stage(pull, content)
  if (tally.broken) {
    await dropOtherBatches(db, feed.id, feed.batch)
    return settle(pull, { outcome: 'failed', reason: 'broken' })
  }
  const step = await compareBatches(db, feed, claim)
  const { kept, nowhere, kindless } = tally
  const fitting = await countFitting(db, { feed: feed.id, batch: claim, association: feed.owner.id })
  const isKept = await settleStep(pull, content, { step, tally, placed: { kept, nowhere, kindless, ...fitting } })
  await dropOtherBatches(db, feed.id, isKept ? claim : feed.batch)
}

async function stage(pull: Pull, { content, format }: Content): Promise<Tally> {
  const { deps, feed, claim } = pull
  const association = await deps.readAssociation(deps.database.db, feed.owner.id)
  if (!association) throw new Error('a feed belongs to an association that does not exist')
  const { country, demonstration, timeZone } = association
  const { language, defaultKind } = feed
  const part = { country, demonstration }
  const reading: Reading = { deps, feed: feed.id, batch: claim, part, timeZone, language, defaultKind }
  const options = readOptionsOf(reading)
  const { db } = deps.database
  if (format === 'hsds-json') return stageDirectory(db, reading, readHsds(piecesOf(content), options), (work) => work())
  // Its tables are put together in temporary ones.
  return db.transaction().execute(async (tx: Db) => {
    const inTurn = takeTurns()
    const tables = tablesOfZipBytes(content, countryLimits.unpacked)
    return stageDirectory(tx, reading, readHsdsCsv(tx, tables, options, inTurn), inTurn)
  })
}

/** Bytes decoded at a time. */
const pieceSize = 65_536

async function* piecesOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += pieceSize) yield content.subarray(at, at + pieceSize)
}

interface Read {
  readonly step: BatchStep
  readonly tally: Tally
  readonly placed: PlacedCounts
}

/** @returns whether the new fetch is the one that is kept from now on. */
async function settleStep(pull: Pull, content: Content, { step, tally, placed }: Read): Promise<boolean> {
  const { deps, feed, claim } = pull
  const { known, added, changed, unchanged, gone } = step
  const { skipped, refused } = tally
  const counts = { added, changed, unchanged, kept: 0, skipped, refused }
  const said = (outcome: Outcome['outcome']): Outcome => ({ outcome, counts, gone, placed })
  const asked = feed.mayLose !== null
  const sudden = isSudden({ known, changed: 0, newlyGone: gone }) && gone > (feed.mayLose ?? 0)
  const looks = feed.look && !asked
  if (looks || sudden) {
    await settle(pull, said(looks ? 'looked' : 'sudden'))
    return false
  }
  const followed = { ...validatorsAfter(content, refused), gone: [], kept: { batch: claim, placed } }
  return deps.database.db.transaction().execute(async (tx) => {
    const settled = settledBy(pull, said(asked ? 'taken' : 'followed'), followed)
    if (!(await settleFeed(tx, feed.id, claim, settled))) return false
    if (added + changed + gone === 0) return true
    const act = actOf('feed', 'checklist.pull-feed', deps.clock.now())
    const detail = { association: feed.owner.id, added, changed, gone }
    await recordAudit(tx, act, { authority: null, subject: `feed ${feed.source}`, detail })
    return true
  })
}
