/** A directory of the demonstration: nothing is fetched, what it says is read and placed like any other. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { FeedOwnersDeps } from '../feeds/feed-owner.ts'
import { nextPull } from '../feeds/feed-rules.ts'
import type { Feed } from '../feeds/feed-schema.ts'
import { insertFeed, settleFeed } from '../feeds/feed-store.ts'
import { readHsds } from '../import-services/read-hsds.ts'
import { countFitting } from './directory-store.ts'
import { type Reading, readOptionsOf, stageDirectory } from './read-directory.ts'

export interface FictionalDirectory extends Pick<Feed, 'id' | 'source' | 'url' | 'language' | 'setUpBy'> {
  readonly association: string
  /** HSDS, as it would come over the network. */
  readonly services: readonly unknown[]
}

/** @throws Error where a service cannot be read. */
export async function loadFictionalDirectory(
  deps: Reading['deps'] & FeedOwnersDeps,
  act: Act,
  { id, association, source, url, language, setUpBy, services }: FictionalDirectory,
): Promise<void> {
  const owner = { type: 'association', id: association } as const
  const place = await deps.readAssociation(deps.database.db, association)
  if (!place) throw new Error('the association of a directory does not exist')
  const { country, demonstration, timeZone } = place
  const when = { every: 'day', hour: 3 } as const
  const settings = { source, url, language, defaultKind: '', conflict: 'feed', ...when } as const
  const nextAt = nextPull(when, act.at, timeZone, true)
  const [feed, batch, part] = [id, id, { country, demonstration }]
  await deps.database.db.transaction().execute(async (tx) => {
    await insertFeed(tx, { ...settings, id, owner, setUpBy, nextAt, at: act.at, fictional: true, claim: batch })
    const reading: Reading = { deps, feed, batch, part, timeZone, language, defaultKind: '' }
    const items = readHsds(JSON.stringify(services), readOptionsOf(reading))
    const { kept, nowhere, kindless, refused } = await stageDirectory(tx, reading, items, (work) => work())
    if (refused + kindless > 0) throw new Error(`${refused + kindless} services of a fictional directory are refused`)
    const placed = { kept, nowhere, kindless, ...(await countFitting(tx, { feed, batch, association })) }
    const counts = { added: kept, changed: 0, unchanged: 0, kept: 0, skipped: 0, refused }
    await settleFeed(tx, id, batch, {
      result: { at: act.at.toString(), outcome: 'followed', counts, gone: 0, placed },
      ...{ nextAt, failures: 0, confirmed: true },
      followed: { etag: null, lastModified: null, gone: [], kept: { batch, placed } },
    })
    await recordAudit(tx, act, { authority: null, subject: `feed ${source}`, detail: { association } })
  })
}
