/**
 * Where authorities are, by a list that says nothing else: fills what is not known. Names, areas and points that are
 * known stay as they are. One transaction; the same list again changes nothing.
 */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type ColumnMap, mappingFor } from './import/column-map.ts'
import { countryAsked } from './import/parsed-rows.ts'
import { type PointFault, type PointRow, pointFaults, pointOf } from './import/point-row.ts'
import { type CodedTown, lockPoints, townsByCode } from './import/point-store.ts'
import type { CsvRow } from './import/read-csv.ts'
import { createTally, ImportFault, type Refusal, type Tally } from './import/report.ts'
import type { ImportRow } from './import/row.ts'
import { type ImportDeps, importRows } from './import-authorities.ts'
import { onlyFictional } from './merger-store.ts'

export type PointsInput = {
  readonly rows: AsyncIterable<CsvRow>
  /** ISO 3166-1 in either case: rows of other countries are skipped. */
  readonly country: string
  readonly map?: ColumnMap | undefined
  /** Fictional authorities, or real ones; left out: as those of the country are. */
  readonly demonstration?: boolean | undefined
  readonly dryRun?: boolean | undefined
}

export type PointsReport = {
  /** Authorities that have a point now. */
  readonly filled: number
  /** Rows about authorities that had one. */
  readonly known: number
  /** Rows of other countries, and those that say no place. */
  readonly skipped: number
  readonly refused: number
  readonly refusals: readonly Refusal[]
}

/** Ends a dry run: whatever was done is rolled back. */
class DryRun extends Error {}

/** @throws ImportFault where the list as a whole cannot be read; nothing is written then. */
export async function importPoints(deps: ImportDeps, act: Act, input: PointsInput): Promise<PointsReport> {
  const country = countryAsked(deps, input.country)
  if (country === undefined) throw new ImportFault('Points are imported for one country.')
  const tally = createTally()
  const rows = await readRows(deps, { ...input, country }, tally)
  let counts = { filled: 0, known: 0 }
  try {
    await deps.database.db.transaction().execute(async (tx) => {
      counts = await fill(tx, deps, act, { rows, country, demonstration: input.demonstration }, tally)
      if (input.dryRun) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  const { skipped, refused, refusals } = tally.report()
  return { ...counts, skipped, refused, refusals }
}

async function readRows(deps: ImportDeps, input: PointsInput, tally: Tally): Promise<PointRow[]> {
  const rows: PointRow[] = []
  let mapping: ReturnType<typeof mappingFor> | undefined
  for await (const { line, headings, cells, fault } of input.rows) {
    mapping ??= mappingFor(headings, input.map, { languages: deps.languages.codes })
    for (const column of ['code', 'latitude', 'longitude']) {
      if (mapping.columns.has(column)) continue
      throw new ImportFault(`The file has no column ${column}: name it in the header or in a map.`)
    }
    const ours = mapping.apply(cells)
    if (ours['country'] && ours['country'].trim().toUpperCase() !== input.country) {
      tally.skipped += 1
      continue
    }
    const read = fault === undefined ? pointOf(line, ours) : ({ column: null, fault: 'point-row' } as const)
    if (read === 'nowhere') tally.skipped += 1
    else if ('fault' in read) refuse(tally, line, read.column, read.fault)
    else rows.push(read)
  }
  return rows
}

async function fill(
  tx: Tx,
  deps: ImportDeps,
  act: Act,
  given: { readonly rows: readonly PointRow[]; readonly country: string; readonly demonstration: boolean | undefined },
  tally: Tally,
): Promise<{ filled: number; known: number }> {
  const { country } = given
  const demonstration = given.demonstration ?? (await onlyFictional(tx, country))
  await lockPoints(tx, country)
  const towns = await townsByCode(tx, { country, demonstration }, given.rows)
  const filled = new Map<string, ImportRow>()
  let known = 0
  for (const row of given.rows) {
    const [town, ...others] = towns.get(row.line) ?? []
    const fault = town === undefined ? 'code-unknown' : others.length > 0 ? 'code-several' : undefined
    if (fault !== undefined) refuse(tally, row.line, 'code', fault)
    else if (town?.placed || filled.has(town?.id ?? '')) known += 1
    else if (town) filled.set(town.id, rowOf(row, town, country))
  }
  const counts = { filled: filled.size, known }
  if (filled.size === 0) return counts
  await announceChange(tx, await importRows(tx, deps, act, { rows: [...filled.values()], demonstration }))
  await recordAudit(tx, act, { authority: null, subject: 'points', detail: { country, ...counts } })
  return counts
}

const refuse = (tally: Tally, line: number, column: string | null, fault: PointFault) =>
  tally.refuse({ line, column, reason: pointFaults[fault], pointFault: fault })

const rowOf = ({ line, latitude, longitude }: PointRow, town: CodedTown, country: string): ImportRow => ({
  ...{ line, country, scheme: town.scheme, code: town.code, validFrom: null, validUntil: null },
  ...{ areas: undefined, mergedInto: undefined },
  facts: { name: town.name, names: {}, latitude, longitude },
})
