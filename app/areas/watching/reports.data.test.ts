import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { takeReport } from './report-store.ts'
import { takeReportsOut, tellOverdue, todayIn } from './reports.ts'

let app: PeopleApp
beforeAll(async () => {
  app = await openPeopleApp()
})
beforeEach(async () => {
  for (const table of ['office.reader_report', 'published.reader_answer', 'jobs.job']) {
    await sql`delete from ${sql.table(table)}`.execute(app.db)
  }
})
afterAll(() => app.close())

const authority = () => (app.townScope.kind === 'authority' ? app.townScope.id : '')

/** A service of the town's own with a phone: one with the 3-month clock, or another. */
async function service(protects: boolean): Promise<string> {
  const { rows } = await sql<{ id: string; kinds: string[] }>`
    select id, kinds from published.service
    where authority = ${authority()} and jsonb_array_length(facts -> 'phones') > 0 order by position`.execute(app.db)
  const { checklist } = app.services.reference
  const found = rows.find(
    ({ kinds }) => kinds.some((kind) => checklist.byId(kind)?.reviewEveryMonths === 3) === protects,
  )
  if (!found) throw new Error('the demonstration has no such service')
  return found.id
}

const formId = (html: string) => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''

async function say(id: string, reason: string, form?: string) {
  const path = urls.serviceWrong('en', town, id)
  const given = form ?? formId(await (await app.nobody.get(path)).text())
  const answer = await app.nobody.post(path, { form: given, reason })
  await takeReportsOut(app.services.watching)
  return { answer, form: given }
}

async function reports() {
  const { rows } = await sql<{ id: string; reason: string; count: number; due: string; outcome: string | null }>`
    select id, reason, cardinality(forms) as count, due::text as due, outcome from office.reader_report order by first_at`.execute(
    app.db,
  )
  return rows
}

async function decide(fields: Record<string, string>) {
  const officer = await app.signIn(approver)
  const [one] = await reports()
  return officer.post(urls.officeReport(town, one?.id ?? ''), fields)
}

