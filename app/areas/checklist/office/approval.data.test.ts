import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../../../../tests/eventually.ts'
import { inputValue, signIn, type Visitor } from '../../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { systemClock } from '../../../platform/clock.ts'
import { urls } from '../../../urls.ts'
import { listVersions, readDraft } from '../service.ts'

const town = { country: 'NL', slug: 'example-town' }
const page = urls.officePublish(town)
let app: TestApp
let id: string
let officer: Visitor
let approver: Visitor
let second: Visitor

beforeAll(async () => {
  app = await testApp({ clock: systemClock })
  const row = await app.services.database.db
    .selectFrom('published.authority')
    .select('id')
    .where('slug', '=', town.slug)
    .executeTakeFirstOrThrow()
  id = row.id
  const scope = { kind: 'authority', id } as const
  officer = await signIn(app, 'Anna', [{ role: 'officer', scope }])
  approver = await signIn(app, 'Bert', [{ role: 'approver', scope }])
  second = await signIn(app, 'Chris', [{ role: 'approver', scope }])
})
afterAll(() => app.close())
beforeEach(async () => {
  await approver.post(urls.officeTwoPairs(town), { on: 'no' })
  await approver.post(urls.officeTwoPairs(town), { on: 'yes' })
})

const versions = async () => (await listVersions(app.services.database.db, id)).length
let words = 0
/** A change that has not been made before. */
async function edit(by: Visitor): Promise<void> {
  words += 1
  const path = urls.officeIntroduction(town)
  const form = await by.read(path)
  const revision = inputValue(form, 'revision')
  const saved = await by.post(path, { revision, 'introduction-nl': `Welkom ${words}` })
  expect(saved.status).toBe(303)
}
async function ask(by: Visitor, note = ''): Promise<Response> {
  return by.post(urls.officeAskApproval(town), { seen: inputValue(await by.read(page), 'seen'), words: note })
}
async function fieldsOf(by: Visitor) {
  const html = await by.read(page)
  return { seen: inputValue(html, 'seen'), request: inputValue(html, 'request') }
}
/** Subjects of mails that wait for this address. */
async function mailsTo(name: string): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`
    select data->>'subject' as subject from jobs.job
    where name = 'mail.send' and data->>'to' = ${`${name}@people.example`} order by created_on`.execute(
    app.services.database.db,
  )
  return rows.map(({ subject }) => subject)
}

