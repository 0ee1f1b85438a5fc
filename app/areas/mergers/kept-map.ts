/** What the columns of a country's lists hold, decided in the browser or on the command line: the same map for both. */
import type { Db } from '../../platform/db/tables.ts'
import { type ColumnMap, type CsvRow, columnMap } from '../authorities/index.ts'
import { chosenOnly, languageOf, mapOf, plainColumns } from './list-columns.ts'
import type { ListChoice } from './schema.ts'
import { rememberChoice, rememberedChoice } from './upload-store.ts'

export interface MappedRows {
  readonly rows: AsyncIterable<CsvRow>
  readonly map: ColumnMap
}

/**
 * The rows of a list as the country has decided about them last.
 *
 * @param country ISO 3166-1, upper case.
 * @returns undefined where nothing was decided, or about a list with other headings.
 */
export async function withKeptMap(
  db: Db,
  country: string,
  { headings, rows }: { readonly headings: readonly string[]; readonly rows: AsyncIterable<CsvRow> },
): Promise<MappedRows | undefined> {
  const kept = await rememberedChoice(db, country)
  if (!kept || !Object.keys(kept.columns).every((heading) => headings.includes(heading))) return undefined
  return { rows: chosenOnly(rows, kept), map: mapOf(kept) }
}

/** Keeps a map for the next list. @returns false where it says more than can be kept: nothing is kept then. */
export async function keepMap(
  db: Db,
  country: string,
  given: { readonly map: ColumnMap; readonly headings: readonly string[] },
  at: Temporal.Instant,
): Promise<boolean> {
  const choice = choiceOf(given.map, given.headings)
  if (!choice) return false
  const earlier = await rememberedChoice(db, country)
  await rememberChoice(db, country, { ...choice, movements: earlier?.movements ?? null }, at)
  return true
}

const isOurs = (column: string) => plainColumns.some((one) => one === column) || languageOf(column) !== undefined

/** @param headings of the list: those that are ours are read without being named. */
function choiceOf(map: ColumnMap, headings: readonly string[]): Omit<ListChoice, 'movements'> | undefined {
  const columns = Object.fromEntries(
    headings.filter((heading) => isOurs(heading) && !(heading in map)).map((heading) => [heading, heading]),
  )
  const fixed: Record<string, string> = {}
  for (const [ours, from] of Object.entries(columnMap.parse(map))) {
    if (typeof from === 'string') columns[from] = ours
    else if ('value' in from) fixed[ours] = from.value
    else if (from.prefix === '') columns[from.column] = ours
    else if (ours === 'areas' && from.prefix === 'NUTS:') columns[from.column] = 'nuts'
    else return undefined
  }
  const { scheme = 'LAU', source = '', ...others } = fixed
  const read = Object.values(columns)
  const isWhole = read.includes('code') && read.includes('name') && Object.keys(others).length === 0
  return isWhole ? { columns, scheme, source } : undefined
}
