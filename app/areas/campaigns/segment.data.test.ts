/** From the front door: a letter for the small towns of several regions. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formTo } from '../../../tests/page-form.ts'
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensureAssociation } from '../associations/index.ts'
import { findBySlug } from '../authorities/index.ts'
import { addTowns } from '../mergers/test-mergers.ts'
import { targetsOf } from './target-store.ts'

const country = 'EE'
const union = { country, slug: 'linnade-liit' } as const
const id = newId()

let app: TestApp
let coordinator: Visitor
const db = () => app.services.database.db

beforeAll(async () => {
  app = await testApp()
  const area = (code: string, name: string, kind: string, parent = '') => ({ code, name, kind, parent, population: '' })
  const town = (code: string, parent: string, population: string) => ({
    ...{ code, name: `Vald ${code}`, kind: 'municipality', parent, population },
  })
  await addTowns(
    app.services,
    [
      ...[area('N', 'Põhja', 'region'), area('S', 'Lõuna', 'region'), area('E', 'Ida', 'region')],
      area('S1', 'Lõuna üks', 'district', 'S'),
      ...[town('n1', 'N', '900'), town('n2', 'N', '9000'), town('s1', 'S1', '800'), town('e1', 'E', '700')],
    ],
    country,
  )
  const members = await Promise.all(
    ['vald-n1', 'vald-n2', 'vald-s1', 'vald-e1'].map(async (slug) => (await idOf(slug)) ?? ''),
  )
  const facts = { country, slug: union.slug, name: 'Liit', names: {}, web: null, demonstration: true, source: 'test' }
  await ensureAssociation(db(), { id, ...facts }, members, app.services.clock.now())
  coordinator = await signIn(app, 'Kati', [{ role: 'coordinator', scope: { kind: 'association', id } }])
})
afterAll(() => app.close())

const idOf = async (slug: string) => (await findBySlug(db(), country, slug))?.authority?.id

test('towns of two regions, small ones alone: the page, the words and whom the letter goes to say the same', async () => {
  const list = urls.campaigns(union)
  const campaign = newId()
  await coordinator.post(list, { id: campaign, name: 'Väikesed' })
  const whom = urls.campaignPart(union, campaign, 'whom')
  const before = formTo(await coordinator.read(whom), whom)
  const areas = [(await idOf('pohja')) ?? '', (await idOf('louna')) ?? '']
  const chosen = { revision: `${before['revision']}`, populationTo: '1000', areas: [...areas, newId()] }
  const sent = await coordinator.post(whom, chosen)
  expect(sent.status).toBe(303)

  const html = await coordinator.read(whom)
  expect(htmlFaults(html)).toEqual([])
  expect([formTo(html, whom)['areas']].flat().sort()).toEqual(areas.toSorted())
  const page = await coordinator.read(urls.campaign(union, campaign))
  expect(page).toContain('Lõuna · Põhja')
  const row = await db()
    .selectFrom('office.campaign')
    .select('segment')
    .where('id', '=', campaign)
    .executeTakeFirstOrThrow()
  const targets = await targetsOf(db(), id, row.segment as Parameters<typeof targetsOf>[2])
  expect(targets.map(({ name }) => name)).toEqual(['Vald n1', 'Vald s1'])
})
