/**
 * An earlier version, or what an earlier restoring replaced, becomes the draft again. Nothing is published: publishing
 * checks it with the rules of today, and what they find is told beforehand.
 */
import { type Act, recordAudit, reserveRecord } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { newAnswerFaults } from './answers.ts'
import { writeChanges } from './change-store.ts'
import type { Said } from './changes.ts'
import type { ChecklistDeps } from './deps.ts'
import {
  markServiceBack,
  markServiceRemoved,
  readDraftAnswer,
  readIntroduction,
  writeAnswer,
  writeIntroduction,
  writeService,
} from './draft-store.ts'
import { factChecksFor } from './fact-checks.ts'
import type { FactFault, PublishFault } from './faults.ts'
import { type Between, countChanges, readChanges, readOverview } from './read-changes.ts'
import { knownAddresses } from './redact-place.ts'
import {
  type DraftChange,
  planRestore,
  type RestorePart,
  type RestorePlan,
  type Wanted,
  wantedBefore,
  wantedOf,
} from './restore-rules.ts'
import { mergedOf, readOwners, readReplaced } from './restore-store.ts'
import { editOf } from './save-answer.ts'
import { changedFields, servesFaults } from './save-service.ts'
import type { ServiceFacts } from './schema.ts'
import { serviceFaults } from './service-faults.ts'
import { sha256Of, versionSha256 } from './snapshot-store.ts'
import { draftStamp, readServices, readWords } from './state-store.ts'
import { lockTown, readTown, type Town } from './town-store.ts'

export type RestoreFrom =
  | { readonly version: number; readonly part: RestorePart }
  /** Id of the audit record of a restoring: what stood in the draft before it. */
  | { readonly record: string }

export interface RestorePreview extends RestorePlan {
  /** To be mended before it can be published. */
  readonly faults: readonly PublishFault[]
  /** Things that differ, in all; of a part, more than its own changes. */
  readonly total: number
  /** Whether the draft, and what would come in its place, are still as they were looked at. */
  readonly seen: string
}

interface Plan extends RestorePreview {
  /** By service, taken out or not. */
  readonly revisions: ReadonlyMap<string, number>
}

/** A part of what differs, so that a page about thousands of services is quick. */
export interface Part {
  /** The first thing, beginning with 0. */
  readonly from: number
  readonly most: number
}
const all: Part = { from: 0, most: Number.MAX_SAFE_INTEGER }

/** What is wanted of the draft, and what stands there of the same things. */
interface Compared {
  readonly wanted: Wanted
  readonly draft: Said
  /** Of all things, not of the part alone. */
  readonly total: number
}

async function comparedWith(
  deps: ChecklistDeps,
  tx: Db,
  authority: string,
  from: RestoreFrom,
  part: Part,
): Promise<Compared | undefined> {
  if ('record' in from) return comparedWithReplaced(tx, authority, from.record, part)
  const version = { version: from.version }
  if (from.part.type === 'all') return comparedWithVersion(deps, tx, authority, version, part)
  const said = await readWords(tx, authority, version)
  const ids = from.part.type === 'service' ? [from.part.id] : []
  const services = await readServices(tx, authority, version, ids)
  const wanted = said && wantedOf({ ...said, services }, from.part, [])
  return wanted && { wanted, draft: await readSaid(tx, authority, ids), total: 1 }
}

async function comparedWithVersion(
  deps: ChecklistDeps,
  tx: Db,
  authority: string,
  version: { readonly version: number },
  part: Part,
): Promise<Compared | undefined> {
  if (!(await readWords(tx, authority, version))) return undefined
  const between: Between = { before: 'draft', after: version }
  const overview = await readOverview(deps, tx, authority, between)
  const { before, after, changes } = await readChanges(tx, authority, between, overview, part)
  const draft = before ?? { introduction: {}, answers: [], services: [] }
  const whole = wantedOf(
    after,
    { type: 'all' },
    draft.services.map(({ id }) => id),
  )
  const here = new Set(changes.map(({ type, id }) => `${type} ${id}`))
  const wanted = whole && {
    introduction: here.has('introduction ') ? whole.introduction : undefined,
    answers: whole.answers.filter(({ kind }) => here.has(`answer ${kind}`)),
    services: whole.services,
  }
  return wanted && { wanted, draft, total: countChanges(overview) }
}

async function comparedWithReplaced(
  tx: Db,
  authority: string,
  record: string,
  part: Part,
): Promise<Compared | undefined> {
  const replaced = await readReplaced(tx, authority, record)
  if (replaced.length === 0) return undefined
  const here = replaced.slice(part.from, part.from + part.most)
  const ids = here.flatMap(({ thing, id }) => (thing === 'service' ? [id] : []))
  return { wanted: wantedBefore(here), draft: await readSaid(tx, authority, ids), total: replaced.length }
}

/** Of the draft, with these services and no others. */
async function readSaid(tx: Db, authority: string, ids: readonly string[]): Promise<Said> {
  const words = await readWords(tx, authority, 'draft')
  const services = await readServices(tx, authority, 'draft', ids)
  return { introduction: words?.introduction ?? {}, answers: words?.answers ?? [], services }
}

async function mergedFaults(tx: Db, { serves }: ServiceFacts): Promise<FactFault[]> {
  const merged = await mergedOf(tx, serves)
  return serves.flatMap((id, index) =>
    merged.has(id) ? [{ code: 'servesMerged', path: ['serves', index] } as const] : [],
  )
}

