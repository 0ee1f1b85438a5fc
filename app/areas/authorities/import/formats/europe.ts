/**
 * Local administrative units of 35 countries with their NUTS 3 region, as the European Data Journalism Network has put them
 * together from lists of Eurostat: country, lau_id, name, nuts_3, population, longitude, latitude.
 */
import type { CsvRow } from '../read-csv.ts'
import { areaRows, type Cells, cellOf, type OfficialFormat, rowAt } from './format.ts'

const source = 'Eurostat; EDJNet'

function unit(row: CsvRow): CsvRow {
  const [country, nuts] = [cellOf(row, 'country'), cellOf(row, 'nuts_3')]
  return rowAt(row.line, {
    ...{ country, scheme: 'LAU', code: cellOf(row, 'lau_id'), name: cellOf(row, 'name'), source },
    areas: nuts === '' ? '' : `NUTS:${nuts}`,
    population: cellOf(row, 'population'),
    latitude: cellOf(row, 'latitude'),
    longitude: cellOf(row, 'longitude'),
  })
}

/** The list has their codes alone: a list of the country gives them their names. */
const region = (row: CsvRow): Cells => {
  const code = cellOf(row, 'nuts_3')
  return { country: cellOf(row, 'country'), scheme: 'NUTS', code, name: code, kind: 'region', source }
}

export const europeanUnits: OfficialFormat = {
  name: 'lau',
  country: undefined,
  headings: ['country', 'lau_id', 'name', 'nuts_3', 'population'],
  read: (rows) => {
    const units = rows.map(unit)
    const named = rows.filter((row) => cellOf(row, 'nuts_3') !== '')
    return { rows: [...units, ...areaRows(units, named.map(region))], movements: [] }
  },
}
