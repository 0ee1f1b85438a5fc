import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { formOf } from '../../../../tests/page-form.ts'
import type { Database } from '../../../platform/db/database.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { keepSchoolHolidays, schoolHolidayStamp } from '../keep-school-holidays.ts'
import { ownSchoolHolidays } from '../school-holiday-store.ts'
import { actAs } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { checklistNextSteps } from './next-steps.ts'
import { addService, openTestTown, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const page = urls.officeSchoolHolidays(town)
let database: Database
let deps: OfficeChecklistDeps
let [id, region] = ['', '']
let anna: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, region, deps, anna } = await openTestTown(database))
})

const form = async () => formOf(await (await anna.get(page)).text())
const kept = () => ownSchoolHolidays(database.db, id)
const spring = { 'holiday-0-from': '21.2.2026', 'holiday-0-to': '2026-03-01' }
const may = { 'holiday-1-from': '25/4/2026', 'holiday-1-to': '3.5.2026' }

test('dates are entered, changed and taken out', async () => {
  expect(htmlFaults(await (await anna.get(page)).text())).toEqual([])
  expect((await anna.post(page, { ...(await form()), ...spring, ...may })).status).toBe(303)
  expect(await kept()).toEqual([
    { from: '2026-02-21', to: '2026-03-01' },
    { from: '2026-04-25', to: '2026-05-03' },
  ])
  expect((await anna.post(page, { ...(await form()), 'holiday-0-remove': 'yes' })).status).toBe(303)
  expect(await kept()).toEqual([{ from: '2026-04-25', to: '2026-05-03' }])
})

test('what is half, the wrong way round, too long or there twice is told where it was typed, and nothing is lost', async () => {
  const wrong = {
    ...{ 'holiday-0-from': '21.2.2026', 'holiday-0-to': '' },
    ...{ 'holiday-1-from': '3.5.2026', 'holiday-1-to': '25.4.2026' },
    ...{ 'holiday-2-from': '1.7.2026', 'holiday-2-to': '1.7.2027' },
    ...{ 'holiday-3-from': 'summer', 'holiday-3-to': '1.9.2026' },
    ...{ 'holiday-4-from': '1.10.2026', 'holiday-4-to': '9.10.2026' },
    ...{ 'holiday-5-from': '9.10.2026', 'holiday-5-to': '10.10.2026' },
  }
  const answer = await anna.post(page, { ...(await form()), ...wrong })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(htmlFaults(html)).toEqual([])
  for (const words of ['first and the last day', 'not come before', 'four months', 'summer” is not a day', 'already']) {
    expect(html).toContain(words)
  }
  expect(formOf(html)).toMatchObject(wrong)
  expect(await kept()).toEqual([])
})

test('more holidays than anybody has are refused, not left out', async () => {
  const first = Temporal.PlainDate.from('2026-01-01')
  const many = Array.from({ length: 101 }, (_, row) => {
    const day = first.add({ days: 2 * row }).toString()
    return { [`holiday-${row}-from`]: day, [`holiday-${row}-to`]: day }
  })
  expect((await anna.post(page, Object.assign(await form(), ...many))).status).toBe(422)
  expect(await kept()).toEqual([])
})

test('dates of an area hold for its town and are shown there; a colleague who was faster is told', async () => {
  const ranges = [{ from: '2026-02-21', to: '2026-03-01' }]
  await keepSchoolHolidays(deps, actAs('rita'), region, { ranges, seen: schoolHolidayStamp([]) })
  const shown = await (await anna.get(page)).text()
  expect(shown).toContain('Now the dates of Example Town hold for you')
  expect(shown).toContain('21 February 2026 to 1 March 2026')
  const early = await form()
  await anna.post(page, { ...(await form()), ...may })
  const late = await anna.post(page, { ...early, ...spring })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('25 April 2026 to 3 May 2026')
  expect((await anna.post(page, formOf(html))).status).toBe(303)
  expect(await kept()).toEqual(ranges)
})

test('the office asks for dates as long as a service depends on them and nobody has entered any', async () => {
  const steps = async () => {
    const roles = [{ role: 'officer', scope: { kind: 'authority', id } }] as const
    const person = { id, email: '', name: '', language: 'en', roles }
    const translator = deps.i18n.translator('en')
    if (!translator) throw new Error('no texts')
    return (await checklistNextSteps(deps)(person, translator)).map(({ href }) => href)
  }
  const service = await addService(deps, id)
  expect(await steps()).not.toContain(page)
  const hours = urls.officeServicePart(town, service, 'hours')
  const fields = { 'day-1': '9-17', schoolHolidays: 'other', 'school-day-1': '9-12' }
  const shown = await (await anna.get(hours)).text()
  expect(shown).toContain('Nobody has entered the dates for your town')
  expect((await anna.post(hours, { ...formOf(shown), ...fields })).status).toBe(303)
  expect(await steps()).toContain(page)
  await anna.post(page, { ...(await form()), ...spring, ...may })
  expect(await steps()).not.toContain(page)
  expect(await (await anna.get(hours)).text()).toContain('The dates of Example Town are known until 3 May 2026.')
})
