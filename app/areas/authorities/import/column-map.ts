/** From the headings of somebody else's list to ours: the file of `--map`. */
import { z } from 'zod'
import { ImportFault } from './report.ts'

/** Our column ← their heading, a heading whose cells get something in front, or the same text for every row. */
export const columnMap = z.record(
  z.string(),
  z.union([
    z.string().min(1),
    z.strictObject({ column: z.string().min(1), prefix: z.string().default('') }),
    z.strictObject({ value: z.string() }),
  ]),
)
export type ColumnMap = z.input<typeof columnMap>

const columns = [
  'country',
  'code',
  'scheme',
  'codes',
  'valid_from',
  'valid_to',
  'name',
  'kind',
  'parent',
  'areas',
  'aliases',
  'former_names',
  'merged_into',
  'languages',
  'time_zone',
  'latitude',
  'longitude',
  'population',
  'population_year',
  'children',
  'children_year',
  'domains',
  'source',
] as const

export type Mapping = {
  /** The cells of a row under our headings. */
  readonly apply: (cells: Readonly<Record<string, string>>) => Record<string, string>
  /** Our headings that rows have. */
  readonly columns: ReadonlySet<string>
  /** Their headings that nothing is read from. */
  readonly ignored: readonly string[]
}

type Known = { readonly languages: ReadonlySet<string> }

/**
 * @param headings of the file.
 * @param map columns it does not name are read from the headings that are ours already.
 * @throws ImportFault where the map or the file names a column that does not exist.
 */
export function mappingFor(headings: readonly string[], map: ColumnMap | undefined, known: Known): Mapping {
  const wanted = parsedMap(map)
  const own = headings.flatMap((heading) => {
    const ours = ourColumn(heading, known)
    return ours && !wanted.has(ours) ? [[ours, { column: heading, prefix: '' }] as const] : []
  })
  const sources = [...wanted, ...own].map(([ours, from]) => [checkedColumn(ours, known), from] as const)
  const read = new Set(sources.flatMap(([, from]) => ('column' in from ? [from.column] : [])))
  for (const heading of read) {
    if (!headings.includes(heading))
      throw new ImportFault(`The map names a column that the file does not have: ${heading}.`)
  }
  return {
    columns: new Set(sources.map(([ours]) => ours)),
    ignored: headings.filter((heading) => !read.has(heading)),
    apply: (cells) =>
      Object.fromEntries(
        sources.map(([ours, from]) => [ours, 'value' in from ? from.value : prefixed(from.prefix, cells[from.column])]),
      ),
  }
}

type Source = { readonly column: string; readonly prefix: string } | { readonly value: string }

function parsedMap(map: ColumnMap | undefined): Map<string, Source> {
  const parsed = columnMap.safeParse(map ?? {})
  if (!parsed.success) {
    throw new ImportFault(
      'The map is an object: each of our columns with a heading, {"column", "prefix"} or {"value"}.',
    )
  }
  return new Map(
    Object.entries(parsed.data).map(([ours, from]) => [
      ours,
      typeof from === 'string' ? { column: from, prefix: '' } : from,
    ]),
  )
}

/** An empty cell stays empty: a prefix alone is no code. */
const prefixed = (prefix: string, cell = '') => (cell.trim() === '' ? '' : `${prefix}${cell.trim()}`)

function ourColumn(name: string, known: Known): string | undefined {
  if (columns.some((column) => column === name)) return name
  return languageOf(name) === undefined ? undefined : checkedColumn(name, known)
}

/** The language of a `name_…` column, whether or not it exists; an underscore may stand for the hyphen. */
export function languageOf(column: string): string | undefined {
  return /^name_([A-Za-z_-]+)$/.exec(column)?.[1]?.replace('_', '-')
}

function checkedColumn(name: string, known: Known): string {
  if (columns.some((column) => column === name)) return name
  const language = languageOf(name)
  if (language === undefined) throw new ImportFault(`The map names a column that we do not have: ${name}.`)
  if (!known.languages.has(language)) throw new ImportFault(`The column ${name} names a language that we do not know.`)
  return `name_${language}`
}