describe('a reader says that something is wrong', () => {
  test('with one button: nothing can be typed, and where to turn with a child in need stands before it', async () => {
    const id = await service(true)
    const page = await (await app.nobody.get(urls.service('en', town, id))).text()
    expect(page).toContain(`href="${urls.serviceWrong('en', town, id)}"`)
    const form = await (await app.nobody.get(urls.serviceWrong('en', town, id))).text()
    expect(htmlFaults(form)).toEqual([])
    expect(form).not.toMatch(/<textarea|<select|<input[^>]*type="(?!hidden)/)
    expect(form.indexOf('Nobody reads this at once')).toBeLessThan(form.indexOf('<form'))
    expect(form).toContain('data-help-numbers')
    expect(form).toContain('content="noindex"')
  })

  test('is told what happens and by when; no cookie is set, and nothing of it stands in the address', async () => {
    const { answer } = await say(await service(true), 'number')
    expect(answer.headers.getSetCookie()).toEqual([])
    const path = answer.headers.get('location') ?? ''
    expect([answer.status, path]).toEqual([303, urls.serviceWrongSent('en', town, await service(true))])
    const page = await (await app.nobody.get(path)).text()
    expect(htmlFaults(page)).toEqual([])
    expect(page).toContain('within 3 working days')
  })

  test('another reason than those offered is not taken', async () => {
    const { answer } = await say(await service(true), 'my father')
    expect(answer.status).toBe(422)
    expect(await reports()).toEqual([])
  })

  test('the same reason is one thing to look at, counted by forms; the officers hear of it once', async () => {
    const id = await service(true)
    const { form } = await say(id, 'number')
    await say(id, 'number', form)
    await say(id, 'number')
    await say(id, 'closed')
    expect((await reports()).map(({ reason, count }) => [reason, count])).toEqual([
      ['number', 2],
      ['closed', 1],
    ])
    const mails = await app.mails(approver)
    expect(mails.filter(({ subject }) => subject.includes('a reader says'))).toHaveLength(2)
    const recorded = await app.audited('watching.report')
    expect(recorded).toContainEqual({ authority: authority(), detail: { reason: 'closed' }, person: null })
  })

  test('a flood makes one row that stops growing', async () => {
    const id = await service(true)
    await say(id, 'other')
    await sql`update office.reader_report set forms = array(select gen_random_uuid() from generate_series(1, 50))`.execute(
      app.db,
    )
    await say(id, 'other')
    expect(await reports()).toMatchObject([{ count: 50 }])
  })

  test('a service that is gone when the report is taken out makes no work', async () => {
    const gone = { id: newId(), service: newId(), reason: 'other', sentAt: app.services.clock.now() } as const
    await app.services.database.take((intake) => takeReport(intake, gone))
    expect(await takeReportsOut(app.services.watching)).toBe(1)
    expect(await reports()).toEqual([])
  })
})

describe('the town', () => {
  test('has three working days where the service protects, ten elsewhere', async () => {
    await say(await service(true), 'number')
    await say(await service(false), 'number')
    const [soon, later] = (await reports()).map(({ due }) => due)
    expect((soon ?? '') < (later ?? '')).toBe(true)
  })

  test('finds it in its list and among what is to do next, by service, with how many', async () => {
    const id = await service(true)
    await say(id, 'number')
    await say(id, 'number')
    const officer = await app.signIn(approver)
    expect(await (await officer.get(urls.office())).text()).toContain(`href="${urls.officeReports(town)}"`)
    const list = await (await officer.get(urls.officeReports(town))).text()
    expect(htmlFaults(list)).toEqual([])
    expect(list).toContain('The phone number does not work')
    expect(list).toContain('2 times')
    const [one] = await reports()
    const page = await (await officer.get(urls.officeReport(town, one?.id ?? ''))).text()
    expect(htmlFaults(page)).toEqual([])
  })

  test('decides once; the first decision holds', async () => {
    await say(await service(true), 'number')
    expect((await decide({ outcome: 'right' })).headers.get('location')).toContain('done=decided')
    expect((await decide({ outcome: 'passed-on', tell: 'yes' })).headers.get('location')).toContain('done=before')
    expect(await reports()).toMatchObject([{ outcome: 'right' }])
    expect((await app.db.selectFrom('published.reader_answer').selectAll().execute()).length).toBe(0)
  })

  test('says on the public page what was done, if it wants, for 90 days', async () => {
    const id = await service(true)
    const page = async () => (await app.nobody.get(urls.service('en', town, id))).text()
    await say(id, 'number')
    expect(await page()).not.toContain('A reader told us')
    await decide({ outcome: 'right', tell: 'yes' })
    await expect.poll(page).toContain('A reader told us that the phone number did not work. Checked on')
    expect(htmlFaults(await page())).toEqual([])
    app.wait({ hours: 24 * 91 })
    expect(await page()).not.toContain('A reader told us')
    app.wait({ hours: -24 * 91 })
  })

  test('cannot say that it is corrected before the correction is public', async () => {
    const id = await service(true)
    await say(id, 'number')
    await sql`update office.draft_service set facts = jsonb_set(facts, '{provider}', '"Somebody else"') where id = ${id}`.execute(
      app.db,
    )
    const refused = await decide({ outcome: 'repaired', tell: 'yes' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Publish them first')
    const officer = await app.signIn(approver)
    const seen = /name="seen" value="([^"]*)"/.exec(await (await officer.get(urls.officePublish(town))).text())?.[1]
    await officer.post(urls.officePublish(town), { seen: seen ?? '' })
    expect((await decide({ outcome: 'repaired', tell: 'yes' })).status).toBe(303)
  })
})

describe('what a town leaves lying', () => {
  test('comes to its association when the day is over, once', async () => {
    await app.give('coordinator@association.example', 'coordinator', app.associationScope)
    await say(await service(true), 'number')
    const told = async () =>
      (await app.mails('coordinator@association.example')).filter(({ subject }) =>
        subject.includes('nobody has looked'),
      )
    expect(await tellOverdue(app.services.watching)).toBe(0)
    app.wait({ hours: 24 * 14 })
    expect(await tellOverdue(app.services.watching)).toBe(1)
    expect(await tellOverdue(app.services.watching)).toBe(0)
    expect(await told()).toHaveLength(1)
    const coordinator = await app.signIn('coordinator@association.example')
    const home = async () => (await coordinator.get(urls.office())).text()
    expect(await home()).toContain('waits too long')
    await decide({ outcome: 'right' })
    expect(await home()).not.toContain('waits too long')
  })

  test('comes to the secretariat where nobody coordinates, as soon as there is anybody, and stands in its work', async () => {
    await sql`delete from accounts.role where role in ('coordinator', 'secretariat')`.execute(app.db)
    await say(await service(true), 'number')
    app.wait({ hours: 24 * 14 })
    expect(await tellOverdue(app.services.watching)).toBe(0)
    await app.give('secretary@instance.example', 'secretariat', { kind: 'instance' })
    expect(await tellOverdue(app.services.watching)).toBe(1)
    expect(await tellOverdue(app.services.watching)).toBe(0)
    const mails = await app.mails('secretary@instance.example')
    expect(mails.filter(({ subject }) => subject.includes('nobody has looked'))).toHaveLength(1)
    const home = async () => (await (await app.signIn('secretary@instance.example')).get(urls.office())).text()
    expect(await home()).toContain('waits too long')
    await app.give('coordinator@association.example', 'coordinator', app.associationScope)
    expect(await home()).not.toContain('waits too long')
  })
})

test('days on which offices of the region are closed do not count', async () => {
  const { watching } = app.services
  const today = todayIn(watching, { timeZone: 'Europe/Amsterdam' })
  const reopened = today.add({ days: 20 })
  const closed = {
    ...watching,
    isPublicHoliday: (_: string, date: string, nuts?: string) => nuts === 'NL999' && date < reopened.toString(),
  }
  const due = async () => {
    await sql`delete from office.reader_report`.execute(app.db)
    const sent = { id: newId(), service: await service(true), reason: 'number', sentAt: watching.clock.now() } as const
    await app.services.database.take((intake) => takeReport(intake, sent))
    await takeReportsOut(closed)
    return (await reports())[0]?.due ?? ''
  }
  expect((await due()) < reopened.toString()).toBe(true)
  await sql`insert into published.authority_code (authority, country, scheme, code)
    values (${authority()}, 'NL', 'NUTS', 'NL999')`.execute(app.db)
  expect((await due()) >= reopened.toString()).toBe(true)
})
