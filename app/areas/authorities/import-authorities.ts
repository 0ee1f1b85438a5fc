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
import { writeFurtherCodes } from './import/code-store.ts'
import type { ColumnMap } from './import/column-map.ts'
import { type BrokenLink, resolveLinks, stageMissingAreas, writeLinks } from './import/link-store.ts'
import { matchRows } from './import/match-store.ts'
import { countryAsked, parsedRows } from './import/parsed-rows.ts'
import type { CsvRow } from './import/read-csv.ts'
import { createTally, type ImportReport, type Tally } from './import/report.ts'
import type { ImportRow } from './import/row.ts'
import {
  countAnew,
  createStaging,
  dropRepeated,
  indexStaging,
  type Refused,
  stageRows,
} from './import/staging-store.ts'
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

/** So many change how the database goes about its questions. */
const manyAtOnce = 1_000

/** Ends a dry run: whatever was done is rolled back. */
class DryRun extends Error {}

/** @throws ImportFault where the list as a whole cannot be imported; nothing is written then. */
export async function importAuthorities(deps: ImportDeps, act: Act, input: ImportInput): Promise<ImportReport> {
  const country = countryAsked(deps, input.country)
  const tally = createTally()
  const given = { ...input, country }
  try {
    await deps.database.db.transaction().execute(async (tx) => {
      const touched = await importInto(tx, deps, act, given, parsedRows(deps, given, todayOf(deps), tally), tally)
      await announceAndRecord(tx, act, given, tally, touched)
      if (touched.touched.length > manyAtOnce) await countAnew(tx)
      if (input.dryRun) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  return tally.report()
}

/**
 * Rows that were read before, in the transaction of whoever decided about them.
 *
 * @returns ids of added and changed authorities, as of `applyBatches`.
 * @throws Error where one of them is refused: all or nothing.
 */
export async function importRows(
  tx: Tx,
  deps: Omit<ImportDeps, 'database'>,
  act: Act,
  given: { readonly rows: readonly ImportRow[]; readonly demonstration: boolean },
): Promise<readonly string[]> {
  if (given.rows.length === 0) return []
  const tally = createTally()
  const { touched } = await importInto(tx, deps, act, { demonstration: given.demonstration }, given.rows, tally)
  const [refusal] = tally.report().refusals
  if (refusal) throw new Error(`a row that was decided about is refused: ${refusal.column}: ${refusal.reason}`)
  return touched
}

const todayOf = ({ clock }: Pick<ImportDeps, 'clock'>) => clock.now().toZonedDateTimeISO('UTC').toPlainDate()

type Settings = Pick<ImportInput, 'createAreas' | 'demonstration'>

async function importInto(
  tx: Tx,
  deps: Omit<ImportDeps, 'database'>,
  act: Act,
  input: Settings,
  rows: AsyncIterable<ImportRow> | Iterable<ImportRow>,
  tally: Tally,
): Promise<Applied> {
  const today = todayOf(deps)
  const demonstration = input.demonstration ?? false
  await createStaging(tx)
  await stage(tx, rows)
  await indexStaging(tx)
  await checkTogether(tx, input, today, tally)
  const applied = await applyBatches(tx, {
    at: act.at,
    today,
    demonstration,
    reservedSlugs,
    defaultsOf: (iso) => defaultsOf(deps.countries, iso),
  })
  await writeFurtherCodes(tx, today)
  await writeLinks(tx)
  Object.assign(tally, { added: applied.added, changed: applied.changed, unchanged: applied.unchanged })
  return applied
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

/** Stages row after row. */
async function stage(tx: Tx, rows: AsyncIterable<ImportRow> | Iterable<ImportRow>): Promise<void> {
  let batch: ImportRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < batchSize) continue
    await stageRows(tx, batch)
    batch = []
  }
  await stageRows(tx, batch)
}

function defaultsOf(countries: Countries, iso: string) {
  const country = countries.byIso(iso)
  if (!country) throw new Error('a row of a country that is not known was staged')
  return country
}

/** Everything that can only be said once all rows are there. */
async function checkTogether(tx: Tx, input: Settings, today: Temporal.PlainDate, tally: Tally): Promise<void> {
  const demonstration = input.demonstration ?? false
  const refuse = (refused: readonly Refused[], column: string, reason: string) => {
    for (const { line } of refused) tally.refuse({ line, column, reason })
  }
  for (const { line, earlier } of await dropRepeated(tx)) {
    tally.refuse({ line, column: 'code', reason: `The same code stands on line ${earlier} already.` })
  }
  const { several, foreign, again, others } = await matchRows(tx, today, demonstration)
  refuse(several, 'valid_from', 'The code has belonged to more than one authority in this time.')
  refuse(foreign, 'code', 'The code belongs to a fictional authority on one side and to a real one on the other.')
  refuse(others, 'codes', 'One of these codes belongs to another authority.')
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
  signed: 'It stands in the register of the Pact: a merger is entered there by a plan (--plan).',
}
