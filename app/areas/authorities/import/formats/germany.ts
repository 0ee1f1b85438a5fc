/**
 * The districts of Germany and the cities that are no part of one (Amtlicher Gemeindeschlüssel): districts.json or
 * districts.csv of the npm package landkreise-deutschland, from the Gemeindeverzeichnis of Destatis.
 */
import type { CsvRow } from '../read-csv.ts'
import { areaRows, type Cells, cellOf, type OfficialFormat, rowAt, severalOf } from './format.ts'

const source = '© Statistisches Bundesamt (Destatis), GV-ISys, CC BY 4.0; landkreise-deutschland'
const country = 'DE'
const scheme = 'AGS'

/** By the first two digits of a code. Source: Destatis, Gemeindeverzeichnis. */
const states: Readonly<Record<string, string>> = {
  ...{
    '01': 'Schleswig-Holstein',
    '02': 'Hamburg',
    '03': 'Niedersachsen',
    '04': 'Bremen',
    '05': 'Nordrhein-Westfalen',
  },
  ...{ '06': 'Hessen', '07': 'Rheinland-Pfalz', '08': 'Baden-Württemberg', '09': 'Bayern', '10': 'Saarland' },
  ...{ '11': 'Berlin', '12': 'Brandenburg', '13': 'Mecklenburg-Vorpommern', '14': 'Sachsen', '15': 'Sachsen-Anhalt' },
  ...{ '16': 'Thüringen' },
}

const stateOf = (row: CsvRow) => cellOf(row, 'AGS').slice(0, 2)
const isCity = (row: CsvRow) => /stadt|stadtkreis/i.test(cellOf(row, 'type'))

/** `Fulda` of the type Landkreis is called Landkreis Fulda; `Vogelsbergkreis` and `Region Hannover` say it themselves. */
function districtName(type: string, name: string): string {
  return /kreis|region|verband/i.test(name) ? name : `${type} ${name}`
}

function city(row: CsvRow): Cells {
  const official = cellOf(row, 'name')
  const [name = official] = official.split(', ')
  const code = `${cellOf(row, 'AGS')}000`
  return { code, codes: `LAU:${code}`, name, aliases: name === official ? '' : official, kind: 'municipality' }
}

function district(row: CsvRow): Cells {
  const [official, nuts] = [cellOf(row, 'name'), cellOf(row, 'NUTS3')]
  const name = districtName(cellOf(row, 'type'), official)
  return {
    ...{ code: cellOf(row, 'AGS'), codes: nuts === '' ? '' : `NUTS:${nuts}`, name, kind: 'district' },
    aliases: severalOf(name === official ? [] : [official]),
  }
}

export const germanDistricts: OfficialFormat = {
  name: 'de-kreise',
  country,
  headings: ['AGS', 'type', 'name', 'NUTS3', 'population'],
  read: (rows) => {
    const all = rows.map((row) =>
      rowAt(row.line, {
        ...{ country, scheme, source, parent: stateOf(row), population: cellOf(row, 'population') },
        ...(isCity(row) ? city(row) : district(row)),
      }),
    )
    const lands = rows.map(stateOf).map(
      (code): Cells => ({
        ...{ country, scheme, source, code, name: states[code] ?? code, kind: 'region', parent: '' },
      }),
    )
    return { rows: [...all, ...areaRows(all, lands)], movements: [] }
  },
}
