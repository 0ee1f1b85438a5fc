/** From the front door: a coordinator brings areas that do not nest, makes one, changes and deletes it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formTo } from '../../../tests/page-form.ts'
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensureAssociation, findAssociation } from '../associations/index.ts'
import { findBySlug } from '../authorities/index.ts'
import { addTowns } from '../mergers/test-mergers.ts'

/** A country with nothing of the demonstration. */
const country = 'EE'
const union = { country, slug: 'linnade-liit' } as const
const other = { country, slug: 'valdade-liit' } as const
const areas = urls.catchments(union)
const at = (act: Parameters<typeof urls.catchmentsAct>[1]) => urls.catchmentsAct(union, act)

let app: TestApp
let coordinator: Visitor
const db = () => app.services.database.db

beforeAll(async () => {
  app = await testApp()
  await addTowns(
    app.services,
    [
      { code: 'N', name: 'Põhja', kind: 'region', parent: '' },
      ...['1', '2', '3', '4'].map((code) => ({ code, name: `Vald ${code}`, kind: 'municipality', parent: 'N' })),
    ],
    country,
  )
  for (const { slug } of [union, other]) {
    const facts = { country, slug, name: slug, names: {}, web: null, demonstration: true, source: 'test' }
    await ensureAssociation(db(), { id: newId(), ...facts }, [], app.services.clock.now())
  }
  coordinator = await coordinatorOf(union.slug, 'Kati')
})
afterAll(() => app.close())

async function coordinatorOf(slug: string, name: string): Promise<Visitor> {
  const id = (await findAssociation(db(), country, slug))?.id ?? ''
  return signIn(app, name, [{ role: 'coordinator', scope: { kind: 'association', id } }])
}

async function read(path: string): Promise<string> {
  const html = await coordinator.read(path)
  expect(htmlFaults(html), path).toEqual([])
  return html
}

const fieldsOf = async (path: string, action: string) => formTo(await read(path), action) as Record<string, string>

async function bring(list: string | File, act = 'add') {
  const { id = '' } = await fieldsOf(at('bring'), at('bring'))
  const sent = typeof list === 'string' ? { pasted: list } : { pasted: '', list }
  return coordinator.postForm(at('bring'), { id, act, ...sent })
}

async function apply(): Promise<string> {
  return (await coordinator.post(at('list'), await fieldsOf(at('list'), at('list')))).headers.get('location') ?? ''
}

/** Codes of the towns in an area. */
async function inArea(slug: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('published.authority_area as link')
    .innerJoin('published.authority as area', 'area.id', 'link.area')
    .innerJoin('published.authority_code as code', 'code.authority', 'link.authority')
    .select('code.code')
    .where('area.slug', '=', slug)
    .where('area.country', '=', country)
    .orderBy('code.code')
    .execute()
  return rows.map(({ code }) => code)
}

test('a list is looked through first: what changes, and each row that is left out, by row and column', async () => {
  const csv = [
    'Zone;Nom de la zone;Type;Code INSEE',
    'POLICE:P1;Politsei Ida;police;1',
    'POLICE:P1;;polizei;2',
    'põhja;;;3',
    'POLICE:P1;;fire;3',
    'POLICE:P1;;;99',
  ]
  expect((await bring(new File([`${csv.join('\n')}\n`], 'zones.csv'))).status).toBe(303)
  const shown = await read(at('list'))
  expect(shown).toContain('Politsei Ida')
  expect(shown).toContain('2 towns come in')
  // The region is known, and told apart from an area of its name.
  expect(shown).toMatch(/Põhja<\/bdi>.{0,200}region/s)
  expect(shown).toContain('Line \u20685\u2069: \u2068fire\u2069')
  expect(shown).toContain('Column \u2068code\u2069: no town of your country has this code')
  expect(await inArea('politsei-ida')).toEqual([])
  expect(await apply()).toBe(`${areas}?done=applied&count=3`)
  expect(await inArea('politsei-ida')).toEqual(['1', '2'])
  expect(await read(`${areas}?done=applied&count=3`)).toContain('3 towns have come in or left')
  // The same list again changes nothing.
  await bring(`${csv.slice(0, 3).join('\n')}\n`)
  expect(await read(at('list'))).toContain('The list changes nothing.')
})

test('a list that is all there is of its areas ends what it does not name', async () => {
  await bring('area\tcode\nPOLICE:P1\t2\nPOLICE:P1\t4\n', 'complete')
  const shown = await read(at('list'))
  for (const words of ['one town comes in', 'one is in already', 'one town leaves']) expect(shown).toContain(words)
  await apply()
  expect(await inArea('politsei-ida')).toEqual(['2', '4'])
})

