/**
 * Imports which authorities belong to an area: police, court and health areas nest in nothing, and a town is in several.
 * One transaction; the same list again changes nothing.
 */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type AreaChange, changesByArea } from './import/area-change-store.ts'
import { type AreaFault, areaFaults } from './import/area-faults.ts'
import {
  type AreaSettings,
  areasOn,
  createAreaStaging,
  dropAreaRows,
  endOtherLinks,
  endTheseLinks,
  linesOfItself,
  namedAreas,
  resolveAreas,
  resolveMembers,
  stageAreaRows,
  writeAreaKinds,
  writeAreaLinks,
} from './import/area-link-store.ts'
import { type AreaRow, areaRowsOf } from './import/area-row.ts'
import { countryAsked } from './import/parsed-rows.ts'
import type { CsvRow } from './import/read-csv.ts'
import { createTally, ImportFault, type Refusal, type Tally } from './import/report.ts'
import type { ImportRow } from './import/row.ts'
import { type ImportDeps, importRows } from './import-authorities.ts'
import { onlyFictional } from './merger-store.ts'
import type { AuthorityKind } from './rules.ts'

export type AreasInput = {
  readonly rows: AsyncIterable<CsvRow>
  /** ISO 3166-1 in either case. */
  readonly country: string
  /** Adds areas that nobody knows as this kind; without it, rows that name one are refused. */
  readonly createAreas?: Exclude<AuthorityKind, 'municipality' | 'country'> | undefined
  /** The list is all there is of its areas: who belongs to one and is not in the list leaves it. Not where a row is refused. */
  readonly complete?: boolean | undefined
  /** Who is in the list leaves its area; else joins it. */
  readonly act?: 'add' | 'end' | undefined
  /** Fictional areas and towns, or real ones; left out: as those of the country are. */
  readonly demonstration?: boolean | undefined
  readonly dryRun?: boolean | undefined
}

export type AreasReport = {
  readonly added: number
  readonly unchanged: number
  /** Links that the list no longer has, or ends. */
  readonly ended: number
  /** The areas that it names; the first ones, new ones before all. */
  readonly areas: readonly AreaChange[]
  /** Areas known before of which it says anew what they are for. */
  readonly areasChanged: number
  readonly areasCreated: number
  readonly refused: number
  readonly refusals: readonly Refusal[]
  readonly ignoredColumns: readonly string[]
}

const batchSize = 1_000

/** Ends a dry run: whatever was done is rolled back. */
class DryRun extends Error {}

/** @throws ImportFault where the list as a whole cannot be imported; nothing is written then. */
export async function importAreas(deps: ImportDeps, act: Act, input: AreasInput): Promise<AreasReport> {
  let report: AreasReport | undefined
  try {
    await deps.database.db.transaction().execute(async (tx) => {
      report = await importAreasIn(tx, deps, act, input)
      if (input.dryRun) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  if (!report) throw new Error('an import of areas ended without a report')
  return report
}

/** In the transaction of whoever decided about the list. @throws ImportFault as `importAreas`. */
export async function importAreasIn(
  tx: Tx,
  deps: Omit<ImportDeps, 'database'>,
  act: Act,
  input: AreasInput,
): Promise<AreasReport> {
  const country = countryAsked(deps, input.country)
  if (country === undefined) throw new ImportFault('Areas are imported for one country.')
  const tally = createTally()
  const settings = {
    country,
    today: deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString(),
    demonstration: input.demonstration ?? (await onlyFictional(tx, country)),
  }
  await createAreaStaging(tx)
  await stage(tx, areaRowsOf(input.rows, tally))
  const created = await resolveAll(tx, deps, act, input, settings, tally)
  const { refused, refusals, ignoredColumns } = tally.report()
  const ending = { complete: input.complete === true && refused === 0, end: input.act === 'end' }
  const areas = await changesByArea(tx, created, ending)
  const { added, unchanged, ended, described, touched } = await write(tx, ending)
  if (touched.length > 0) await announceChange(tx, touched)
  const areasChanged = described.filter((id) => !created.includes(id)).length
  const counts = { added, unchanged, ended, areasCreated: created.length, areasChanged, refused }
  await recordAudit(tx, act, { authority: null, subject: 'areas', detail: { country, ...counts } })
  return { ...counts, areas, refusals, ignoredColumns }
}

async function write(tx: Tx, { complete, end }: { readonly complete: boolean; readonly end: boolean }) {
  if (end) {
    const ended = await endTheseLinks(tx)
    return { added: 0, unchanged: 0, ended: ended.length, described: [], touched: ended }
  }
  const { added, unchanged, touched } = await writeAreaLinks(tx)
  const described = await writeAreaKinds(tx)
  const ended = complete ? await endOtherLinks(tx) : []
  return { added, unchanged, ended: ended.length, described, touched: [...touched, ...ended] }
}

async function stage(tx: Tx, rows: AsyncIterable<AreaRow>): Promise<void> {
  let batch: AreaRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < batchSize) continue
    await stageAreaRows(tx, batch)
    batch = []
  }
  await stageAreaRows(tx, batch)
}

/** Takes out rows that name nobody, or several. @returns ids of the areas that were added. */
async function resolveAll(
  tx: Tx,
  deps: Omit<ImportDeps, 'database'>,
  act: Act,
  { createAreas }: AreasInput,
  settings: AreaSettings,
  tally: Tally,
): Promise<readonly string[]> {
  const refuse = async (lines: readonly number[], column: string, fault: AreaFault) => {
    for (const line of lines) tally.refuse({ line, column, reason: areaFaults[fault], fault })
    await dropAreaRows(tx, lines)
  }
  const members = await resolveMembers(tx, settings)
  await refuse(members.unknown, 'member', 'member-unknown')
  await refuse(members.several, 'member', 'member-several')
  let areas = await resolveAreas(tx, settings)
  let created: readonly string[] = []
  if (createAreas && areas.unknown.length > 0) {
    const unknown = areas.unknown
    const rows = (await namedAreas(tx, unknown)).map((area) => rowOf(area, createAreas, settings.country))
    await importRows(tx, deps, act, { rows, demonstration: settings.demonstration })
    areas = await resolveAreas(tx, settings)
    created = await areasOn(tx, unknown)
  }
  await refuse(areas.unknown, 'area', 'area-unknown')
  await refuse(areas.several, 'area', 'area-several')
  await refuse(await linesOfItself(tx), 'member', 'member-itself')
  return created
}

/** Of the scheme of its kind where its code names none: `POLICE`, `COURT`. */
function rowOf(
  area: { line: number; code: string; scheme: string | null; name: string | null; kind: string | null },
  kind: AuthorityKind,
  country: string,
): ImportRow {
  return {
    ...{ line: area.line, country, validFrom: null, validUntil: null, areas: undefined, mergedInto: undefined },
    scheme: area.scheme ?? (area.kind ?? 'area').toUpperCase(),
    // A name alone makes a code.
    code: area.code.replace(/[\s:;,]+/g, '-').slice(0, 40),
    facts: { name: area.name ?? area.code, names: {}, kind },
  }
}
