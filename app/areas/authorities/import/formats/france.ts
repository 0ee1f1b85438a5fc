/**
 * The communes, départements and régions of France (Code officiel géographique of INSEE) as Etalab publishes them:
 * github.com/etalab/decoupage-administratif, files communes.json, departements.json, regions.json.
 */
import type { CsvRow } from '../read-csv.ts'
import { areaRows, type Cells, cellOf, type OfficialFormat, rowAt, severalOf } from './format.ts'

const source = 'INSEE, Code officiel géographique; Etalab, decoupage-administratif'
const country = 'FR'

/** By code of the région; all others have the time of Paris. */
const timeZones: Readonly<Record<string, string>> = {
  '01': 'America/Guadeloupe',
  '02': 'America/Martinique',
  '03': 'America/Cayenne',
  '04': 'Indian/Reunion',
  '06': 'Indian/Mayotte',
}

/**
 * Collectivities overseas have a country code of their own (ISO 3166-1): the help numbers of France are not known to
 * answer there, and none is guessed. By the code that stands in place of a département.
 */
const ownCountries: Readonly<Record<string, string>> = {
  ...{ '975': 'PM', '977': 'BL', '978': 'MF', '984': 'TF', '986': 'WF', '987': 'PF', '988': 'NC', '989': 'TF' },
}

const isOverseas = (row: CsvRow) => cellOf(row, 'zone') === 'com'
const timeZoneOf = (region: string) => timeZones[region] ?? ''

function placeOf(row: CsvRow, department: string): Cells {
  return { country: isOverseas(row) ? (ownCountries[department] ?? 'TF') : country, source }
}

function commune(row: CsvRow, aliases: readonly string[]): CsvRow {
  const [code, name, department] = [cellOf(row, 'code'), cellOf(row, 'nom'), cellOf(row, 'departement')]
  return rowAt(row.line, {
    ...placeOf(row, department),
    ...{ scheme: 'INSEE', code, codes: `LAU:${code}`, name, kind: 'municipality' },
    parent: `INSEE-DEP:${department}`,
    population: cellOf(row, 'population'),
    time_zone: timeZoneOf(cellOf(row, 'region')),
    aliases: severalOf(aliases.filter((alias) => alias !== name)),
  })
}

const department = (row: CsvRow): Cells => ({
  ...placeOf(row, cellOf(row, 'code')),
  ...{ scheme: 'INSEE-DEP', code: cellOf(row, 'code'), name: cellOf(row, 'nom'), kind: 'district' },
  parent: `INSEE-REG:${cellOf(row, 'region')}`,
  time_zone: timeZoneOf(cellOf(row, 'region')),
})

const region = (row: CsvRow): Cells => ({
  ...placeOf(row, cellOf(row, 'code')),
  ...{ scheme: 'INSEE-REG', code: cellOf(row, 'code'), name: cellOf(row, 'nom'), kind: 'region', parent: '' },
  time_zone: timeZoneOf(cellOf(row, 'code')),
})

/** Both files have the same headings but for the région of a département. */
const area = (row: CsvRow): Cells => (cellOf(row, 'region') === '' ? region(row) : department(row))

/** Delegated and associated communes, and the arrondissements of three cities, are names of parts of a commune. */
const wholeOf = (row: CsvRow) => cellOf(row, 'chefLieu') || cellOf(row, 'commune')

export const frenchCommunes: OfficialFormat = {
  name: 'fr-communes',
  country,
  headings: ['code', 'nom', 'type', 'departement', 'region', 'zone'],
  companions: ['departements.json', 'regions.json'],
  read: (rows, beside) => {
    const parts = Map.groupBy(rows, wholeOf)
    const current = rows.filter((row) => cellOf(row, 'type') === 'commune-actuelle')
    const communes = current.map((row) =>
      commune(
        row,
        (parts.get(cellOf(row, 'code')) ?? []).map((part) => cellOf(part, 'nom')),
      ),
    )
    const formerly = current.flatMap((row) =>
      cellOf(row, 'anciensCodes')
        .split(';')
        .filter((from) => from !== '')
        .map((from) => ({ from, to: cellOf(row, 'code') })),
    )
    return { rows: [...communes, ...areaRows(communes, beside.map(area))], movements: formerly }
  },
}

export const frenchAreas: OfficialFormat = {
  name: 'fr-areas',
  country,
  headings: ['code', 'nom', 'chefLieu', 'typeLiaison', 'zone'],
  recognises: (first) => first['type'] === undefined,
  read: (rows) => ({ rows: rows.map((row) => rowAt(row.line, area(row))), movements: [] }),
}
