/**
 * Imports a list of authorities: the official code is the key, a bad row is refused and the rest goes on, the same list
 * again changes nothing. All of it is one transaction, so that a reader never sees half a list and a process that is
 * killed leaves nothing behind. What the columns hold stands in docs/guides/importing-authorities.md.
 */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import { reservedSlugs } from '../../urls.ts'
import type { Countries } from './countries.ts'
import { type Applied, applyBatches } from './import/apply-batches.ts'
import { type ColumnMap, type Mapping, mappingFor } from './import/column-map.ts'
import { type BrokenLink, resolveLinks, stageMissingAreas, writeLinks } from './import/link-store.ts'
import { matchRows } from './import/match-store.ts'
import type { CsvRow } from './import/read-csv.ts'
import { createTally, ImportFault, type ImportReport, type Tally } from './import/report.ts'
import { type ImportRow, parseRow, rowSchema } from './import/row.ts'
import { analyzeStaging, createStaging, dropRepeated, type Refused, stageRows } from './import/staging-store.ts'
import type { AuthorityKind } from './rules.ts'

export type ImportDeps = {
  readonly database: Database
  readonly countries: Countries
  readonly languages: Languages
  readonly clock: Clock
}

export type ImportInput = {
  readonly rows: AsyncIterable<CsvRow>
  /** ISO 3166-1 in either case: rows of other countries are skipped. Needed where there is no column `country`. */
  readonly country?: string | undefined
  readonly map?: ColumnMap | undefined
  /** Adds unknown areas as this kind, called by their code; without it, rows that name one are refused. */
  readonly createAreas?: AuthorityKind | undefined
  /** Reports the same and writes nothing. */
  readonly dryRun?: boolean | undefined
  /** The authorities are fictional. Real and fictional ones never touch each other. */
  readonly demonstration?: boolean | undefined
}

const batchSize = 1_000

/** Ends a dry run: whatever was done is rolled back. */
class DryRun extends Error {}

