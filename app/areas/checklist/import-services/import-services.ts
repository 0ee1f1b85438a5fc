/** Takes services from a file into the draft of a town. What an officer has changed since is never overwritten. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Act, recordAudit, reserveRecord } from '../../../platform/audit/audit.ts'
import { createBreath } from '../../../platform/breath.ts'
import type { Db } from '../../../platform/db/tables.ts'
import type { ImportDeps } from '../deps.ts'
import { factChecksFor } from '../fact-checks.ts'
import type { FactChecks } from '../faults.ts'
import { languageNamed } from '../language-names.ts'
import type { ServiceFacts } from '../schema.ts'
import { lockTown, readTown } from '../town-store.ts'
import { importedService } from './check-record.ts'
import { readHsdsCsv } from './hsds-csv/read-hsds-csv.ts'
import { columnsOfMap, type ImportMap, readImportMap } from './import-map.ts'
import { countImported, createSeen, findGone, type KnownFacts } from './import-store.ts'
import type { ColumnChoice } from './propose-columns.ts'
import { readCsv } from './read-csv.ts'
import { readHsds } from './read-hsds.ts'
import type { ImportFault, ImportInput, ImportNote, ImportTables, ReadItem, ReadOptions } from './record.ts'
import { type CheckedItem, type Counts, type Running, settleBatch } from './settle-batch.ts'
import { createToldLines, linesKept } from './told-lines.ts'
import { takeTurns } from './turns.ts'
import type { Winner } from './winner-rules.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

export const serviceFormats = ['csv', 'xlsx', 'hsds-json', 'hsds-csv'] as const
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
  /** Of a table: which of its headings stand for which of our columns; where it is left out, the map may say so. */
  readonly columns?: ColumnChoice | undefined
  /** Of a table about whose columns nobody has decided: headings as the office gives them out → our columns. */
  readonly columnOf?: ReadOptions['columnOf']
  /** Whose words stay where both have changed a service; the town's own where it is left out. */
  readonly winner?: Winner
  /** In the transaction, when everything is decided and written; what it throws undoes all of it. Not in a dry run. */
  readonly settle?: (tx: Db, found: Found) => Promise<void>
  /** In the transaction, before anything is read. @returns false where there is nothing to import any more. */
  readonly claim?: (tx: Db) => Promise<boolean>
  /** The `seen` of a dry run that somebody has looked at. */
  readonly seen?: string
  /** Told of each fault and each note as it comes, before the import has ended. */
  readonly onLine?: ((line: ImportFault | ImportNote) => void) | undefined
  /** How many of each the report holds, 1,000 where it is left out; all are counted. */
  readonly keeps?: number | undefined
  /** Told of each service that is added or changed. */
  readonly onDecided?: (decided: DecidedService) => void
  /** What `checkServices` gave for this very list: it is not read again. In a dry run alone. */
  readonly checked?: readonly CheckedItem[] | undefined
  /** Drafts that were read before. In a dry run alone. */
  readonly known?: KnownFacts | undefined
}

export type DecidedService = {
  readonly row: number
  readonly before: ServiceFacts | null
  readonly after: ServiceFacts
}

/** What was decided, and what the list no longer has. */
export type Found = Counts & {
  /** Ids of services of the draft that came from this list and are not in it any more; nothing is done to them. */
  readonly gone: readonly string[]
  /** Services of the draft that came from this list, before. */
  readonly known: number
}

/** Somebody else has taken it over or thrown it away. */
export class ImportGone extends Error {}
/** Not what somebody has looked at would happen now. */
export class ImportDiffers extends Error {}

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
  /** Services of which it is now written down who confirms them. */
  readonly confirmers: number
  /** The first ones. */
  readonly faults: readonly ImportFault[]
  readonly notes: readonly ImportNote[]
  /** How many there are of both. */
  readonly lines: { readonly faults: number; readonly notes: number }
  /** As of `Found`. */
  readonly gone: readonly string[]
  readonly known: number
  /** Stands for all that is decided: the same for the same file and the same drafts. */
  readonly seen: string
}

/** Rows written with one statement. */
const batchSize = 1_000

/** Services checked at a stretch, before answers of the database are looked at: it would wait for its next question. */
const breath = 10

/** Ends the transaction of a dry run. */
class DryRunOver extends Error {}

/**
 * @throws {ImportMapFault} where the map names kinds that do not exist.
 * @throws {ImportGone}
 * @throws {ImportDiffers} nothing is kept then.
 */
