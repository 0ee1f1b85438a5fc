/** Publishing: the draft becomes a version, and with it the public page, in one transaction. */
import { type Act, authorOf, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'
import { wantsTwoPairs } from './approval-store.ts'
import { type Change, changesSince } from './changes.ts'
import type { ChecklistDeps } from './deps.ts'
import { type KeptDraft, readKeptDraft } from './draft-memory.ts'
import { readDraft } from './draft-store.ts'
import { settleMerges } from './duplicates/merged-store.ts'
import { factChecksFor } from './fact-checks.ts'
import type { PublishFault } from './faults.ts'
import { endInherited } from './joining/joining-store.ts'
import { areasOf } from './offers/settle-store.ts'
import { insertChange } from './protected-contacts/contact-change-store.ts'
import { contactChanges, undoHours } from './protected-contacts/contact-rules.ts'
import { composeDocument, publishFaults } from './publish-faults.ts'
import { servesFaultsOf } from './save-service.ts'
import type { SnapshotDocument } from './schema.ts'
import { currentPublication, insertVersion, readCurrent, replaceServiceRows, servedBy } from './snapshot-store.ts'
import { draftStamp } from './state-store.ts'
import { lockTown, readTown, type Town } from './town-store.ts'
import { withoutWithdrawals } from './urgent-rules.ts'

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
  /** Somebody changed the draft after it was looked at. */
  | { readonly outcome: 'draft-changed' }

export async function readPreview(deps: ChecklistDeps, tx: Db, town: Town, at: Temporal.Instant): Promise<Preview> {
  const current = await readCurrent(tx, town.id)
  const draft = await readDraft(tx, town.id)
  const document = documentOf(deps, town.id, draft, { version: (current?.version ?? 0) + 1, at })
  const changes = changesSince(current, document)
  const faults: PublishFault[] = publishFaults(document, factChecksFor(deps, town, at))
  faults.push(...(await servesFaultsOf(tx, document.services)))
  if (!current && changes.length === 0) faults.push({ code: 'nothingToPublish', path: [] })
  return { document, faults, changes, current }
}

/** What the public would see after publishing, what stands in the way of it, and what differs from now. */
export async function preview(deps: ChecklistDeps, authority: string): Promise<Preview> {
  return deps.database.db
    .transaction()
    .execute(async (tx) => readPreview(deps, tx, await readTown(tx, authority), deps.clock.now()))
}

/** The document of `preview` alone, without looking for mistakes: quick for a town with thousands of services. */
export async function previewDocument(deps: ChecklistDeps, authority: string): Promise<SnapshotDocument> {
  const current = await currentPublication(deps.database.db, authority)
  const draft = await readKeptDraft(deps.database, authority)
  return documentOf(deps, authority, draft, { version: (current?.version ?? 0) + 1, at: deps.clock.now() })
}

function documentOf(
  { checklist }: Pick<ChecklistDeps, 'checklist'>,
  authority: string,
  draft: KeptDraft,
  next: { readonly version: number; readonly at: Temporal.Instant },
): SnapshotDocument {
  return composeDocument(checklist, {
    authority,
    ...next,
    introduction: draft.introduction,
    answers: draft.answers.map(({ answer }) => answer),
    services: draft.services.map(({ id, facts }) => ({ ...facts, id })),
  })
}

/** Makes the document public: version, projections, audit record and notification. */
export async function writeVersion(
  tx: Db,
  act: Act,
  town: Town,
  { document, changes }: Pick<Preview, 'document' | 'changes'>,
): Promise<void> {
  const servedBefore = await servedBy(tx, town.id)
  await insertVersion(tx, town, document, authorOf(act, town.id))
  await replaceServiceRows(tx, town, document)
  await settleMerges(tx, document)
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

/** How many protected contacts a version has changed: who calls it has everybody told once that is committed. */
export type WithContacts<Outcome> = Outcome & { readonly contacts?: number }

/**
 * Inside a transaction that has locked the town, by whoever may.
 *
 * @param seen stamp of the draft that a person looked at; undefined for commands, which look at nothing.
 */
export async function publishLocked(
  deps: ChecklistDeps,
  tx: Db,
  act: Act,
  authority: string,
  seen?: string,
): Promise<WithContacts<PublishOutcome>> {
  const town = await readTown(tx, authority)
  const next = await readPreview(deps, tx, town, act.at)
  if (next.current && next.changes.length === 0) return { outcome: 'unchanged', version: next.current.version }
  if (next.faults.length > 0) return { outcome: 'refused', faults: next.faults }
  if (seen !== undefined && seen !== (await draftStamp(tx, authority))) return { outcome: 'draft-changed' }
  // Before the version: what a merged town had published comes back in it under the same id.
  const ended = await endInherited(tx, authority)
  if (ended.length > 0) await announceChange(tx, ended)
  await writeVersion(tx, act, town, next)
  const contacts = await recordContactChanges(deps, tx, next, act.at)
  return { outcome: 'published', version: next.document.version, contacts }
}

/** Has everybody told of the contacts that were changed, once the transaction is over. */
export async function thenTell<Outcome extends object>(
  deps: Pick<ChecklistDeps, 'tellContactChanges'>,
  published: WithContacts<Outcome>,
): Promise<Outcome> {
  const { contacts, ...outcome } = published
  if (contacts) await deps.tellContactChanges()
  return outcome as Outcome
}

/**
 * Two clicks, or two officers at once, make one version. Where the town wants two pairs of eyes, no person publishes
 * alone; commands do: they are the operator's. Everybody concerned hears of a protected contact that changed.
 *
 * @param seen as in `publishLocked`.
 */
export async function publish(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  seen?: string,
): Promise<PublishOutcome | { readonly outcome: 'needs-approval' }> {
  const published = await deps.database.db
    .transaction()
    .execute(async (tx): Promise<WithContacts<PublishOutcome | { readonly outcome: 'needs-approval' }>> => {
      await lockTown(tx, authority)
      if (act.person && (await wantsTwoPairs(tx, authority))) return { outcome: 'needs-approval' }
      return publishLocked(deps, tx, act, authority, seen)
    })
  return thenTell(deps, published)
}

type Withdrawn = Exclude<PublishOutcome, { outcome: 'refused' | 'draft-changed' }> | { readonly outcome: 'nothing' }

/**
 * Takes services, numbers and addresses of the net that the draft no longer has off the public page at once, and
 * nothing else: somebody may be calling a dangerous number now. Waits for nobody.
 */
export async function publishWithdrawals(deps: ChecklistDeps, act: Act, authority: string): Promise<Withdrawn> {
  const published = await deps.database.db.transaction().execute(async (tx): Promise<WithContacts<Withdrawn>> => {
    await lockTown(tx, authority)
    const town = await readTown(tx, authority)
    const { document: draft, current } = await readPreview(deps, tx, town, act.at)
    if (!current) return { outcome: 'nothing' }
    const { version, publishedAt } = draft
    const document = { ...withoutWithdrawals(current, draft), version, publishedAt }
    const changes = changesSince(current, document)
    if (changes.length === 0) return { outcome: 'unchanged', version: current.version }
    await writeVersion(tx, act, town, { document, changes })
    const contacts = await recordContactChanges(deps, tx, { current, document }, act.at)
    return { outcome: 'published', version, contacts }
  })
  return thenTell(deps, published)
}

/** @returns how many there are. */
async function recordContactChanges(
  { checklist }: ChecklistDeps,
  tx: Db,
  { current, document }: Pick<Preview, 'current' | 'document'>,
  now: Temporal.Instant,
): Promise<number> {
  const { authority, version } = document
  const changes = contactChanges(current, document, (kind) => checklist.byId(kind)?.reviewEveryMonths)
  for (const change of changes) await insertChange(tx, change, { authority, version, now, hours: undoHours })
  return changes.length
}
