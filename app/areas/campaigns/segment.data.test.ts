/** From the front door: a letter for the small towns of several regions. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
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

test('an event or a report that was there before a letter of long ago is nothing that was done since', async () => {
  const script = readFileSync(
    new URL('../../../db/migrations/0094_marks_of_earlier_letters.sql', import.meta.url),
    'utf8',
  )
  const { rows: had } = await sql<{ authority: string; mark: string }>`
    select distinct authority, 'event' as mark from published.event
    where status = 'planned' and year = extract(year from now() at time zone 'UTC')
    union select authority, 'reported' from published.report
    where cycle = (select max(number) from published.report_cycle where opens <= current_date)`.execute(db())
  expect(had.some(({ mark }) => mark === 'event')).toBe(true)
  const towns = [...new Set(had.map(({ authority }) => authority))]
  const written = async (started: string) => {
    const [campaign, ...letters] = [newId(), ...towns.map(newId)]
    await sql`
      insert into office.campaign (id, association, name, state, segment, first_language, created_at, changed_at, started_at)
      values (${campaign}, ${id}, 'Old', 'running', '{}', 'en', now(), now(), ${started}::timestamptz)`.execute(db())
    await sql`
      insert into office.campaign_recipient (id, campaign, authority, way, language, step_before, marks_before, state)
      select letter, ${campaign}, town, 'letter', 'en', 'published', '{core}', 'printed'
      from unnest(${letters}::uuid[], ${towns}::uuid[]) as t (letter, town)`.execute(db())
    return campaign
  }
  const [late, early] = [await written('2100-01-01'), await written('2000-01-01')]
  for (const _ of [1, 2]) for (const one of script.split(/;\n(?=update)/)) await sql.raw(one).execute(db())
  const marksOf = async (campaign = '') => {
    const { rows } = await sql<{ authority: string; mark: string }>`
      select authority, unnest(marks_before) as mark from office.campaign_recipient where campaign = ${campaign}::uuid`.execute(
      db(),
    )
    return rows.filter(({ mark }) => mark !== 'core').map(({ authority, mark }) => `${authority} ${mark}`)
  }
  expect((await marksOf(late)).toSorted()).toEqual(had.map(({ authority, mark }) => `${authority} ${mark}`).toSorted())
  expect(await marksOf(early)).toEqual([])
})
