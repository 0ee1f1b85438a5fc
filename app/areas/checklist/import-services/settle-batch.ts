/** Decides batch by batch what becomes of the services of a file, and writes it. */
import type { Hash } from 'node:crypto'
import type { Act } from '../../../platform/audit/audit.ts'
import type { Db } from '../../../platform/db/tables.ts'
import { writeChanges } from '../change-store.ts'
import { withoutPlace } from '../confidential.ts'
import type { ImportDeps } from '../deps.ts'
import { hideSuggestedPlaces } from '../directories/directory-store.ts'
import type { FactChecks } from '../faults.ts'
import { type HidingDeps, knownAddresses, redactPlace } from '../redact-place.ts'
import type { ServiceFacts } from '../schema.ts'
import { serviceFaults } from '../service-faults.ts'
import { type CheckedRecord, type ParsedRecord, repeatedFault } from './check-record.ts'
import { compareWithDraft, factsToWrite } from './compare.ts'
import { editedRow } from './edited-rows.ts'
import { fillConfirmers, type TakenRecord } from './fill-confirmers.ts'
import type { ServiceImport } from './import-services.ts'
import { addServices, changeServices, type DraftRow, findImported, findOwn, firstSeen } from './import-store.ts'
import type { ImportFault, ImportNote, ImportRecord, ReadItem } from './record.ts'
import type { ToldLines } from './told-lines.ts'

export type Counts = {
  added: number
  changed: number
  unchanged: number
  kept: number
  skipped: number
  refused: number
  /** Services of which the list says who confirms them, and nobody had. */
  confirmers: number
}
export type Running = {
  readonly deps: HidingDeps & Pick<ImportDeps, 'confirmers'>
  readonly tx: Db
  readonly act: Act
  /** Id of the audit record, written at the end with the counts. */
  readonly record: string
  readonly given: ServiceImport
  readonly checks: FactChecks
  readonly counts: Counts
  readonly faults: ToldLines<ImportFault>
  readonly notes: ToldLines<ImportNote>
  readonly decisions: Hash
}

/** Why a draft was left alone. */
const noteOf = { edited: 'editedSince', removed: 'removedSince', 'stays-confidential': 'staysConfidential' } as const

export type CheckedItem = ReadItem | CheckedRecord

/** Counts and reports what cannot be imported; writes what can. */
export async function settleBatch(running: Running, batch: readonly CheckedItem[]): Promise<void> {
  const { tx, counts, faults, notes } = running
  const ids = batch.flatMap(idIn)
  const fresh = new Set(await firstSeen(tx, ids))
  const own = await ownDrafts(running, batch)
  const parsed: ParsedRecord[] = []
  const edited: Changed[] = []
  const taken: TakenRecord[] = []
  for (const item of batch) {
    if ('note' in item) notes.push(item.note)
    else if ('fault' in item) {
      faults.push(item.fault)
      counts.refused += 1
    } else if ('faultsFound' in item) {
      const { record } = item
      const repeated = record.sourceId !== '' && !fresh.delete(record.sourceId)
      const draft = repeated ? undefined : own.get(record.sourceId)
      if (draft && record.again) edited.push(...(await decideEdited(running, record, record.again, draft, taken)))
      else parsed.push(...takeRecord(running, item, repeated))
    } else {
      notes.push(...item.record.notes)
      counts.skipped += 1
    }
  }
  await writeBatch(running, parsed, edited, taken)
  await fillConfirmers(running, taken)
}

/** What cannot be read is there all the same, as long as it says which service it is. */
function idIn(item: CheckedItem): string[] {
  if ('faultsFound' in item) return [item.record.sourceId]
  return 'fault' in item && item.fault.sourceId !== undefined ? [item.fault.sourceId] : []
}