export async function importServices(deps: ImportDeps, act: Act, given: ServiceImport): Promise<ServiceImportReport> {
  const options = readOptions(deps, given)
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, kept: 0, skipped: 0, refused: 0, confirmers: 0 }
  const { keeps = linesKept, onLine } = given
  const refused = createHash('sha256')
  const notes = createToldLines<ImportNote>(keeps, onLine)
  const faults = createToldLines<ImportFault>(keeps, (fault) => {
    refused.update(`${fault.row} ${fault.column} ${fault.code}\n`)
    onLine?.(fault)
  })
  let [seen, found] = ['', { gone: [], known: 0 } as Pick<Found, 'gone' | 'known'>]
  try {
    await deps.database.db.transaction().execute(async (tx) => {
      await lockTown(tx, given.authority)
      if (given.claim && !(await given.claim(tx))) throw new ImportGone()
      const checks = factChecksFor(deps, await readTown(tx, given.authority), act.at)
      const record = await reserveRecord(tx)
      const known = await countImported(tx, given)
      const decisions = createHash('sha256')
      await importAll({ deps, tx, act, record, given, checks, counts, faults, notes, decisions }, options)
      seen = decisions.update(refused.digest()).digest('hex')
      found = { gone: await findGone(tx, given), known }
      if (given.dryRun) throw new DryRunOver()
      if (given.seen !== undefined && given.seen !== seen) throw new ImportDiffers()
      await given.settle?.(tx, { ...counts, ...found })
      const subject = `services from ${given.source}`
      await recordAudit(tx, act, { authority: given.authority, subject, detail: { ...counts } }, record)
    })
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error
  }
  const lines = { faults: faults.count, notes: notes.count }
  return { ...counts, ...found, faults: faults.first, notes: notes.first, lines, seen }
}

const readOptions = (deps: ImportDeps, given: Reading): ReadOptions => ({
  language: given.language,
  languages: deps.languages.codes,
  languageNamed: (name) => languageNamed(name, deps.languages),
  columnOf: given.columnOf,
  confirmerFaults: deps.confirmers.faults,
  ...readImportMap(given.map, deps.checklist),
})

type Reading = Pick<ServiceImport, 'format' | 'input' | 'language' | 'map' | 'columns' | 'columnOf'>

/**
 * Reads and checks a whole list, and compares nothing. Only the tables of HSDS are put together in the database: while any other
 * list is read, the embedded one answers others.
 *
 * @throws {ImportMapFault}
 */
export async function checkServices(
  deps: ImportDeps,
  at: Temporal.Instant,
  { authority, ...given }: Reading & Pick<ServiceImport, 'authority'>,
): Promise<CheckedItem[]> {
  const { db } = deps.database
  const checks = factChecksFor(deps, await readTown(db, authority), at)
  const options = readOptions(deps, given)
  const letOthers = createBreath()
  const all = async (items: AsyncGenerator<ReadItem>) => {
    const looked: CheckedItem[] = []
    for await (const item of items) {
      await letOthers()
      looked.push(checkedItem(item, checks))
    }
    return looked
  }
  const { input } = given
  return isTables(input)
    ? db.transaction().execute((tx) => all(readHsdsCsv(tx, input, options, takeTurns())))
    : all(itemsOf(given, input, options))
}

/** While the database writes one batch, the next is read and checked here. */
async function importAll(running: Running, options: ReadOptions): Promise<void> {
  await createSeen(running.tx)
  const inTurn = takeTurns()
  let writing = Promise.resolve()
  let batch: CheckedItem[] = []
  const write = async () => {
    const ready = batch
    batch = []
    await writing
    writing = inTurn(() => settleBatch(running, ready))
  }
  let checked = 0
  const { given, checks } = running
  const { input } = given
  const items = isTables(input) ? readHsdsCsv(running.tx, input, options, inTurn) : itemsOf(given, input, options)
  for await (const item of given.checked ?? items) {
    checked += 1
    if (checked % breath === 0) await setImmediate()
    batch.push(checkedItem(item, checks))
    if (batch.length === batchSize) await write()
  }
  await write()
  await writing
}

const checkedItem = (item: CheckedItem, checks: FactChecks): CheckedItem =>
  'record' in item && !('faultsFound' in item) && !item.record.skipped ? importedService(item.record, checks) : item

const isTables = (input: ImportInput): input is ImportTables => typeof input === 'object' && 'tables' in input

function itemsOf(
  given: Pick<ServiceImport, 'format' | 'map' | 'columns'>,
  input: Exclude<ImportInput, ImportTables>,
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  const columns = given.columns ?? columnsOfMap(given.map, given.format)
  if (typeof input === 'object' && 'workbook' in input) return readXlsx(input, options, columns)
  return given.format === 'csv' ? readCsv(input, options, columns) : readHsds(input, options)
}
