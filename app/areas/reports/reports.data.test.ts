/** From the front door: a report in twenty minutes, by two officers, read by everybody. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { forgetDemonstration } from '../../../tests/forget-plans.ts'
import { formOf } from '../../../tests/page-form.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import type { Town } from '../../urls/town-paths.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { openSheet } from '../checklist/index.ts'
import { addMeasures, readMeasures } from '../plans/index.ts'
import { cycleOn, readCycles, reportGiven } from './index.ts'
import { remindTowns } from './remind.ts'
import { readReport } from './report-store.ts'
import { indicator, measure, openCycle, publishedPlan } from './test-reports.ts'

let app: PeopleApp
const [anna, berta, sasha] = ['anna@reports.example', 'berta@reports.example', 'sasha@reports.example']
const trained = indicator('Coaches trained', 12)
const late = measure({ title: 'A box for worries in every school', indicators: [] })
const first = measure({ title: 'Training for coaches', indicators: [trained], starts: '2026-01-01' })
const few = { ...indicator('Children helped', 2), common: 'children-helped' }
const helped = measure({ title: 'Counselling', section: 'protection', indicators: [few] })
const measures = [first, late, helped, measure({ title: 'Round table', section: 'steering', starts: '2026-02-01' })]
let authority = ''
let plan = ''
beforeAll(async () => {
  app = await openPeopleApp()
  authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const person = await app.give(anna, 'officer', app.townScope)
  await app.give(berta, 'approver', app.townScope)
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  await forgetDemonstration(app.db)
  await openCycle(app.services.reports, 1)
  plan = await publishedPlan(app.services.reports, { authority, person, measures })
})
afterAll(() => app.close())
const { as, read, post } = visitorsOf(() => app)

type Fields = Record<string, string>
const plain = (form: ReturnType<typeof formOf>): Fields =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, `${[value].flat()[0] ?? ''}`]))

/** @returns the id of the report. */
async function begin(who: string, at: Town = town): Promise<string> {
  const answer = await post(who, urls.townProgress(at), { id: newId(), form: 'light' })
  const [, id = ''] = /progress\/([0-9a-f-]{36})\?done=begun$/.exec(answer.headers.get('location') ?? '') ?? []
  return id
}

/** Sends a page as it stands, with something changed. */
async function send(who: string, path: string, fields: Fields = {}): Promise<Response> {
  const html = await read(who, path)
  expect(htmlFaults(html)).toEqual([])
  return post(who, path, { ...sentFrom(html, path), ...fields })
}
const sentFrom = (html: string, path: string): Fields => {
  const form = html.split(/<form\b/).find((one) => one.includes(`action="${path}"`)) ?? ''
  return plain(formOf(`<form${form.split('</form>')[0] ?? ''} name="revision"`))
}

const questionsOn = (html: string) => [...html.matchAll(/name="(answer-[a-z]+)"/g)].map(([, name = '']) => name)

async function answerAll(who: string, id: string, text: string, at: Town = town): Promise<void> {
  for (const number of [1, 2, 3]) {
    const path = urls.townReportQuestions(at, id, number)
    const names = questionsOn(await read(who, path))
    const sent = await send(who, path, Object.fromEntries(names.map((name) => [name, `${text} (${name})`])))
    expect(sent.status).toBe(303)
  }
}

