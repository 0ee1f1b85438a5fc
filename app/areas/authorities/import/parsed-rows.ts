/** From the rows of a file to rows that can be imported: headings, country and cells checked one by one. */
import type { Languages } from '../../../platform/i18n/languages.ts'
import type { Countries } from '../countries.ts'
import { type ColumnMap, type Mapping, mappingFor } from './column-map.ts'
import type { CsvRow } from './read-csv.ts'
import { ImportFault, type Tally } from './report.ts'
import { type ImportRow, parseRow, rowSchema } from './row.ts'

export type ParseDeps = { readonly countries: Countries; readonly languages: Languages }

export type ParseInput = {
  readonly rows: AsyncIterable<CsvRow>
  /** ISO 3166-1, upper case: rows of other countries are skipped. */
  readonly country?: string | undefined
  readonly map?: ColumnMap | undefined
}

/** In upper case. @throws ImportFault where there is no such country. */
export function countryAsked({ countries }: ParseDeps, given: string | undefined): string | undefined {
  const country = given?.toUpperCase()
  if (country !== undefined && !countries.codes.has(country)) {
    throw new ImportFault('The country is not one of the 46 member states: give its code of two letters, such as NL.')
  }
  return country
}

/** Rows that are refused or skipped are left out and counted. @throws ImportFault where the file as a whole is no list. */
export async function* parsedRows(
  deps: ParseDeps,
  input: ParseInput,
  today: Temporal.PlainDate,
  tally: Tally,
): AsyncGenerator<ImportRow> {
  const schema = rowSchema({ languages: deps.languages.codes, lastYear: today.year })
  const mappings = new Map<string, Mapping>()
  for await (const { line, headings, cells, fault } of input.rows) {
    if (fault !== undefined) {
      tally.refuse({ line, column: null, reason: fault })
      continue
    }
    const { country: code, ...ours } = mappingOf(mappings, deps, input, headings, tally).apply(cells)
    const country = countryOf(code, line, deps, input, tally)
    if (country === undefined) continue
    const parsed = parseRow(schema, line, country, ours)
    if ('row' in parsed) yield parsed.row
    else for (const refusal of parsed.refusals) tally.refuse(refusal)
  }
}

/** Of a file there is one; records that a program made may each have headings of their own. */
function mappingOf(
  mappings: Map<string, Mapping>,
  deps: ParseDeps,
  input: ParseInput,
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
function countryOf(cell: string | undefined, line: number, deps: ParseDeps, input: ParseInput, tally: Tally) {
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
