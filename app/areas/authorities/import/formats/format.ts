/** What a reader of an official list is: it recognises the list by what it holds, and says it in our columns. */
import type { CsvRow } from '../read-csv.ts'

/** What an old code has become, by codes of the list's towns. */
export type ListMovement = { readonly from: string; readonly to: string }

export type OfficialRows = {
  /** Under our headings: towns first, so that the towns get the short addresses, then the areas they belong to. */
  readonly rows: readonly CsvRow[]
  /** That the list itself tells of. */
  readonly movements: readonly ListMovement[]
}

export type OfficialFormat = {
  readonly name: string
  /** ISO 3166-1, upper case; undefined: each row says its own. */
  readonly country: string | undefined
  /** A list has all of these headings. */
  readonly headings: readonly string[]
  /** Whether it is this list, where headings alone do not tell. */
  readonly recognises?: ((first: Cells) => boolean) | undefined
  /** Files that usually lie beside it and hold the names of its areas. */
  readonly companions?: readonly string[]
  /** @param beside rows of its companions, where there are any. */
  readonly read: (rows: readonly CsvRow[], beside: readonly CsvRow[]) => OfficialRows
}

export type Cells = Readonly<Record<string, string>>

export const cellOf = ({ cells }: CsvRow, heading: string): string => cells[heading]?.trim() ?? ''

export function rowAt(line: number, cells: Cells): CsvRow {
  return { line, headings: Object.keys(cells), cells }
}

/** Areas that towns name, each once by its code, numbered behind the last line of the list. */
export function areaRows(towns: readonly CsvRow[], areas: readonly Cells[]): CsvRow[] {
  const last = towns.reduce((most, { line }) => Math.max(most, line), 1)
  const byCode = new Map(areas.map((cells) => [`${cells['country']}:${cells['scheme']}:${cells['code']}`, cells]))
  return [...byCode.values()].map((cells, index) => rowAt(last + 1 + index, cells))
}

/** Several values of one cell; what would end a value is taken out. */
export const severalOf = (values: Iterable<string>): string =>
  [...new Set(values)].map((value) => value.replaceAll(';', ',')).join(';')
