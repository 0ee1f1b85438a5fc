/**
 * Imports which authorities belong to an area: police, court and health areas nest in nothing, and a town is in several.
 * One transaction; the same list again changes nothing.
 */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import {
  type AreaSettings,
  createAreaStaging,
  dropAreaRows,
  endOtherLinks,
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
  readonly dryRun?: boolean | undefined
}

export type AreasReport = {
  readonly added: number
  readonly unchanged: number
  /** Links that the list no longer has. */
  readonly ended: number
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
  const country = countryAsked(deps, input.country)
  if (country === undefined) throw new ImportFault('Areas are imported for one country.')
  const tally = createTally()
  let report: AreasReport | undefined
  try {
    await deps.database.db.transaction().execute(async (tx) => {
      const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()
      const settings = { country, today, demonstration: await onlyFictional(tx, country) }
      report = await importInto(tx, deps, act, input, settings, tally)
      if (input.dryRun) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  if (!report) throw new Error('an import of areas ended without a report')
  return report
}

async function importInto(
  tx: Tx,
  deps: ImportDeps,
  act: Act,
  input: AreasInput,
  settings: AreaSettings,
  tally: Tally,
): Promise<AreasReport> {
  await createAreaStaging(tx)
  await stage(tx, areaRowsOf(input.rows, tally))
  const areasCreated = await resolveAll(tx, deps, act, input, settings, tally)
  const { added, unchanged, touched } = await writeAreaLinks(tx)
  await writeAreaKinds(tx)
  const { refused, refusals, ignoredColumns } = tally.report()
  const ended = input.complete && refused === 0 ? await endOtherLinks(tx) : []
  const changed = [...touched, ...ended]
  if (changed.length > 0) await announceChange(tx, changed)
  const counts = { added, unchanged, ended: ended.length, areasCreated, refused }
  await recordAudit(tx, act, {
    authority: null,
    subject: 'areas',
    detail: { country: settings.country, ...counts },
  })
  return { ...counts, refusals, ignoredColumns }
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

/** Takes out rows that name nobody, several, or the area itself. @returns how many areas were added. */
async function resolveAll(
  tx: Tx,
  deps: ImportDeps,
  act: Act,
  { createAreas }: AreasInput,
  settings: AreaSettings,
  tally: Tally,
): Promise<number> {
  const refuse = async (lines: readonly number[], column: string, reason: string) => {
    for (const line of lines) tally.refuse({ line, column, reason })
    await dropAreaRows(tx, lines)
  }
  const members = await resolveMembers(tx, settings)
  await refuse(members.unknown, 'member', 'No authority of this country has this code.')
  await refuse(members.several, 'member', 'Several authorities have this code: write it with its scheme.')
  let areas = await resolveAreas(tx, settings)
  let created = 0
  if (createAreas && areas.unknown.length > 0) {
    const rows = (await namedAreas(tx, areas.unknown)).map((area) => rowOf(area, createAreas, settings.country))
    await importRows(tx, deps, act, { rows, demonstration: settings.demonstration })
    created = rows.length
    areas = await resolveAreas(tx, settings)
  }
  await refuse(areas.unknown, 'area', 'No area of this country has this code or name: import it first.')
  await refuse(areas.several, 'area', 'Several areas have this code or name: write the code with its scheme.')
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