describe('the first report', () => {
  let id = ''
  const check = () => urls.townReportCheck(town, id)

  test('begun by two officers is one, and everything known stands there', async () => {
    const list = await read(anna, urls.townProgress(town))
    expect(htmlFaults(list)).toEqual([])
    id = await begin(anna)
    expect(await begin(berta)).toBe(id)
    const page = await read(berta, urls.townReport(town, id))
    expect(htmlFaults(page)).toEqual([])
    expect(page).toContain('kinds of service answered')
    const measuresPage = await read(anna, urls.townReportMeasures(town, id, 1))
    expect(measuresPage).toContain('Training for coaches')
    expect(measuresPage).toContain('12 on 1 January 2026')
    expect(measuresPage).toContain('fewer than five on 1 January 2026')
  })

  test('what the plan says is the answer by one tick, with what is written below it', async () => {
    const path = urls.townReportQuestions(town, id, 1)
    const html = await read(anna, path)
    for (const known of ['Steering body: Round table', 'Two school parliaments']) expect(html).toContain(known)
    const sent = { 'take-steering': 'yes', 'answer-steering': 'It met twice', 'take-children': 'yes' }
    expect((await send(anna, path, sent)).status).toBe(303)
    const given = (await readReport(app.db, id))?.answers
    const steering = 'Steering body: Round table\n\nCo-ordinated by: Youth office\n\nIt met twice'
    expect(given).toEqual({
      steering: { text: steering, same: false },
      children: { text: 'Two school parliaments', same: false },
    })
    expect(await read(anna, path)).not.toContain('take-steering')
    expect(await read(anna, urls.townReportQuestions(town, id, 3))).toContain(
      'A box for worries in every school: under way',
    )
  })

  test('a state without its reason and a value that can be read in two ways are refused; what was typed stays', async () => {
    const refused = await send(anna, urls.townReportMeasures(town, id, 1), {
      [`state-${late.id}`]: 'delayed',
      [`value-${first.id}-${trained.id}`]: '1,234',
      [`value-${helped.id}-${few.id}`]: '4',
    })
    const html = await refused.text()
    expect(html).toContain('A figure from 1 to 4')
    expect(html).toContain(`href="#value-${helped.id}-${few.id}"`)
    expect([refused.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain(`href="#reason-${late.id}"`)
    expect(html).toContain('value="1,234"')
    expect(html).toMatch(/<option value="delayed" selected/)
  })

  test('what is new goes into the plan; a colleague who was slower sees it', async () => {
    const path = urls.townReportMeasures(town, id, 1)
    const opened = sentFrom(await read(berta, path), path)
    const saved = await send(anna, path, {
      [`state-${late.id}`]: 'delayed',
      [`reason-${late.id}`]: 'The schools asked for more time',
      [`value-${first.id}-${trained.id}`]: '40',
    })
    expect(saved.headers.get('location')).toBe(`${urls.townReport(town, id)}?done=kept`)
    const drafted = await readMeasures(app.db, plan)
    expect(drafted.find((one) => one.id === first.id)?.indicators[0]?.values).toMatchObject([{ value: 40 }])
    const slower = await post(berta, path, { ...opened, [`state-${late.id}`]: 'done' })
    const html = await slower.text()
    expect([slower.status, htmlFaults(html)]).toEqual([409, []])
    expect(html).toContain('So far: delayed')
    expect(html).toContain('<option value="done" selected')
    expect((await readMeasures(app.db, plan)).find((one) => one.id === late.id)?.state).toBe('delayed')
  })

  test('what is missing is said with where it is mended; a telephone number is refused', async () => {
    const html = await read(anna, check())
    expect(htmlFaults(html)).toEqual([])
    expect(html).toContain(`${urls.townReportQuestions(town, id, 1)}#question-heard`)
    expect(html).not.toContain('Hand in the report')
    const path = urls.townReportQuestions(town, id, 1)
    const refused = await send(anna, path, { 'answer-steering': 'Call 020 7946 0123' })
    expect([refused.status, (await refused.text()).includes('Call 020 7946 0123')]).toEqual([422, true])
  })

  test.each([
    ['We met in the shelter at Kerkstraat 12', 'looks like a street address'],
    ['At Elm Street 14', 'looks like a street address'],
    ['Ask jan.devries@example.org', 'telephone numbers and addresses of mail'],
  ])('no answer and no reason tells where a place is or how to reach somebody: %s', async (words, why) => {
    const refused = [
      await send(anna, urls.townReportQuestions(town, id, 1), { 'answer-steering': words }),
      await send(anna, urls.townReportMeasures(town, id, 1), { [`reason-${late.id}`]: words }),
    ]
    for (const answer of refused) {
      const html = await answer.text()
      expect([answer.status, html.includes(why), html.includes(words)]).toEqual([422, true, true])
    }
  })

  test('handed in by two at once it is given once, and publishes what is new in the plan', async () => {
    await answerAll(anna, id, 'We met')
    const html = await read(anna, check())
    expect(htmlFaults(html)).toEqual([])
    expect(html).toContain('2 measures change')
    expect(html).toContain('State: under way, now delayed')
    expect(html).toContain('We met (answer-steering)')
    const fields = sentFrom(html, check())
    const both = await Promise.all([post(anna, check(), fields), post(berta, check(), fields)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await reportGiven(app.db, authority, 1)).toMatchObject({ version: 1 })
    const audited = await app.audited('progress.submit')
    expect(audited.filter(({ detail }) => 'cycle' in (detail as object))).toHaveLength(1)
    const versions = await app.db
      .selectFrom('published.plan_version')
      .select('version')
      .where('plan', '=', plan)
      .execute()
    expect(versions).toHaveLength(2)
  })

  test('everybody reads it; a correction is a new version, and the first stays', async () => {
    const path = urls.planReport('en', town, 1)
    const page = await app.nobody.get(path)
    const html = await page.text()
    expect([page.status, htmlFaults(html)]).toEqual([200, []])
    expect(html).toContain('We met (answer-steering)')
    expect(html).toContain('This is the first report')
    expect(html).toContain(`${urls.planVersion('en', town, plan, 2)}#m-${late.id}`)
    const planPage = await (await app.nobody.get(urls.planOne('en', town, plan))).text()
    expect(planPage).toContain('Report for cycle 1, given on')
    expect((await app.nobody.get(urls.planReport('ar', town, 1))).status).toBe(200)
    expect((await app.nobody.get(urls.planReport('en', town, 2))).status).toBe(404)
    await send(berta, urls.townReportQuestions(town, id, 1), { 'answer-heard': 'They want longer hours' })
    expect((await send(berta, check())).status).toBe(303)
    await eventually(async () => {
      expect(await (await app.nobody.get(path)).text()).toContain('They want longer hours')
    })
    const before = await (await app.nobody.get(urls.planReport('en', town, 1, 1))).text()
    expect(before).not.toContain('They want longer hours')
    expect(before).toContain('This is an earlier version')
  })

  test('the secretariat sees that it was given, and how long reports take', async () => {
    const html = await read(sasha, urls.reportCycle(1))
    expect(htmlFaults(html)).toEqual([])
    expect(html).toContain('Example Town')
    expect(await read(anna, urls.office())).not.toContain('Tell how far your plan is')
  })
})

describe('a plan that two towns carry', () => {
  const partner = { country: 'GB', slug: 'example-on-sea' }
  const bert = 'bert@reports.example'
  const half = measure({ title: 'Not thought through yet' })
  const versions = () =>
    app.db.selectFrom('published.plan_version').select('version').where('plan', '=', plan).execute()

  test('is not published by the report of the one that does not lead it, and the other is told', async () => {
    const found = app.db.selectFrom('published.authority').select('id').where('slug', '=', partner.slug)
    await app.give(bert, 'officer', { kind: 'authority', id: (await found.executeTakeFirstOrThrow()).id })
    await post(anna, urls.townPlanAct(town, plan, 'invite'), { country: 'GB', name: 'Example-on-Sea' })
    await post(bert, urls.townPlanAct(partner, plan, 'agree'), {})
    const publish = urls.townPlanPage(town, plan, 'publish')
    expect((await send(anna, publish)).status).toBe(303)
    const act = actOf('test', 'plans.add-measures', Temporal.Now.instant())
    await addMeasures(app.services.reports, act, plan, [half])
    const before = await versions()
    const id = await begin(bert, partner)
    await answerAll(bert, id, 'With the lifeboat', partner)
    const check = urls.townReportCheck(partner, id)
    const html = await read(bert, check)
    expect([htmlFaults(html), html.includes('Not thought through yet')]).toEqual([[], true])
    expect(html).toMatch(/Example Town\S* leads this plan and publishes what has changed in its draft/)
    for (const _ of [1, 2]) expect((await post(bert, check, sentFrom(html, check))).status).toBe(303)
    expect(await versions()).toEqual(before)
    const told = (await app.mails(anna)).filter(({ subject }) => subject.includes('changes wait for you'))
    expect(told).toHaveLength(1)
    const page = await (await app.nobody.get(urls.planReport('en', partner, 1))).text()
    expect(page).toContain('With the lifeboat (answer-steering)')
    expect(page).not.toContain('Not thought through yet')
    await post(bert, urls.townProgressReminders(partner), { do: 'off' })
  })
})

describe('the next report', () => {
  test('shows what the last one said; "still true" is enough, and everybody sees the difference', async () => {
    await openCycle(app.services.reports, 2)
    const id = await begin(anna)
    await send(anna, urls.townReportMeasures(town, id, 1), {
      [`state-${late.id}`]: 'under-way',
      [`value-${first.id}-${trained.id}`]: '64.5',
    })
    for (const number of [1, 2, 3]) {
      const path = urls.townReportQuestions(town, id, number)
      const names = questionsOn(await read(anna, path))
      const same = Object.fromEntries(names.map((name) => [name.replace('answer', 'same'), 'yes']))
      expect((await send(anna, path, same)).status).toBe(303)
    }
    const next = urls.townReportQuestions(town, id, 3)
    const both = await send(anna, next, { 'same-next': 'yes', 'answer-next': 'A second box' })
    expect(both.status).toBe(422)
    const written = sentFrom(await read(anna, next), next)
    delete written['same-next']
    expect((await post(anna, next, { ...written, 'answer-next': 'A second box' })).status).toBe(303)
    expect((await send(anna, urls.townReportCheck(town, id))).status).toBe(303)
    const html = await (await app.nobody.get(urls.planReport('en', town, 2))).text()
    expect(htmlFaults(html)).toEqual([])
    expect(html).toContain('State: delayed, now under way')
    expect(html).toContain('Coaches trained (people): 40, now 64.5')
    expect(html).toContain('One answer has changed')
    expect(html).toMatch(/<dt>delayed<\/dt><dd>0 \(last report: 1\)<\/dd>/)
    expect(html).toContain('As in the last report, and still true.')
    const file = await app.nobody.get(urls.planReportFile('en', town, 2, 'docx'))
    const docx = unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml']
    for (const said of ['delayed: 0 (last report: 1)', 'Compared with: '])
      expect(new TextDecoder().decode(docx)).toContain(said)
  })

  test('what was done in the last report is not asked again, and counts as looked at', async () => {
    await openCycle(app.services.reports, 3)
    const id = await begin(anna)
    const path = urls.townReportMeasures(town, id, 1)
    expect(await read(anna, path)).not.toContain('As in your last report')
    await send(anna, path, { [`state-${late.id}`]: 'done' })
    await answerAll(anna, id, 'Still')
    expect((await send(anna, urls.townReportCheck(town, id))).status).toBe(303)
    await openCycle(app.services.reports, 4)
    const next = await begin(anna)
    const html = await read(anna, urls.townReportMeasures(town, next, 1))
    expect(htmlFaults(html)).toEqual([])
    expect(html).toContain('As in your last report: 1 measure done or dropped')
    expect(html).not.toContain(`state-${late.id}`)
    // In the spreadsheet it stands below all others, and is checked as they are.
    const file = await (await as(anna)).get(urls.townReportSheetFile(town, next))
    const rows: string[][] = []
    for await (const { record } of (await openSheet(new Uint8Array(await file.arrayBuffer()), 1e7, 0)).lines)
      rows.push([...record])
    expect([rows.at(-2)?.[2], rows.at(-1)?.[2]]).toEqual([
      'Done or dropped in your last report: nothing to fill in, unless it is otherwise now.',
      late.facts.title,
    ])
    expect((await send(anna, urls.townReportMeasures(town, next, 1))).status).toBe(303)
    expect(await read(anna, urls.townReportCheck(town, next))).not.toContain('not been looked at')
  })

  test('with two pairs of eyes an approver hands it in who has not written last', async () => {
    await openCycle(app.services.reports, 5)
    const id = await begin(berta)
    await answerAll(berta, id, 'Again')
    await post(berta, urls.officeTwoPairs(town), { on: 'yes' })
    const own = await send(berta, urls.townReportCheck(town, id))
    const html = await own.text()
    expect([own.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain('two pairs of eyes')
    await send(anna, urls.townReportQuestions(town, id, 3), { 'answer-next': 'More' })
    expect((await send(berta, urls.townReportCheck(town, id))).status).toBe(303)
  })
})

describe('reminders', () => {
  const subject = /your progress report by/
  const toAnna = async () => (await app.mails(anna)).filter((mail) => subject.test(mail.subject)).length

  test('come 90 and 30 days before, once each, unless the town wants none', async () => {
    await openCycle(app.services.reports, 6, 80)
    const { reports } = app.services
    await remindTowns(reports)
    await remindTowns(reports)
    expect(await toAnna()).toBe(1)
    await post(anna, urls.townProgressReminders(town), { do: 'off' })
    app.wait({ hours: 60 * 24 })
    expect(await remindTowns(reports)).toBe(0)
    await post(anna, urls.townProgressReminders(town), { do: 'on' })
    await remindTowns(reports)
    expect(await toAnna()).toBe(2)
    expect(cycleOn(await readCycles(app.db), '2999-01-01')?.number).toBe(6)
  })
})
