/** Takes services from a file into the draft of a town. What an officer has changed since is never overwritten. */
import { type Act, recordAudit, reserveRecord } from '../../../platform/audit/audit.ts'
import type { Db } from '../../../platform/db/tables.ts'
import { type RecordedChange, writeChanges } from '../change-store.ts'
import { withoutPlace } from '../confidential.ts'
import type { ChecklistDeps } from '../deps.ts'
import { factChecksFor } from '../fact-checks.ts'
import type { FactChecks } from '../faults.ts'
import { knownAddresses, redactPlace } from '../redact-place.ts'
import type { ServiceFacts } from '../schema.ts'
import { serviceFaults } from '../service-faults.ts'
import { lockTown, readTown } from '../town-store.ts'
import { importedService, type ParsedRecord } from './check-record.ts'
import { compareWithDraft } from './compare.ts'
import { type ImportMap, readImportMap } from './import-map.ts'
import { addServices, changeServices, type DraftRow, findImported } from './import-store.ts'
import { type ReadItem, readCsv } from './read-csv.ts'
import { readHsds } from './read-hsds.ts'
import type { ImportFault, ImportInput, ImportNote, ReadOptions } from './record.ts'

export const serviceFormats = ['csv', 'hsds-json'] as const
export type ServiceFormat = (typeof serviceFormats)[number]

export type ServiceImport = {
  readonly authority: string
  readonly format: ServiceFormat
  readonly input: ImportInput
  /** Name of where the file comes from: together with the file's own ids it says which service is which. */
  readonly source: string
  readonly map?: ImportMap
  /** Language of texts that do not say theirs. */
  readonly language: string
  /** Everything is read and checked, and nothing kept. */
  readonly dryRun: boolean
}

export type ServiceImportReport = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Changed in the file, but an officer has changed or removed the draft since: left alone. */
  readonly kept: number
  /** Not offered any more, by the file's own word. */
  readonly skipped: number
  /** Rows with a fault. */
  readonly refused: number
  readonly faults: readonly ImportFault[]
  readonly notes: readonly ImportNote[]
}

type Counts = { added: number; changed: number; unchanged: number; kept: number; skipped: number; refused: number }
type Running = {
  readonly tx: Db
  readonly act: Act
  /** Id of the audit record, written at the end with the counts. */
  readonly record: string
  readonly given: ServiceImport
  readonly checks: FactChecks
  readonly counts: Counts
  readonly faults: ImportFault[]
  readonly notes: ImportNote[]
}

/** Why a draft was left alone. */
const noteOf = { edited: 'editedSince', removed: 'removedSince', 'stays-confidential': 'staysConfidential' } as const

/** Rows written with one statement. */
const batchSize = 500

/** Ends the transaction of a dry run. */
class DryRunOver extends Error {}

/** @throws {ImportMapFault} where the map names kinds that do not exist. */
export async function importServices(
  deps: ChecklistDeps,
  act: Act,
  given: ServiceImport,
): Promise<ServiceImportReport> {
  const options: ReadOptions = {
    language: given.language,
    languages: deps.languages.codes,
    ...readImportMap(given.map, deps.checklist),
  }
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, kept: 0, skipped: 0, refused: 0 }
  const [faults, notes]: [ImportFault[], ImportNote[]] = [[], []]
  try {
    await deps.database.db.transaction().execute(async (tx) => {
      await lockTown(tx, given.authority)
      const checks = factChecksFor(deps, await readTown(tx, given.authority), act.at)
      const record = await reserveRecord(tx)
      await importAll({ tx, act, record, given, checks, counts, faults, notes }, options)
      if (given.dryRun) throw new DryRunOver()
      const subject = `services from ${given.source}`
      await recordAudit(tx, act, { authority: given.authority, subject, detail: { ...counts } }, record)
    })
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error
  }
  return { ...counts, faults, notes }
}

async function importAll(running: Running, options: ReadOptions): Promise<void> {
  const { given } = running
  const items = given.format === 'csv' ? readCsv(given.input, options) : readHsds(given.input, options)
  const seen = new Set<string>()
  let batch: ParsedRecord[] = []
  for await (const item of items) {
    const parsed = takeItem(running, item, seen)
    if (parsed) batch.push(parsed)
    if (batch.length < batchSize) continue
    await writeBatch(running, batch)
    batch = []
  }
  await writeBatch(running, batch)
}

/** Counts and reports what cannot be imported; returns what can. */
function takeItem(running: Running, item: ReadItem, seen: Set<string>): ParsedRecord | undefined {
  const { counts, faults, notes, checks } = running
  if ('note' in item) {
    notes.push(item.note)
    return undefined
  }
  if ('fault' in item) {
    faults.push(item.fault)
    counts.refused += 1
    return undefined
  }
  const { record } = item
  notes.push(...record.notes)
  if (record.skipped) {
    counts.skipped += 1
    return undefined
  }
  const checked = importedService(record, checks, seen)
  if ('service' in checked) return checked.service
  faults.push(...checked.faults)
  counts.refused += 1
  return undefined
}

async function writeBatch(running: Running, batch: readonly ParsedRecord[]): Promise<void> {
  const { tx, given, act, counts, notes } = running
  if (batch.length === 0) return
  const existing = await findImported(
    tx,
    given,
    batch.map(({ record }) => record.sourceId),
  )
  const added: ParsedRecord[] = []
  const changed: { readonly parsed: ParsedRecord; readonly draft: DraftRow; readonly before: ServiceFacts }[] = []
  for (const parsed of batch) {
    const draft = existing.get(parsed.record.sourceId)
    const outcome = compareWithDraft(parsed, draft)
    const { row, sourceId } = parsed.record
    const kept = outcome === 'write' || outcome === 'unchanged' ? undefined : noteOf[outcome]
    if (kept) {
      counts.kept += 1
      notes.push({ row, sourceId, column: '', code: kept })
    } else if (outcome === 'unchanged') counts.unchanged += 1
    else if (!draft) added.push(parsed)
    else {
      const before = await cleanBefore(running, parsed, draft)
      if (before) changed.push({ parsed, draft, before })
    }
  }
  const ids = await addServices(tx, act, given, added)
  await changeServices(tx, act, given, changed)
  await writeChanges(tx, { record: running.record, authority: given.authority, at: act.at }, [
    ...added.map(
      ({ facts }, index): RecordedChange => ({
        thing: 'service',
        id: ids[index] ?? '',
        before: null,
        after: facts,
      }),
    ),
    ...changed.map(
      ({ parsed, draft, before }): RecordedChange => ({
        thing: 'service',
        id: draft.id,
        before,
        after: parsed.facts,
      }),
    ),
  ])
  counts.added += added.length
  counts.changed += changed.length
}

/**
 * What the draft said before, fit to be kept: a service that becomes confidential leaves every version. Undefined where
 * its new words still say where it was: it is refused.
 */
async function cleanBefore(running: Running, parsed: ParsedRecord, draft: DraftRow): Promise<ServiceFacts | undefined> {
  const { tx, act, given, checks, counts, faults } = running
  if (parsed.facts.place.type !== 'confidential') return draft.facts
  const known = await knownAddresses(tx, given.authority, draft.id)
  const found = serviceFaults(parsed.facts, checks, known)
  if (found.length === 0) {
    await redactPlace(tx, act, given.authority, draft.id)
    return withoutPlace(draft.facts, known)
  }
  const { row, sourceId, columnOf } = parsed.record
  faults.push(...found.map(({ code, path }) => ({ row, sourceId, column: columnOf(path), code })))
  counts.refused += 1
  return undefined
}
