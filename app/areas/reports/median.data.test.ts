/** How long reports take: the time from opening to handing in, of the middle one. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetDemonstration } from '../../../tests/forget-plans.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { measure, openCycle, publishedPlan } from './test-reports.ts'

let app: PeopleApp
let plan = ''
const sasha = 'sasha@median.example'
beforeAll(async () => {
  app = await openPeopleApp()
  const authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const person = await app.give(sasha, 'secretariat', { kind: 'instance' })
  await forgetDemonstration(app.db)
  await openCycle(app.services.reports, 1)
  plan = await publishedPlan(app.services.reports, { authority, person, measures: [measure({ title: 'Training' })] })
})
afterAll(() => app.close())
const { read } = visitorsOf(() => app)
const words = 'from opening to handing in'

test('half of the reports took at most so long, whatever the slowest took; one that is open counts for nothing', async () => {
  expect(await read(sasha, urls.reportCycle(1))).not.toContain(words)
  await sql`
    insert into office.report (id, authority, plan, cycle, form, language, opened_at, submitted_at, changed_at)
    select gen_random_uuid(), town.id, ${plan}::uuid, 1, 'light', 'en', now() - town.minutes * interval '1 minute',
      case when town.minutes < 1000 then now() end, now()
    from (select id, (array[60, 4, 12, 61, 10, 1000])[row_number() over (order by id)] as minutes
      from published.authority order by id limit 6) as town`.execute(app.db)
  expect(await read(sasha, urls.reportCycle(1))).toContain(`at most 12 minutes ${words}`)
})
