/** The columns of an official list: which of ours there are to choose from, what is proposed, as what rows are read. */
import type { ColumnMap, CsvRow } from '../authorities/index.ts'
import { columnsProposed, foldedHeading, headingWords } from '../checklist/index.ts'
import type { ListChoice } from './schema.ts'

/** Those that matter most first. `nuts`: regions of NUTS by their code. Message `mergers.column.<name>`. */
export const plainColumns = [
  ...(['code', 'name', 'population', 'latitude', 'longitude', 'merged_into', 'parent', 'areas', 'nuts'] as const),
  ...(['aliases', 'former_names', 'valid_from', 'valid_to', 'population_year', 'kind', 'scheme', 'country'] as const),
  ...(['codes', 'children', 'children_year', 'languages', 'time_zone', 'domains', 'source'] as const),
] as const
export type PlainColumn = (typeof plainColumns)[number]

/** How statistical offices call them, folded. */
const words: Readonly<Partial<Record<PlainColumn, readonly string[]>>> = {
  code: [
    ...[
      'nr',
      'lau',
      'lauid',
      'laucode',
      'lau2',
      'id',
      'com',
      'codgeo',
      'codeinsee',
      'insee',
      'codecommune',
      'codecommuneinsee',
      'gemeindecode',
    ],
    ...['gemeindenummer', 'gemeindekennziffer', 'gkz', 'ags', 'bfsnr', 'bfsnummer', 'nis', 'niscode', 'codeins', 'kod'],
    ...['kommunenr', 'kommunenummer', 'kommunkod', 'kommunekode', 'municipalitycode', 'codigo', 'codmun', 'teryt'],
    ...['siruta', 'ehak', 'sifra', 'procom', 'codiceistat', 'gemeentecode', 'kuntanumero', 'رمز', 'الرمز'],
  ],
  name: [
    ...['launame', 'nom', 'libelle', 'libgeo', 'nomcommune', 'naam', 'gemeindename', 'gemeinde', 'gemeente', 'commune'],
    ...[
      'gemeentenaam',
      'comune',
      'denominazione',
      'municipio',
      'nombre',
      'municipality',
      'municipalityname',
      'kommune',
    ],
    ...['kommunenavn', 'kommun', 'kommunnamn', 'nazwa', 'denumire', 'nazev', 'naziv', 'obec', 'kunta', 'الاسم'],
  ],
  population: [
    ...['pop', 'ptot', 'pmun', 'inhabitants', 'einwohner', 'bevolkerung', 'bevoelkerung', 'inwoners', 'popolazione'],
    ...['poblacion', 'ludnosc', 'populatie', 'befolkning', 'folkmangd', 'السكان', 'عددالسكان'],
  ],
  children: ['minors', 'under18', 'mineurs', 'enfants', 'kinder', 'minderjahrige', 'minori', 'menores', 'الأطفال'],
  latitude: ['lat', 'breite', 'breitengrad'],
  longitude: ['lon', 'lng', 'long', 'lange', 'laenge', 'langengrad'],
  merged_into: ['mergedinto', 'successor', 'comparent', 'nachfolger'],
  nuts: ['nuts3', 'nuts', 'nuts3code', 'nutscode'],
}

const byWord = headingWords(Object.fromEntries(plainColumns.map((column) => [column, words[column] ?? []])))

/** A name in a language. */
const languageColumn = /^name_([A-Za-z]{2,3}(?:[_-][A-Za-z]{4})?)$/

export const languageOf = (column: string): string | undefined => languageColumn.exec(column)?.[1]

/** To choose from. @param languages codes of those in which towns of the country have names. */
export const offeredColumns = (languages: readonly string[]): string[] => [
  ...plainColumns,
  ...languages.map((code) => `name_${code}`),
]

/** Heading → our column. */
export function proposedColumns(
  headings: readonly string[],
  offered: readonly string[],
  earlier: ListChoice | undefined,
): Record<string, string> {
  const decided = Object.keys(earlier?.columns ?? {})
  // The same list as last time: what was left out stays left out.
  if (earlier && decided.every((heading) => headings.includes(heading))) return { ...earlier.columns }
  const columnOf = (heading: string) =>
    offered.find((column) => column === heading) ?? byWord.get(foldedHeading(heading))
  return columnsProposed(headings, columnOf, earlier?.columns)
}

export const movementParts = ['old', 'new', 'date'] as const
export type MovementPart = (typeof movementParts)[number]

const movementWords = headingWords({
  old: ['from', 'comav', 'codav', 'before', 'avant', 'ancien', 'alt', 'oud', 'oldcode', 'القديم'],
  new: ['to', 'comap', 'codap', 'after', 'apres', 'nouveau', 'neu', 'nieuw', 'newcode', 'الجديد'],
  date: ['dateeff', 'datum', 'day', 'validfrom', 'التاريخ'],
})

/** The heading of each part of a list of movements; empty where none is like it. */
export function proposedMovements(
  headings: readonly string[],
  earlier: ListChoice | undefined,
): Record<MovementPart, string> {
  const columns = columnsProposed(headings, (heading) => movementWords.get(foldedHeading(heading)))
  const headingOf = (part: MovementPart) => {
    const before = earlier?.movements?.[part]
    if (before && headings.includes(before)) return before
    return Object.keys(columns).find((heading) => columns[heading] === part) ?? ''
  }
  return { old: headingOf('old'), new: headingOf('new'), date: headingOf('date') }
}

/** As what the rows of a list are read. */
export function mapOf({ columns, scheme, source }: ListChoice): ColumnMap {
  const chosen = Object.entries(columns).map(([column, ours]) =>
    ours === 'nuts' ? (['areas', { column, prefix: 'NUTS:' }] as const) : ([ours, column] as const),
  )
  return {
    scheme: { value: scheme },
    ...(source === '' ? {} : { source: { value: source } }),
    ...Object.fromEntries(chosen),
  }
}

/** Without the columns that are left out: a heading of ours would be read all the same. */
export async function* chosenOnly(rows: AsyncIterable<CsvRow>, { columns }: ListChoice): AsyncGenerator<CsvRow> {
  const headings = Object.keys(columns)
  for await (const row of rows) yield { ...row, headings }
}

/** How a column of ours is called in the list. */
export function headingOf({ columns }: ListChoice, column: string): string {
  const same = (ours: string) => ours === column || (column === 'areas' && (ours === 'nuts' || ours === 'parent'))
  return Object.keys(columns).find((heading) => same(columns[heading] ?? '')) ?? column
}
