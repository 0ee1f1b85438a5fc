import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inputValue, signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { actOf, actOfPerson, recordAudit } from '../../platform/audit/audit.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'

const town = { country: 'NL', slug: 'example-town' }
const introduction = urls.officeIntroduction(town)
let app: TestApp
let id: string
let anna: Visitor
let secretary: Visitor

beforeAll(async () => {
  app = await testApp()
  const row = await app.services.database.db
    .selectFrom('published.authority')
    .select('id')
    .where('slug', '=', town.slug)
    .executeTakeFirstOrThrow()
  id = row.id
  anna = await signIn(app, 'Anna', [{ role: 'officer', scope: { kind: 'authority', id } }])
  secretary = await signIn(app, 'Sec', [{ role: 'secretariat', scope: { kind: 'instance' } }])
  await write('=1+1 Welkom')
  await write('Hallo')
})
afterAll(() => app.close())

async function write(words: string): Promise<void> {
  const form = await anna.read(introduction)
  await anna.post(introduction, { revision: inputValue(form, 'revision'), 'introduction-nl': words })
}

describe('the history of a town', () => {
  it('says who did what, and what stood there before and after', async () => {
    const html = await anna.read(`${urls.officeHistory(town)}?person=${anna.id}`)
    const newest = html.slice(html.indexOf('<ol'), html.indexOf('</li>', html.indexOf('<ol')))
    expect(newest).toContain('Saved the introduction')
    expect(newest).toContain('Anna')
    expect(newest.indexOf('=1+1 Welkom')).toBeLessThan(newest.indexOf('Hallo'))
    expect(newest.indexOf('=1+1 Welkom')).toBeGreaterThan(0)
    expect(htmlFaults(html)).toEqual([])
  })

  it('shows fifty acts a page, and only the kind that is asked for', async () => {
    const all = await anna.read(urls.officeHistory(town))
    expect(all.match(/<li class="govuk-!-margin-bottom-4">/g)).toHaveLength(50)
    expect(all).toContain(`${urls.officeHistory(town)}?page=2`)
    const publishing = await anna.read(`${urls.officeHistory(town)}?kind=publishing`)
    expect(publishing).toContain('Version 1')
    expect(publishing).not.toContain('Saved the introduction')
    const nobody = await anna.read(`${urls.officeHistory(town)}?person=' or 1=1&kind=nonsense&page=-3`)
    expect(nobody.match(/<li class="govuk-!-margin-bottom-4">/g)).toHaveLength(50)
  })

  it('is taken along as a spreadsheet in which nothing is a formula, and as JSON', async () => {
    const answer = await anna.get(`${urls.officeHistoryFile(town, 'csv')}?person=${anna.id}`)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    const rows: string[][] = parse(await answer.text(), { bom: true })
    expect(rows[0]?.slice(0, 3)).toEqual(['When', 'Who', 'What'])
    expect(rows.some((row) => row.at(-1) === "'=1+1 Welkom")).toBe(true)
    const json = await (await anna.get(urls.officeHistoryFile(town, 'json'))).json()
    const { rows: counted } = await sql<{ count: number }>`
      select count(*)::int as count from audit.record where authority = ${id}`.execute(app.services.database.db)
    expect(json).toHaveLength(counted[0]?.count ?? -1)
    expect(json).toContainEqual(expect.objectContaining({ who: 'Anna', what: 'Saved the introduction' }))
  })

  it('is for the people of the town; what belongs to no town is for the secretariat', async () => {
    for (const path of [
      urls.officeHistory(town),
      urls.officeHistoryFile(town, 'csv'),
      urls.officeHistoryFile(town, 'json'),
    ])
      expect((await secretary.get(path)).status).toBe(404)
    for (const path of [urls.instanceHistory(), urls.instanceHistoryFile('csv'), urls.instanceHistoryFile('json')]) {
      expect((await anna.get(path)).status).toBe(404)
      expect((await secretary.get(path)).status).toBe(200)
    }
    const html = await secretary.read(`${urls.instanceHistory()}?person=${anna.id}`)
    expect(html).toContain('Signed in')
    expect(htmlFaults(html)).toEqual([])
  })
})

describe('who stands in the trail', () => {
  it('is an id and what they were: no table of the office or of the trail holds an address', async () => {
    const { db } = app.services.database
    const { rows } = await sql<{ row: string }>`
      select row(t)::text as row from audit.record t union all
      select row(t)::text from office.draft_page t union all
      select row(t)::text from office.publication t union all
      select row(t)::text from accounts.role t`.execute(db)
    expect(rows.filter(({ row }) => row.includes('@'))).toEqual([])
    const last = await db
      .selectFrom('audit.record')
      .select(['person', 'actor'])
      .where('authority', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(last).toEqual({ person: anna.id, actor: 'officer' })
    const act = actOf('anna@people.example', 'checklist.publish', app.services.clock.now())
    await expect(recordAudit(db, act, { authority: id, subject: 'test' })).rejects.toThrow('actor_is_no_address')
  })

  it('keeps the roles that count there, and the association of a coordinator', async () => {
    const { db } = app.services.database
    const roles = [
      { role: 'coordinator', scope: { kind: 'association', id: 'union' } },
      { role: 'approver', scope: { kind: 'authority', id: 'elsewhere' } },
    ] as const
    const act = actOfPerson({ id: anna.id, roles }, 'support.ask', app.services.clock.now())
    const record = await recordAudit(db, act, { authority: id, subject: 'test' })
    const row = await db.selectFrom('audit.record').select('actor').where('id', '=', record).executeTakeFirst()
    expect(row?.actor).toBe('coordinator:union')
  })

  it('loses the name with the person, and keeps the office', async () => {
    const { db } = app.services.database
    const gone = await signIn(app, 'Gone', [{ role: 'officer', scope: { kind: 'authority', id } }])
    const form = await gone.read(introduction)
    await gone.post(introduction, { revision: inputValue(form, 'revision'), 'introduction-nl': 'Dag' })
    expect(await anna.read(`${urls.officeHistory(town)}?person=${gone.id}`)).toContain('Gone')
    await db.deleteFrom('accounts.person').where('id', '=', gone.id).execute()
    const html = await anna.read(`${urls.officeHistory(town)}?person=${gone.id}`)
    expect(html).toContain('officer, ')
    expect(html).not.toContain('Gone')
    expect(await anna.read(urls.officePublish(town))).not.toContain('Gone')
  })
})