test('one area is made of codes, renamed, given other towns, and deleted', async () => {
  const form = await fieldsOf(at('new'), at('new'))
  const given = { ...form, name: 'Ida kohus', kind: 'court', towns: '1\n\n3\n' }
  expect((await coordinator.post(at('new'), given)).status).toBe(303)
  await apply()
  expect(await inArea('ida-kohus')).toEqual(['1', '3'])
  // The same once more is refused, and stays typed.
  const again = await coordinator.post(at('new'), { ...given, id: newId() })
  expect(again.status).toBe(422)
  expect(formTo(await again.text(), at('new'))).toMatchObject({ name: 'Ida kohus', kind: 'court' })

  const one = urls.catchment(union, 'ida-kohus')
  const describe = urls.catchmentAct(union, 'ida-kohus', 'describe')
  const before = await fieldsOf(one, describe)
  await coordinator.post(describe, { ...before, name: 'Ida maakohus' })
  expect(await read(one)).toContain('Ida maakohus')
  // Whoever still had the old page open is told.
  const late = await coordinator.post(describe, { ...before, name: 'Teine' })
  expect(late.status).toBe(409)
  expect(htmlFaults(await late.text())).toEqual([])

  const towns = urls.catchmentAct(union, 'ida-kohus', 'towns')
  await coordinator.post(towns, { ...(await fieldsOf(one, towns)), act: 'end', towns: '1\n2' })
  expect(await read(at('list'))).toContain('one town leaves')
  await apply()
  expect(await inArea('ida-kohus')).toEqual(['3'])

  const end = urls.catchmentAct(union, 'ida-kohus', 'delete')
  expect(await read(end)).toContain('One town leaves it.')
  expect((await coordinator.post(end, {})).headers.get('location')).toBe(`${areas}?done=deleted`)
  expect(await findBySlug(db(), country, 'ida-kohus')).toBeUndefined()
  expect((await coordinator.get(one)).status).toBe(404)
})

test('an area on which something depends stays, and it is said what', async () => {
  const area = await findBySlug(db(), country, 'politsei-ida')
  const id = area?.authority?.id ?? ''
  await signIn(app, 'Pille', [{ role: 'officer', scope: { kind: 'authority', id } }])
  const end = urls.catchmentAct(union, 'politsei-ida', 'delete')
  expect(await read(end)).toContain('One person works in its office.')
  expect((await coordinator.post(end, {})).status).toBe(409)
  expect(await inArea('politsei-ida')).toEqual(['2', '4'])
})

test('what cannot be read is refused, and what was typed stays', async () => {
  const table = await bring('area;town hall\nA;1\n', 'complete')
  expect(table.status).toBe(422)
  const shown = await table.text()
  expect(htmlFaults(shown)).toEqual([])
  expect(shown).toContain('This table lacks a column')
  expect(formTo(shown, at('bring'))).toMatchObject({ act: 'complete' })
})

test('a button pressed for a list that another has replaced shows the other one; thrown away, nothing happens', async () => {
  await bring('area,code\nPOLICE:P1,1\n')
  const first = await fieldsOf(at('list'), at('list'))
  await bring('area,code\nPOLICE:P1,3\n')
  const late = await coordinator.post(at('list'), first)
  expect(late.status).toBe(409)
  await coordinator.post(at('list/discard'), await fieldsOf(at('list'), at('list/discard')))
  expect((await coordinator.get(at('list'))).headers.get('location')).toBe(areas)
  expect(await inArea('politsei-ida')).toEqual(['2', '4'])
})

test('every change stands in the trail; coordinators of the country share the areas, nobody else has a way to them', async () => {
  const records = await db()
    .selectFrom('audit.record')
    .select('action')
    .where('action', 'like', 'catchments.%')
    .execute()
  expect([...new Set(records.map(({ action }) => action))].sort()).toEqual([
    'catchments.apply-list',
    'catchments.bring-list',
    'catchments.bring-new',
    'catchments.bring-towns',
    'catchments.delete',
    'catchments.describe',
    'catchments.discard-list',
  ])
  const colleague = await coordinatorOf(other.slug, 'Mart')
  expect(await colleague.read(urls.catchments(other))).toContain('Politsei Ida')
  const secretariat = await signIn(app, 'Sasha', [{ role: 'secretariat', scope: { kind: 'instance' } }])
  for (const who of [secretariat, colleague]) expect((await who.get(areas)).status).toBe(404)
})