describe('a town that wants two pairs of eyes', () => {
  it('publishes when a colleague approves what was asked about', async () => {
    await edit(officer)
    const before = await versions()
    expect(await officer.read(page)).not.toContain('Publish now')
    expect((await officer.post(page)).status).toBe(409)
    expect((await ask(officer, 'Is the greeting right?')).headers.get('location')).toContain('approvalAsked')
    expect(await versions()).toBe(before)
    const shown = await approver.read(page)
    expect(shown).toContain('Is the greeting right?')
    expect(shown).toContain('Please look by')
    const fields = { ...(await fieldsOf(approver)), decision: 'approve' }
    const done = await approver.post(urls.officeApprove(town), fields)
    expect(done.headers.get('location')).toBe(`${urls.officeVersions(town)}?saved=approved`)
    expect(await versions()).toBe(before + 1)
    expect(await officer.read(urls.officeVersions(town))).toContain('Bert')
    // The second click has done what it wanted; for everybody else it is too late.
    expect((await approver.post(urls.officeApprove(town), fields)).status).toBe(303)
    expect(
      (await approver.post(urls.officeApprove(town), { ...fields, decision: 'send-back', words: 'No' })).status,
    ).toBe(409)
    expect((await second.post(urls.officeApprove(town), fields)).status).toBe(409)
    expect(await versions()).toBe(before + 1)
  })

  it('publishes nothing by who asked, who edited last, or who is no approver', async () => {
    const before = await versions()
    await edit(approver)
    await ask(approver)
    const fields = { ...(await fieldsOf(approver)), decision: 'approve' }
    expect((await approver.post(urls.officeApprove(town), fields)).status).toBe(409)
    expect((await officer.post(urls.officeApprove(town), fields)).status).toBe(404)
    await approver.post(urls.officeWithdrawApproval(town), fields)
    await ask(officer)
    const again = { ...(await fieldsOf(approver)), decision: 'approve' }
    const own = await approver.post(urls.officeApprove(town), again)
    expect([own.status, await own.text()]).toEqual([409, expect.stringContaining('You made the last change yourself')])
    expect(await versions()).toBe(before)
    expect((await second.post(urls.officeApprove(town), again)).status).toBe(303)
    expect(await versions()).toBe(before + 1)
  })

  it('shows the draft again where it changed while somebody looked', async () => {
    await edit(officer)
    await ask(officer)
    const looked = { ...(await fieldsOf(approver)), decision: 'approve' }
    const before = await versions()
    await edit(officer)
    const late = await approver.post(urls.officeApprove(town), looked)
    const html = await late.text()
    expect([late.status, await versions()]).toEqual([409, before])
    expect(html).toContain('Please look again')
    expect(html).toContain('has been changed since then')
    const fresh = { seen: inputValue(html, 'seen'), request: looked.request, decision: 'approve' }
    expect((await approver.post(urls.officeApprove(town), fresh)).status).toBe(303)
    expect(await versions()).toBe(before + 1)
  })

  it('sends back with words, never without, and who asked reads them', async () => {
    await edit(officer)
    await ask(officer)
    const fields = { ...(await fieldsOf(approver)), decision: 'send-back' }
    const wordless = await approver.post(urls.officeApprove(town), fields)
    expect([wordless.status, (await wordless.text()).includes('href="#words"')]).toEqual([422, true])
    await approver.post(urls.officeApprove(town), { ...fields, words: 'Shorter, please' })
    expect(await officer.read(page)).toContain('Shorter, please')
    expect((await ask(officer)).status).toBe(303)
  })

  it('tells the other approvers with the deadline, and the asker how it ended; the note stays out of mails', async () => {
    await edit(approver)
    const [before, own] = [(await mailsTo('chris')).length, (await mailsTo('bert')).length]
    await ask(approver, 'Secret words')
    const mails = await mailsTo('chris')
    expect(mails).toHaveLength(before + 1)
    expect(mails.at(-1)).toMatch(/please look at changes by \d/)
    await second.post(urls.officeApprove(town), { ...(await fieldsOf(second)), decision: 'approve' })
    expect(await mailsTo('bert')).toHaveLength(own + 1)
    const { rows } = await sql<{ found: string }>`
      select count(*)::text as found from jobs.job where data::text like '%Secret words%'`.execute(
      app.services.database.db,
    )
    expect(rows[0]?.found).toBe('0')
  })

  it('lets a dangerous number be taken off at once, and nothing else with it', async () => {
    const { db } = app.services.database
    const service = (await readDraft(db, id)).services.find(({ facts }) => facts.phones.length > 0)
    if (!service) throw new Error('no service with a number')
    const number = service.facts.phones[0]?.number ?? ''
    await edit(officer)
    const path = urls.officeServicePart(town, service.id, 'contact')
    const form = await officer.read(path)
    const sent = await officer.post(path, { revision: inputValue(form, 'revision') })
    expect(sent.status).toBe(303)
    expect(await app.request(urls.service('en', town, service.id)).then((answer) => answer.text())).toContain(number)
    const done = await officer.post(urls.officeUrgent(town))
    expect(done.headers.get('location')).toContain('saved=urgent')
    // A server tells every process by a notification, which may come a moment after the answer.
    await eventually(async () => {
      expect(await (await app.request(urls.service('en', town, service.id))).text()).not.toContain(number)
    })
    expect(await (await app.request(urls.town('nl', town))).text()).not.toContain(`Welkom ${words}`)
  })

  it('is switched by approvers alone, and refused where somebody works alone', async () => {
    expect((await officer.post(urls.officeTwoPairs(town), { on: 'no' })).status).toBe(404)
    const lone = { country: 'NL', slug: 'lone-town' }
    const { id: _, ...row } = await app.services.database.db
      .selectFrom('published.authority')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const loneId = crypto.randomUUID()
    await app.services.database.db
      .insertInto('published.authority')
      .values({ ...row, id: loneId, slug: lone.slug, names: JSON.stringify(row.names) })
      .execute()
    const scope = { kind: 'authority', id: loneId } as const
    const alone = await signIn(app, `Dora${loneId.slice(0, 4)}`, [{ role: 'approver', scope }])
    const refused = await alone.post(urls.officeTwoPairs(lone), { on: 'yes' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Nobody else works')])
  })
})
