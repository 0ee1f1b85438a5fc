/** The official list of a country as it is published, this year and the next: imported, unchanged, then a plan. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formTo } from '../../../tests/page-form.ts'
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { importAuthorities, openList, readAuthorityByCode } from '../authorities/index.ts'
import { keepMap, withKeptMap } from './kept-map.ts'
import { bringFiles, decideColumns, validFrom } from './test-mergers.ts'
import { plannedItems } from './test-years.ts'
import { rememberedChoice } from './upload-store.ts'

type Commune = { code: string; nom: string; type: string; departement: string; anciensCodes?: string[] }

const country = 'FR'
const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
/** Of one département: as many as a test needs. */
const communes = (JSON.parse(readFileSync(file, 'utf8')) as Commune[]).filter((one) => one.departement === '90')
const current = communes.filter(({ type }) => type === 'commune-actuelle')

let app: TestApp
let folder: string
let secretariat: Visitor
const db = () => app.services.database.db
beforeAll(async () => {
  app = await testApp()
  folder = mkdtempSync(join(tmpdir(), 'safe-towns-lists-'))
  secretariat = await signIn(app, 'Sasha', [{ role: 'secretariat', scope: { kind: 'instance' } }])
  writeFileSync(join(folder, 'communes.json'), JSON.stringify(communes))
  const named = { typeLiaison: 0, zone: 'metro' }
  const departements = [{ ...named, code: '90', region: '27', chefLieu: '90010', nom: 'Territoire de Belfort' }]
  writeFileSync(join(folder, 'departements.json'), JSON.stringify(departements))
  const regions = [{ ...named, code: '27', chefLieu: '21231', nom: 'Bourgogne-Franche-Comté' }]
  writeFileSync(join(folder, 'regions.json'), JSON.stringify(regions))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await app.close()
})

async function importFile() {
  const { database, clock, reference } = app.services
  const { rows, format } = await openList(join(folder, 'communes.json'))
  const deps = { database, clock, countries: reference.countries, languages: reference.languages }
  return importAuthorities(deps, actOf('test', 'authorities.import', clock.now()), { rows, country: format?.country })
}

test('the list is imported with its areas, found by either code, and unchanged the second time', async () => {
  const all = current.length + 2
  expect(await importFile()).toMatchObject({ added: all, refused: 0 })
  expect(await importFile()).toMatchObject({ added: 0, changed: 0, unchanged: all, refused: 0 })
  const { rows } = await openList(join(folder, 'communes.json'))
  const [first] = await Array.fromAsync(rows)
  const town = await readAuthorityByCode(db(), country, first?.cells['code'] ?? '')
  expect(town?.name).toBe(first?.cells['name'])
  const codes = await db()
    .selectFrom('published.authority_code')
    .select('scheme')
    .where('authority', '=', town?.id ?? '')
    .orderBy('scheme')
    .execute()
  expect(codes.map(({ scheme }) => scheme)).toEqual(['INSEE', 'LAU'])
})

test('the list of the next year, handed in as it is, becomes a plan: a merger that it tells of, and a new name', async () => {
  const [gone, into, renamed] = current
  if (!gone || !into || !renamed) throw new Error('the département has lost its communes')
  const nextYear = communes.flatMap((one) => {
    if (one.code === gone.code && one.type === gone.type) return []
    if (one.type !== into.type) return [one]
    if (one.code === into.code) return [{ ...one, anciensCodes: [...(one.anciensCodes ?? []), gone.code] }]
    return [one.code === renamed.code ? { ...one, nom: `${one.nom}-le-Neuf` } : one]
  })
  await bringFiles(secretariat, country, { list: new File([JSON.stringify(nextYear)], 'communes.json') })
  const columns = urls.officePlanAct(country, 'columns')
  const asked = await secretariat.read(columns)
  expect(htmlFaults(asked)).toEqual([])
  expect(asked).toContain('This list is known as it is published')
  const form = formTo(asked, columns) as Record<string, string>
  expect(Object.keys(form).toSorted()).toEqual(['id', 'turn', 'validFrom'])
  const decided = { ...form, validFrom: validFrom.toString() }
  const compared = await decideColumns(app.services, secretariat, country, decided)
  expect(compared.headers.get('location')).toBe(`${urls.officePlan(country)}?done=planned`)
  expect(await plannedItems(db(), country)).toEqual([
    ['gone', gone.code, gone.nom, 'merged', into.code],
    ['renamed', renamed.code, renamed.nom, null, null],
  ])
  const [merger] = await db()
    .selectFrom('office.list_plan_item')
    .select('proposal')
    .where('kind', '=', 'gone')
    .execute()
  expect(merger?.proposal).toMatchObject({ proposal: { certain: true } })
  expect(await rememberedChoice(db(), country)).toBeUndefined()
})

test('a map of the command line is proposed in the browser, and what the browser keeps reads the next file', async () => {
  const map = { code: 'BFS', name: 'Ort', areas: { column: 'NUTS3', prefix: 'NUTS:' }, source: { value: 'Amt' } }
  const headings = ['BFS', 'Ort', 'NUTS3', 'population', 'rest']
  expect(await keepMap(db(), 'CH', { map, headings }, app.services.clock.now())).toBe(true)
  expect(await rememberedChoice(db(), 'CH')).toEqual({
    columns: { BFS: 'code', Ort: 'name', NUTS3: 'nuts', population: 'population' },
    ...{ scheme: 'LAU', source: 'Amt', movements: null },
  })
  const kept = await withKeptMap(db(), 'CH', { headings, rows: (async function* () {})() })
  expect(kept?.map).toEqual({
    ...{ scheme: { value: 'LAU' }, source: { value: 'Amt' }, code: 'BFS', name: 'Ort', population: 'population' },
    areas: { column: 'NUTS3', prefix: 'NUTS:' },
  })
  expect(await withKeptMap(db(), 'CH', { headings: ['other'], rows: (async function* () {})() })).toBeUndefined()
  // What cannot be said in the browser is not kept at all.
  const more = { ...map, kind: { value: 'district' } }
  expect(await keepMap(db(), 'CH', { map: more, headings }, app.services.clock.now())).toBe(false)
})
