/** What the page from which one publishes shows: quick for a town with thousands of services. */
import type { Db } from '../../platform/db/tables.ts'
import { changesSince, type Said } from './changes.ts'
import type { ChecklistDeps } from './deps.ts'
import { factChecksFor } from './fact-checks.ts'
import type { FactChecks, PublishFault } from './faults.ts'
import { preview } from './publish.ts'
import { publishFaults, publishNotices } from './publish-faults.ts'
import {
  type Between,
  type ChangesRead,
  countChanges,
  type Overview,
  readChanges,
  readOverview,
} from './read-changes.ts'
import { servesFaultsOf } from './save-service.ts'
import { draftStamp } from './state-store.ts'
import { readTown } from './town-store.ts'
import { withoutWithdrawals } from './urgent-rules.ts'

const unpublished: Between = { before: 'published', after: 'draft' }

/** Services whose facts are looked at before somebody publishes; publishing looks at all. */
const checkedBefore = 200

export interface PublishOverview extends ChangesRead {
  /** Of all changes; those here are a part. */
  readonly total: number
  readonly faults: readonly PublishFault[]
  /** Worth a second look; they stop nothing. */
  readonly notices: readonly PublishFault[]
  /** The services in which the faults and notices are. */
  readonly checked: Said
  /** Changes that only publishing looks at. */
  readonly unchecked: number
  /** Something has been taken out that families still see. */
  readonly urgent: boolean
  /** Of the draft as it is shown. */
  readonly seen: string
}

/**
 * @param asked.from the first of the changes to be shown, beginning with 0.
 * @param asked.everything looks at all facts, as publishing does: where publishing was refused.
 */
export async function readPublishOverview(
  deps: ChecklistDeps,
  authority: string,
  asked: { readonly from: number; readonly most: number; readonly everything: boolean },
): Promise<PublishOverview> {
  const everything = asked.everything ? await preview(deps, authority) : undefined
  return deps.database.db.transaction().execute(async (tx) => {
    const seen = await draftStamp(tx, authority)
    const overview = await readOverview(deps, tx, authority, unpublished)
    const shown = await readChanges(tx, authority, unpublished, overview, asked)
    const first = await readChanges(tx, authority, unpublished, overview, { from: 0, most: checkedBefore })
    const total = countChanges(overview)
    const checked = everything?.document ?? first.after
    const checks = factChecksFor(deps, await readTown(tx, authority), deps.clock.now())
    return {
      ...shown,
      total,
      faults: everything?.faults ?? (await faultsIn(tx, first, checks)),
      notices: publishNotices(checked, checks),
      checked,
      unchecked: everything ? 0 : Math.max(0, total - checkedBefore),
      urgent: isUrgent(overview, first),
      seen,
    }
  })
}

async function faultsIn(tx: Db, { before, after, changes }: ChangesRead, checks: FactChecks): Promise<PublishFault[]> {
  if (!before && changes.length === 0) return [{ code: 'nothingToPublish', path: [] }]
  return [...publishFaults(after, checks), ...(await servesFaultsOf(tx, after.services))]
}

function isUrgent({ services }: Overview, { before, after }: ChangesRead): boolean {
  if (!before) return false
  if (services.some(({ change }) => change === 'removed')) return true
  const shared = before.services.filter(({ id }) => after.services.some((one) => one.id === id))
  const page = { ...before, services: shared }
  return changesSince(page, withoutWithdrawals(page, after)).length > 0
}