/** What the rules of today find in what would be restored. */
async function faultsOf(
  deps: ChecklistDeps,
  tx: Db,
  town: Town,
  at: Temporal.Instant,
  changes: readonly DraftChange[],
) {
  const checks = factChecksFor(deps, town, at)
  const faults: PublishFault[] = []
  for (const change of changes) {
    if (change.thing === 'answer' && change.after) {
      faults.push(...newAnswerFaults(change.after, checks).map((fault) => ({ ...fault, kind: change.id })))
    }
    if (change.thing === 'service' && change.after) {
      const { id, after } = change
      const found = [
        ...serviceFaults(after, checks),
        ...(await servesFaults(tx, after)),
        ...(await mergedFaults(tx, after)),
      ]
      faults.push(...found.map((fault) => ({ ...fault, service: id })))
    }
  }
  return faults
}

/** Undefined where there is no such version, no such thing in it, or no such restoring. */
async function planOf(
  deps: ChecklistDeps,
  tx: Db,
  authority: string,
  from: RestoreFrom,
  at: Temporal.Instant,
  part: Part,
): Promise<Plan | undefined> {
  const compared = await comparedWith(deps, tx, authority, from, part)
  if (!compared) return undefined
  const { wanted, draft, total } = compared
  const ids = wanted.services.map(({ id }) => id)
  const { elsewhere, removed, revisions } = await readOwners(tx, authority, ids)
  const addressed = new Set<string>()
  for (const { id, facts } of wanted.services) {
    const hidden = facts?.place.type === 'confidential'
    if (hidden && (await knownAddresses(tx, authority, id)).length > 0) addressed.add(id)
  }
  const { changes, left } = planRestore(wanted, {
    introduction: draft.introduction,
    answers: new Map(draft.answers.map((answer) => [answer.kind, answer])),
    services: new Map(draft.services.map(({ id, ...facts }) => [id, facts])),
    removed,
    elsewhere,
    addressed,
  })
  const faults = await faultsOf(deps, tx, await readTown(tx, authority), at, changes)
  return { changes, left, faults, total, seen: await seenOf(tx, authority, from), revisions }
}

/** What was looked at: the draft, and what would come in its place. */
async function seenOf(tx: Db, authority: string, from: RestoreFrom): Promise<string> {
  const draft = await draftStamp(tx, authority)
  const comes =
    'record' in from
      ? await readReplaced(tx, authority, from.record)
      : { ...from, sha256: await versionSha256(tx, authority, from.version) }
  return sha256Of({ draft, comes })
}

/** What would be replaced in the draft, and what would have to be mended: of a part of it. */
export async function previewRestore(
  deps: ChecklistDeps,
  authority: string,
  from: RestoreFrom,
  part: Part = all,
): Promise<RestorePreview | undefined> {
  return deps.database.db.transaction().execute((tx) => planOf(deps, tx, authority, from, deps.clock.now(), part))
}

type Context = { readonly tx: Db; readonly act: Act; readonly authority: string; readonly plan: Plan }

/** @returns the revision that the draft of the thing has now. */
async function writeThing({ tx, act, authority, plan }: Context, change: DraftChange): Promise<number | undefined> {
  const edit = editOf(act, authority)
  if (change.thing === 'introduction') {
    const before = await readIntroduction(tx, authority)
    return writeIntroduction(tx, authority, change.after ?? {}, before?.revision ?? 0, edit)
  }
  if (change.thing === 'answer') {
    const before = await readDraftAnswer(tx, authority, change.id)
    return change.after ? writeAnswer(tx, authority, change.after, before?.revision ?? 0, edit) : undefined
  }
  const { id, after: facts } = change
  const revision = plan.revisions.get(id) ?? 0
  if (!facts) return markServiceRemoved(tx, authority, id, revision, edit)
  await markServiceBack(tx, authority, id)
  return writeService(tx, authority, { id, facts }, revision, edit)
}

/** Each thing has a record of its own, so that whoever has its form open sees what happened to it. */
async function writeRecorded(context: Context, change: DraftChange, restoring: string): Promise<void> {
  const { tx, act, authority } = context
  const revision = await writeThing(context, change)
  if (revision === undefined) throw new Error('a draft has changed although its town was locked')
  const subject = change.thing === 'introduction' ? change.thing : `${change.thing} ${change.id}`
  const fields =
    change.thing === 'service' && change.after
      ? { fields: changedFields(change.before ?? undefined, change.after) }
      : {}
  const record = await recordAudit(tx, act, { authority, subject, detail: { ...fields, revision, restoring } })
  await writeChanges(tx, { record, authority, at: act.at }, [change])
}

export type RestoreOutcome =
  | { readonly outcome: 'restored' }
  /** The draft says it already: a second click. */
  | { readonly outcome: 'unchanged' }
  /** Somebody changed the draft after it was looked at. */
  | { readonly outcome: 'draft-changed' }
  | { readonly outcome: 'unknown' }

/**
 * Replaces what the plan names in the draft, as a whole or not at all.
 *
 * @param seen of the preview that a person looked at.
 */
export async function restoreDraft(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  from: RestoreFrom,
  seen: string,
): Promise<RestoreOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<RestoreOutcome> => {
    await lockTown(tx, authority)
    const plan = await planOf(deps, tx, authority, from, act.at, all)
    if (!plan) return { outcome: 'unknown' }
    if (plan.changes.length === 0) return { outcome: 'unchanged' }
    if (plan.seen !== seen) return { outcome: 'draft-changed' }
    const restoring = await reserveRecord(tx)
    for (const change of plan.changes) await writeRecorded({ tx, act, authority, plan }, change, restoring)
    const subject = 'version' in from ? `version ${from.version}` : 'draft'
    const detail = { things: plan.changes.length, left: plan.left.length }
    await recordAudit(tx, act, { authority, subject, detail }, restoring)
    return { outcome: 'restored' }
  })
}
