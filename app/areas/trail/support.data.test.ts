import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import type { Clock } from '../../platform/clock.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensureAssociation } from '../associations/index.ts'

const town = { country: 'NL', slug: 'example-town' }
const office = urls.officeTown(town)
const support = urls.officeSupport(town)
const union = crypto.randomUUID()
const other = crypto.randomUUID()
let ahead = Temporal.Duration.from({ hours: 0 })
const clock: Clock = {
  now: () => Temporal.Now.instant().add(ahead),
  milliseconds: () => Temporal.Now.instant().add(ahead).epochMilliseconds,
}
let app: TestApp
let id: string
let officer: Visitor
let coordinator: Visitor
let stranger: Visitor

beforeAll(async () => {
  app = await testApp({ clock })
  const { db } = app.services.database
  id = (await db.selectFrom('published.authority').select('id').where('slug', '=', town.slug).executeTakeFirstOrThrow())
    .id
  const given = { country: 'NL', names: {}, web: null, demonstration: true, source: 'test' }
  await ensureAssociation(db, { ...given, id: union, slug: 'union', name: 'Example Union' }, [id], clock.now())
  await ensureAssociation(db, { ...given, id: other, slug: 'other', name: 'Other Union' }, [], clock.now())
  officer = await signIn(app, 'Anna', [{ role: 'officer', scope: { kind: 'authority', id } }])
  coordinator = await signIn(app, 'Cora', [{ role: 'coordinator', scope: { kind: 'association', id: union } }])
  stranger = await signIn(app, 'Otto', [{ role: 'coordinator', scope: { kind: 'association', id: other } }])
})
afterAll(() => app.close())
beforeEach(async () => {
  ahead = Temporal.Duration.from({ hours: 0 })
  await officer.post(urls.officeSupportEnd(town), { association: union })
})

const give = (days = '1') => officer.post(urls.officeSupportGive(town), { association: union, days })
const pagesOfTown = async (): Promise<string[]> => {
  const { db } = app.services.database
  const service = await db
    .selectFrom('office.draft_service')
    .select('id')
    .where('authority', '=', id)
    .executeTakeFirst()
  return [
    office,
    urls.officeIntroduction(town),
    urls.officeKind(town, 'child-helpline'),
    urls.officeService(town, service?.id ?? ''),
    urls.officeServicePart(town, service?.id ?? '', 'hours'),
    urls.officePublish(town),
    urls.officeVersions(town),
    urls.officeVersion(town, 1),
  ]
}

describe('without the town’s yes', () => {
  it('its office does not exist, for whoever coordinates its association', async () => {
    const unknown = await coordinator.get(urls.officeTown({ country: 'NL', slug: 'no-such-town' }))
    for (const path of await pagesOfTown()) {
      const answer = await coordinator.get(path)
      expect([answer.status, await answer.text()]).toEqual([404, await unknown.clone().text()])
    }
  })

  it('a coordinator can ask, once, and the town is told; those of other associations cannot', async () => {
    const ask = urls.officeSupportAsk(town)
    expect(htmlFaults(await coordinator.read(ask))).toEqual([])
    await coordinator.post(ask, { association: union })
    await coordinator.post(ask, { association: union })
    expect(await coordinator.read(ask)).toContain('has not answered yet')
    expect((await coordinator.get(office)).status).toBe(404)
    const { rows } = await sql<{ subject: string }>`
      select data->>'subject' as subject from jobs.job
      where name = 'mail.send' and data->>'to' = 'anna@people.example'`.execute(app.services.database.db)
    expect(rows.map(({ subject }) => subject)).toEqual(['Example Town: Example Union asks to look at your office'])
    expect(await officer.read(support)).toContain('Cora asked on')
    for (const person of [stranger, officer]) expect((await person.get(ask)).status).toBe(404)
    expect((await coordinator.post(ask, { association: other })).status).toBe(404)
    expect((await coordinator.get(support)).status).toBe(404)
  })
})

describe('with it', () => {
  it('a coordinator sees the same pages, with a bar above, and nothing to press that changes something', async () => {
    expect((await give()).status).toBe(303)
    for (const path of await pagesOfTown()) {
      const html = await coordinator.read(path)
      expect(html, path).toContain('Support view, read only, until')
      expect(html.replace(/<form action="\/sign-out".*?<\/form>/s, ''), path).not.toMatch(/<form[^>]*method="post"/)
      expect(html).not.toContain(urls.officeHistory(town))
      expect(htmlFaults(html), path).toEqual([])
      expect(await officer.read(path)).not.toContain('Support view, read only')
    }
    expect((await coordinator.get(urls.officePreview(town, 'en'))).status).toBe(200)
    expect((await stranger.get(office)).status).toBe(404)
  })

  it('a coordinator can send nothing', async () => {
    await give()
    const paths = [
      ...(await pagesOfTown()),
      urls.officePublish(town),
      urls.officeUrgent(town),
      urls.officeAskApproval(town),
    ]
    for (const path of [...paths, urls.officeTwoPairs(town), urls.officeSupportGive(town), urls.officeSupportEnd(town)])
      expect((await coordinator.post(path, { association: union, days: '7' })).status, path).toBe(404)
    for (const path of [urls.officeNewService(town, 'child-helpline'), urls.officeHistory(town)])
      expect((await coordinator.get(path)).status, path).toBe(404)
  })

  it('every page looked at stands in the town’s trail and on its page', async () => {
    await give()
    await coordinator.get(urls.officeIntroduction(town))
    const html = await officer.read(support)
    expect(html).toContain('Example Union: the introduction')
    expect(html).toContain('Cora')
    expect(htmlFaults(html)).toEqual([])
    expect(await officer.read(`${urls.officeHistory(town)}?kind=support`)).toContain('Looked at a page')
  })

  it.each(['1', '3', '7'])('it ends by itself after %s days', async (days) => {
    await give(days)
    ahead = Temporal.Duration.from({ hours: 24 * Number(days) - 1 })
    expect((await coordinator.get(office)).status).toBe(200)
    ahead = Temporal.Duration.from({ hours: 24 * Number(days) + 1 })
    expect((await coordinator.get(office)).status).toBe(404)
    expect(await officer.read(support)).toContain('Let them look')
  })

  it('the town ends it at any time, and chooses for how long', async () => {
    await give()
    expect((await officer.post(urls.officeSupportEnd(town), { association: union })).status).toBe(303)
    expect((await coordinator.get(office)).status).toBe(404)
    const refused = await give('2')
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Choose for how long')])
    expect((await coordinator.get(office)).status).toBe(404)
    expect((await officer.post(urls.officeSupportGive(town), { association: other, days: '1' })).status).toBe(404)
  })
})