/** Reports what is said of a record, and refuses it where something is wrong with it. */
function takeRecord(
  { counts, faults, notes }: Running,
  { record, service, faultsFound }: CheckedRecord,
  repeated: boolean,
): ParsedRecord[] {
  notes.push(...record.notes)
  faults.push(...faultsFound, ...(repeated ? [repeatedFault(record)] : []))
  if (service && !repeated) return [service]
  counts.refused += 1
  return []
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const ownDrafts = ({ tx, given: { authority, known } }: Running, batch: readonly CheckedItem[]) =>
  findOwn(
    tx,
    authority,
    batch.flatMap((item) =>
      'faultsFound' in item && item.record.again && uuid.test(item.record.sourceId) ? item.record.sourceId : [],
    ),
    known,
  )

type Changed = {
  readonly parsed: ParsedRecord
  readonly draft: DraftRow
  readonly before: ServiceFacts
  /** It went out from here, and comes back. */
  readonly own: boolean
}

/** @returns what is to be written of a service that went out from here and comes back. */
async function decideEdited(
  running: Running,
  record: ImportRecord,
  again: NonNullable<ImportRecord['again']>,
  draft: DraftRow,
  taken: TakenRecord[],
): Promise<Changed[]> {
  const { counts, faults, notes, checks, decisions } = running
  const { row, sourceId } = record
  const found = editedRow(record, again, draft, checks)
  decisions.update(`${sourceId} own ${found.outcome} ${draft.revision}\n`)
  if (found.outcome === 'write') {
    notes.push(...record.notes)
    decisions.update(found.parsed.sha256)
    const before = await cleanBefore(running, found.parsed, draft)
    counts.changed += before ? 1 : 0
    return before ? [{ parsed: found.parsed, draft, before, own: true }] : []
  }
  if (found.outcome === 'unchanged') {
    counts.unchanged += 1
    taken.push({ record, service: draft.id })
  } else if (found.outcome === 'refused') {
    counts.refused += 1
    faults.push(...found.faults)
  } else {
    counts.kept += 1
    notes.push({ row, sourceId, column: '', code: noteOf[found.outcome] })
  }
  return []
}

async function writeBatch(
  running: Running,
  batch: readonly ParsedRecord[],
  edited: readonly Changed[],
  taken: TakenRecord[],
): Promise<void> {
  if (batch.length + edited.length === 0) return
  const { tx, given, act, record } = running
  const { added, ...decided } = await decideBatch(running, batch, taken)
  const changed = [...decided.changed, ...edited]
  for (const { record: from, facts } of added) given.onDecided?.({ row: from.row, before: null, after: facts })
  for (const { parsed, before } of changed) {
    given.onDecided?.({ row: parsed.record.row, before, after: parsed.facts })
  }
  taken.push(...changed.map(({ parsed, draft }) => ({ record: parsed.record, service: draft.id })))
  const ids = given.dryRun ? [] : await addServices(tx, act, { ...given, record }, added)
  taken.push(...added.map((one, index) => ({ record: one.record, service: ids[index] })))
  if (given.dryRun) return
  await changeServices(tx, act, given, changed)
  const now = [...added, ...changed.map(({ parsed }) => parsed)].map(({ facts }) => facts)
  await hideSuggestedPlaces(tx, given.authority, now)
  await writeChanges(
    tx,
    { record, authority: given.authority, at: act.at },
    changed.map(({ parsed, draft, before }) => ({ thing: 'service', id: draft.id, before, after: parsed.facts })),
  )
}

async function decideBatch(running: Running, batch: readonly ParsedRecord[], taken: TakenRecord[]) {
  const { tx, given, counts, notes, decisions } = running
  const ids = batch.map(({ record }) => record.sourceId)
  const existing: ReadonlyMap<string, DraftRow> =
    ids.length > 0 ? await findImported(tx, given, ids, given.known) : new Map()
  const added: ParsedRecord[] = []
  const changed: Changed[] = []
  for (const parsed of batch) {
    const { row, sourceId } = parsed.record
    const draft = existing.get(sourceId)
    const outcome = compareWithDraft(parsed, draft, given.winner)
    decisions.update(`${sourceId} ${outcome} ${parsed.sha256} ${draft?.revision ?? 0}\n`)
    const kept = outcome === 'write' || outcome === 'unchanged' ? undefined : noteOf[outcome]
    if (kept) {
      counts.kept += 1
      notes.push({ row, sourceId, column: '', code: kept })
    } else if (outcome === 'unchanged') {
      counts.unchanged += 1
      if (!draft?.removed) taken.push({ record: parsed.record, service: draft?.id })
    } else if (!draft) added.push(parsed)
    else changed.push(...(await decideChanged(running, parsed, draft)))
  }
  counts.added += added.length
  counts.changed += changed.length
  return { added, changed }
}

/** What the list and the office say together may contradict itself where neither does: it is refused, and says why. */
async function decideChanged(running: Running, parsed: ParsedRecord, draft: DraftRow): Promise<Changed[]> {
  const { checks, counts, faults } = running
  const written = { ...parsed, facts: factsToWrite(parsed, draft) }
  const { sourceId, whereOf } = parsed.record
  const found = serviceFaults(written.facts, checks)
  faults.push(...found.map(({ code, path }) => ({ ...whereOf(path), sourceId, code })))
  counts.refused += found.length > 0 ? 1 : 0
  const before = found.length > 0 ? undefined : await cleanBefore(running, written, draft)
  return before ? [{ parsed: written, draft, before, own: false }] : []
}

/**
 * What the draft said before, fit to be kept: a service that becomes confidential leaves every version. Undefined where
 * its new words still say where it was: it is refused.
 */
async function cleanBefore(running: Running, parsed: ParsedRecord, draft: DraftRow): Promise<ServiceFacts | undefined> {
  const { deps, tx, act, given, checks, counts, faults } = running
  if (parsed.facts.place.type !== 'confidential') return draft.facts
  const known = await knownAddresses(tx, given.authority, draft.id)
  const found = serviceFaults(parsed.facts, checks, known)
  if (found.length === 0) {
    if (!given.dryRun) await redactPlace(deps, tx, act, given.authority, draft.id)
    return withoutPlace(draft.facts, known)
  }
  const { sourceId, whereOf } = parsed.record
  faults.push(...found.map(({ code, path }) => ({ ...whereOf(path), sourceId, code })))
  counts.refused += 1
  return undefined
}