/** @throws ImportFault where the list as a whole cannot be imported; nothing is written then. */
export async function importAuthorities(deps: ImportDeps, act: Act, input: ImportInput): Promise<ImportReport> {
  const country = input.country?.toUpperCase()
  if (country !== undefined && !deps.countries.codes.has(country)) {
    throw new ImportFault('The country is not one of the 46 member states: give its code of two letters, such as NL.')
  }
  const tally = createTally()
  try {
    await deps.database.db.transaction().execute(async (tx) => {
      await importInto(tx, deps, act, { ...input, country }, tally)
      if (input.dryRun) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  return tally.report()
}

async function importInto(tx: Tx, deps: ImportDeps, act: Act, input: ImportInput, tally: Tally): Promise<void> {
  const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const demonstration = input.demonstration ?? false
  await createStaging(tx)
  await stage(tx, deps, input, today, tally)
  await analyzeStaging(tx)
  await checkTogether(tx, input, today, tally)
  const applied = await applyBatches(tx, {
    at: act.at,
    today,
    demonstration,
    reservedSlugs,
    defaultsOf: (iso) => defaultsOf(deps.countries, iso),
  })
  await writeLinks(tx)
  Object.assign(tally, { added: applied.added, changed: applied.changed, unchanged: applied.unchanged })
  await announceAndRecord(tx, act, input, tally, applied)
}

async function announceAndRecord(
  tx: Tx,
  act: Act,
  input: ImportInput,
  tally: Tally,
  { touched }: Applied,
): Promise<void> {
  if (touched.length > 0) await announceChange(tx, touched)
  const { added, changed, unchanged, skipped, refused } = tally.report()
  const detail = { country: input.country ?? 'all', added, changed, unchanged, skipped, refused }
  await recordAudit(tx, act, { authority: null, subject: 'authorities', detail })
}

/** Reads, checks and stages row after row. */
async function stage(
  tx: Tx,
  deps: ImportDeps,
  input: ImportInput,
  today: Temporal.PlainDate,
  tally: Tally,
): Promise<void> {
  const schema = rowSchema({ languages: deps.languages.codes, lastYear: today.year })
  const mappings = new Map<string, Mapping>()
  let batch: ImportRow[] = []
  for await (const { line, headings, cells, fault } of input.rows) {
    if (fault !== undefined) {
      tally.refuse({ line, column: null, reason: fault })
      continue
    }
    const { country: code, ...ours } = mappingOf(mappings, deps, input, headings, tally).apply(cells)
    const country = countryOf(code, line, deps, input, tally)
    if (country === undefined) continue
    const parsed = parseRow(schema, line, country, ours)
    if ('row' in parsed) batch.push(parsed.row)
    else for (const refusal of parsed.refusals) tally.refuse(refusal)
    if (batch.length < batchSize) continue
    await stageRows(tx, batch)
    batch = []
  }
  await stageRows(tx, batch)
}

/** Of a file there is one; records that a program made may each have headings of their own. */
function mappingOf(
  mappings: Map<string, Mapping>,
  deps: ImportDeps,
  input: ImportInput,
  headings: readonly string[],
  tally: Tally,
): Mapping {
  const key = headings.join('\n')
  const made = mappings.get(key)
  if (made) return made
  const mapping = mappingFor(headings, input.map, { languages: deps.languages.codes })
  for (const column of ['code', 'name']) {
    if (mapping.columns.has(column)) continue
    throw new ImportFault(`The file has no column ${column}: name it in the header or in a map.`)
  }
  if (input.country === undefined && !mapping.columns.has('country')) {
    throw new ImportFault('Which country? The file has no column country, and none was given.')
  }
  tally.ignoredColumns = [...new Set([...tally.ignoredColumns, ...mapping.ignored])]
  mappings.set(key, mapping)
  return mapping
}

/** Undefined for a row that is skipped or refused. */
function countryOf(cell: string | undefined, line: number, deps: ImportDeps, input: ImportInput, tally: Tally) {
  const country = cell?.trim().toUpperCase() || input.country
  if (country !== undefined && deps.countries.codes.has(country)) {
    if (input.country === undefined || country === input.country) return country
    tally.skipped += 1
    return undefined
  }
  if (input.country !== undefined && country !== undefined) tally.skipped += 1
  else
    tally.refuse({
      line,
      column: 'country',
      reason: 'This is not the code of one of the 46 member states, such as NL.',
    })
  return undefined
}

function defaultsOf(countries: Countries, iso: string) {
  const country = countries.byIso(iso)
  if (!country) throw new Error('a row of a country that is not known was staged')
  return country
}

/** Everything that can only be said once all rows are there. */
async function checkTogether(tx: Tx, input: ImportInput, today: Temporal.PlainDate, tally: Tally): Promise<void> {
  const demonstration = input.demonstration ?? false
  const refuse = (refused: readonly Refused[], column: string, reason: string) => {
    for (const { line } of refused) tally.refuse({ line, column, reason })
  }
  for (const { line, earlier } of await dropRepeated(tx)) {
    tally.refuse({ line, column: 'code', reason: `The same code stands on line ${earlier} already.` })
  }
  const { several, foreign, again } = await matchRows(tx, today, demonstration)
  refuse(several, 'valid_from', 'The code has belonged to more than one authority in this time.')
  refuse(foreign, 'code', 'The code belongs to a fictional authority on one side and to a real one on the other.')
  refuse(again, 'code', 'An earlier line speaks of the same authority already.')
  if (input.createAreas) tally.areasCreated = await stageMissingAreas(tx, input.createAreas, today, demonstration)
  for (const broken of await resolveLinks(tx, today, demonstration)) {
    const column = broken.relation === 'area' ? 'areas' : 'merged_into'
    tally.refuse({ line: broken.line, column, reason: linkReasons[broken.fault] })
  }
}

const linkReasons: Record<BrokenLink['fault'], string> = {
  unknown: 'It names a code that is neither in this file nor imported before.',
  itself: 'It names the authority itself.',
  circle: 'These mergers lead round in a circle.',
}
