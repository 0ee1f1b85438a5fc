/** Publishing: the draft becomes a version, and with it the public page, in one transaction. */
import { type Act, actorName, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'
import { type Change, changesSince } from './changes.ts'
import type { ChecklistDeps } from './deps.ts'
import { readDraft } from './draft-store.ts'
import { factChecksFor } from './fact-checks.ts'
import type { PublishFault } from './faults.ts'
import { insertChange } from './protected-contacts/contact-change-store.ts'
import { contactChanges, undoHours } from './protected-contacts/contact-rules.ts'
import { composeDocument, publishFaults } from './publish-faults.ts'
import { servesFaults } from './save-service.ts'
import type { SnapshotDocument } from './schema.ts'
import { areasOf, insertVersion, readCurrent, replaceServiceRows, servedBy } from './snapshot-store.ts'
import { lockTown, readTown, type Town } from './town-store.ts'

export type Preview = {
  /** What publishing would write now: the next version. */
  readonly document: SnapshotDocument
  readonly faults: readonly PublishFault[]
  /** Empty: publishing would change nothing. */
  readonly changes: readonly Change[]
  /** The version that the public sees; undefined where there is none. */
  readonly current: SnapshotDocument | undefined
}

export type PublishOutcome =
  | { readonly outcome: 'published'; readonly version: number }
  | { readonly outcome: 'unchanged'; readonly version: number }
  | { readonly outcome: 'refused'; readonly faults: readonly PublishFault[] }

async function readPreview(deps: ChecklistDeps, tx: Db, town: Town, at: Temporal.Instant): Promise<Preview> {
  const current = await readCurrent(tx, town.id)
  const draft = await readDraft(tx, town.id)
  const document = composeDocument(deps.checklist, {
    authority: town.id,
    version: (current?.version ?? 0) + 1,
    at,
    introduction: draft.introduction,
    answers: draft.answers.map(({ answer }) => answer),
    services: draft.services.map(({ id, facts }) => ({ ...facts, id })),
  })
  const changes = changesSince(current, document)
  const faults: PublishFault[] = publishFaults(document, factChecksFor(deps, town, at))
  for (const service of document.services) {
    faults.push(...(await servesFaults(tx, service)).map((fault) => ({ ...fault, service: service.id })))
  }
  if (!current && changes.length === 0) faults.push({ code: 'nothingToPublish', path: [] })
  return { document, faults, changes, current }
}

/** What the public would see after publishing, what stands in the way of it, and what differs from now. */
export async function preview(deps: ChecklistDeps, authority: string): Promise<Preview> {
  return deps.database.db
    .transaction()
    .execute(async (tx) => readPreview(deps, tx, await readTown(tx, authority), deps.clock.now()))
}

/** Makes the document public: version, projections, audit record and notification. */
export async function writeVersion(
  tx: Db,
  act: Act,
  town: Town,
  { document, changes }: Pick<Preview, 'document' | 'changes'>,
): Promise<void> {
  const servedBefore = await servedBy(tx, town.id)
  await insertVersion(tx, town, document, actorName(act))
  await replaceServiceRows(tx, town, document)
  const count = (kind: Change['change']) => changes.filter(({ change }) => change === kind).length
  await recordAudit(tx, act, {
    authority: town.id,
    subject: `version ${document.version}`,
    detail: {
      answers: document.answers.length,
      services: document.services.length,
      added: count('added'),
      changed: count('changed'),
      removed: count('removed'),
    },
  })
  const servedNow = document.services.flatMap((service) => areasOf(service, town.id))
  await announceChange(tx, [town.id, ...servedBefore, ...servedNow])
}

/** Two clicks, or two officers at once, make one version. Everybody concerned hears of a protected contact that changed. */
export async function publish(deps: ChecklistDeps, act: Act, authority: string): Promise<PublishOutcome> {
  const { contacts, ...outcome } = await publishInTransaction(deps, act, authority)
  if (contacts > 0) await deps.tellContactChanges()
  return outcome
}

type Published = PublishOutcome & { readonly contacts: number }

async function publishInTransaction(deps: ChecklistDeps, act: Act, authority: string): Promise<Published> {
  return deps.database.db.transaction().execute(async (tx): Promise<Published> => {
    await lockTown(tx, authority)
    const town = await readTown(tx, authority)
    const next = await readPreview(deps, tx, town, act.at)
    if (next.current && next.changes.length === 0)
      return { outcome: 'unchanged', version: next.current.version, contacts: 0 }
    if (next.faults.length > 0) return { outcome: 'refused', faults: next.faults, contacts: 0 }
    await writeVersion(tx, act, town, next)
    const contacts = await recordContactChanges(deps, tx, next, act.at)
    return { outcome: 'published', version: next.document.version, contacts }
  })
}

/** @returns how many there are. */
async function recordContactChanges(
  { checklist }: ChecklistDeps,
  tx: Db,
  { current, document }: Preview,
  now: Temporal.Instant,
): Promise<number> {
  const { authority, version } = document
  const changes = contactChanges(current, document, (kind) => checklist.byId(kind)?.reviewEveryMonths)
  for (const change of changes) await insertChange(tx, change, { authority, version, now, hours: undoHours })
  return changes.length
}
