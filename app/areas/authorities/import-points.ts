/**
 * Where authorities are, how many people and children live there and where their websites are, by a list that says nothing
 * else: fills what is not known, and a count of a later year takes the place of an earlier one. Names, areas and whatever
 * else is known stay as they are. One transaction; the same list again changes nothing.
 */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type ColumnMap, mappingFor } from './import/column-map.ts'
import { countryAsked } from './import/parsed-rows.ts'
import {
  type Counted,
  type PointFacts,
  type PointFault,
  type PointRow,
  pointColumns,
  pointFaults,
  pointOf,
} from './import/point-row.ts'
import { type CodedTown, lockPoints, townsByCode } from './import/point-store.ts'
import type { CsvRow } from './import/read-csv.ts'
import { createTally, ImportFault, type Refusal, type Tally } from './import/report.ts'
import type { ImportRow, RowFacts } from './import/row.ts'
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
  /**
   * Keeps where websites are; left out: a list says nothing of them. Official domains are not meant: by them others are
   * believed.
   *
   * @returns ids of the authorities of which it was not known.
   */
  readonly keepWebsites?: (tx: Tx, act: Act, websites: ReadonlyMap<string, string>) => Promise<ReadonlySet<string>>
}

export type PointsReport = {
  /** Authorities of which more is known now. */
  readonly filled: number
  /** Rows that say nothing new. */
  readonly known: number
  /** Rows of other countries, and those that say nothing. */
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
      counts = await fill(tx, deps, act, { ...input, rows, country }, tally)
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
  const thisYear = deps.clock.now().toZonedDateTimeISO('UTC').year
  let mapping: ReturnType<typeof mappingFor> | undefined
  for await (const { line, headings, cells, fault } of input.rows) {
    mapping ??= mappingFor(headings, input.map, { languages: deps.languages.codes })
    const has = (column: string) => mapping?.columns.has(column) || (input.keepWebsites && headings.includes(column))
    const missing = [['code'], pointColumns].find((some) => !some.some(has))
    if (missing) throw new ImportFault(`The file has no column ${missing[0]}: name it in the header or in a map.`)
    const ours = mapping.apply(cells)
    if (ours['country'] && ours['country'].trim().toUpperCase() !== input.country) {
      tally.skipped += 1
      continue
    }
    const read =
      fault === undefined
        ? pointOf(line, { ...ours, website: input.keepWebsites ? (cells['website'] ?? '') : '' }, thisYear)
        : ({ column: null, fault: 'point-row' } as const)
    if (read === 'nothing') tally.skipped += 1
    else if ('fault' in read) refuse(tally, line, read.column, read.fault)
    else rows.push(read)
  }
  return rows
}

async function fill(
  tx: Tx,
  deps: ImportDeps,
  act: Act,
  given: Omit<PointsInput, 'rows'> & { readonly rows: readonly PointRow[] },
  tally: Tally,
): Promise<{ filled: number; known: number }> {
  const { country } = given
  const demonstration = given.demonstration ?? (await onlyFictional(tx, country))
  await lockPoints(tx, country)
  const towns = await townsByCode(tx, { country, demonstration }, given.rows)
  const found = new Map<string, { readonly row: PointRow; readonly town: CodedTown }>()
  let again = 0
  for (const row of given.rows) {
    const [town, ...others] = towns.get(row.line) ?? []
    const fault = town === undefined ? 'code-unknown' : others.length > 0 ? 'code-several' : undefined
    if (fault !== undefined) refuse(tally, row.line, 'code', fault)
    else if (found.has(town?.id ?? '')) again += 1
    else if (town) found.set(town.id, { row, town })
  }
  const rows = [...found.values()].flatMap(({ row, town }) => {
    const facts = newFacts(row.facts, town)
    return Object.keys(facts).length > 0 ? [{ id: town.id, row: rowOf(row, facts, town, country) }] : []
  })
  const websites = [...found].flatMap(([id, { row }]) => (row.facts.website ? [[id, row.facts.website] as const] : []))
  const kept = (websites.length > 0 && (await given.keepWebsites?.(tx, act, new Map(websites)))) || new Set<string>()
  const filled = new Set([...kept, ...rows.map(({ id }) => id)])
  const counts = { filled: filled.size, known: found.size - filled.size + again }
  if (filled.size === 0) return counts
  const changed = { rows: rows.map(({ row }) => row), demonstration }
  await announceChange(tx, await importRows(tx, deps, act, changed))
  await recordAudit(tx, act, { authority: null, subject: 'points', detail: { country, ...counts } })
  return counts
}

/** What is not known; of a count what a later year says. */
function newFacts({ place, population, children }: PointFacts, town: CodedTown): Partial<RowFacts> {
  const isNew = (said: Counted | undefined, known: number | null, year: number | null): said is Counted =>
    said !== undefined && (known === null || (said.year !== null && year !== null && said.year > year))
  return {
    ...(place && !town.placed ? place : {}),
    ...(isNew(population, town.population, town.populationYear)
      ? { population: population.count, populationYear: population.year }
      : {}),
    ...(isNew(children, town.children, town.childrenYear)
      ? { children: children.count, childrenYear: children.year }
      : {}),
  }
}

const refuse = (tally: Tally, line: number, column: string | null, fault: PointFault) =>
  tally.refuse({ line, column, reason: pointFaults[fault], pointFault: fault })

const rowOf = ({ line }: PointRow, facts: Partial<RowFacts>, town: CodedTown, country: string): ImportRow => ({
  ...{ line, country, scheme: town.scheme, code: town.code, validFrom: null, validUntil: null },
  ...{ areas: undefined, mergedInto: undefined },
  facts: { name: town.name, names: {}, ...facts },
})
