import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { fixedClock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { keepMonths } from '../keep-months.ts'
import { listMonths } from '../month-store.ts'
import { saveAnswer } from '../service.ts'
import { actAs, facts, text } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { addService, openTestOffice, openTestTown, publishFrom, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const page = urls.officeMissing(town)
let database: Database
let id: string
let deps: OfficeChecklistDeps
let anna: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, deps, anna } = await openTestTown(database))
})

const html = async (path = page) => (await anna.get(path)).text()
const links = (text: string) => [...text.matchAll(/<a class="govuk-link" href="(\/office[^"]*)"/g)].map(([, to]) => to)

test('what is missing stands in order, and each of it leads to the very field', async () => {
  await addService(deps, id, { kinds: ['child-helpline'] })
  const text = await html()
  expect(htmlFaults(text)).toEqual([])
  expect(text).toContain('You can stop at any time: everything you save is kept.')
  const found = links(text).filter((to) => to !== undefined && !to.includes('?page='))
  expect(found[0]).toBe(`${urls.officeKind(town, 'child-help-page')}#status`)
  const fields = found.filter((to) => to?.includes('#'))
  for (const part of ['contact', 'conditions', 'hours']) expect(fields.join()).toContain(`/${part}#`)
  for (const to of new Set(fields)) {
    const [path = '', field] = to?.split('#') ?? []
    expect([to, (await html(path)).includes(`id="${field}"`)]).toEqual([to, true])
  }
})

test('a long list comes in pages that hold all of it', async () => {
  for (let count = 0; count < 12; count += 1) await addService(deps, id, { name: text(`Service ${count}`) })
  const first = await html()
  const [, total = ''] = /([\d,]+) things to do/.exec(first) ?? []
  const [, more = ''] = /And ([\d,]+) more on the next pages/.exec(first) ?? []
  expect(Number(total.replace(',', '')) - Number(more.replace(',', ''))).toBe(50)
  const items = async (number: number) =>
    (await html(urls.officeMissing(town, number))).match(/<span class="govuk-hint">\d+ minutes?<\/span>/g)?.length ?? 0
  let shown = 0
  const pages = Math.ceil(Number(total.replace(',', '')) / 50)
  for (let number = 1; number <= pages; number += 1) shown += await items(number)
  expect(shown).toBe(Number(total.replace(',', '')))
  expect(await html(urls.officeMissing(town, 999))).not.toContain('more on the next page')
})

const answered = (kind: string) =>
  saveAnswer(deps, actAs('anna'), id, { kind, status: 'not-our-task', plannedFor: null, note: text('The district') }, 0)
const at = (moment: string): OfficeChecklistDeps => ({ ...deps, clock: fixedClock(moment) })
const past = async (moment: string) => {
  const office = openTestOffice(at(moment), id, 'anna@example.org')
  return (await (await office.get(page)).text()).split('id="past"')[1] ?? ''
}

test('each month is kept once for whoever has published, and the town sees its own way', async () => {
  await keepMonths(at('2026-01-01T03:23:00Z'))
  expect(await listMonths(database.db, id, 9)).toEqual([])
  await addService(deps, id, { ...facts() })
  await answered('child-helpline')
  await publishFrom(anna)
  expect(await past('2026-04-20T10:00:00Z')).toContain('There is no earlier month')
  expect(await keepMonths(at('2026-04-02T03:23:00Z'))).toBeGreaterThan(0)
  expect(await keepMonths(at('2026-04-03T03:23:00Z'))).toBe(0)
  await answered('school-support')
  await answered('trauma-therapy')
  await publishFrom(anna)
  await keepMonths(at('2026-04-30T03:23:00Z'))
  await keepMonths(at('2026-05-01T03:23:00Z'))
  const months = await listMonths(database.db, id, 9)
  expect(months.map(({ month, coreAnswered, services }) => [`${month}`, coreAnswered, services])).toEqual([
    ['2026-05', 3, 1],
    ['2026-04', 1, 1],
  ])
  const shown = await past('2026-05-20T10:00:00Z')
  expect(shown).toContain('2 core items more are answered than in April 2026.')
  expect(shown).toContain('3 of 20')
  expect(await past('2026-04-20T10:00:00Z')).toContain('There is no earlier month')
})
