/** Official lists that come through the browser, with whatever headings and in whatever file. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formTo } from '../../../tests/page-form.ts'
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { testWorkbook, textRow } from '../checklist/import-services/xlsx/test-workbook.ts'
import { mergersHandlers } from './compare-list.ts'
import { addTowns, bringFiles, country, decideColumns, handIn, planOfRows, validFrom } from './test-mergers.ts'
import { activeNames, decideAll, importReal, nextYear, placesOf, plannedItems } from './test-years.ts'

let app: TestApp
let secretariat: Visitor
const db = () => app.services.database.db
const plan = urls.officePlan(country)
const columns = urls.officePlanAct(country, 'columns')
const bring = (files: Readonly<Record<string, string | File>>) => bringFiles(secretariat, country, files)
const waiting = () => db().selectFrom('office.list_upload').select('id').execute()
const plans = () => db().selectFrom('office.list_plan').select('id').execute()

beforeAll(async () => {
  app = await testApp()
  secretariat = await signIn(app, 'Sasha', [{ role: 'secretariat', scope: { kind: 'instance' } }])
  await addTowns(
    app.services,
    [1, 2, 3, 4, 5].map((code) => ({ code: `${code}`, name: `Dorf ${code}`, population: `${code}00` })),
  )
})
afterAll(() => app.close())

const bytes = (...each: readonly number[]) => new File([Uint8Array.of(...each)], 'list')

test('a list is refused where it is half empty, cannot be read or is of nobody; nothing is stored then', async () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ code: `9${index}`, name: `Weiler ${index}`, kind: 'joint' }))
  await addTowns(app.services, many)
  const half = await planOfRows(app.services, many.slice(0, 10))
  expect(half).toEqual({ outcome: 'unbelievable', gone: 20, known: 30 })
  expect(await planOfRows(app.services, [{ code: '1', name: '' }])).toMatchObject({ outcome: 'refused' })
  const unknown = await planOfRows(app.services, [{ code: 'x', scheme: 'OTHER', name: 'X' }])
  expect(unknown).toEqual({ outcome: 'unknown-country' })
  const refused = await handIn(app.services, secretariat, country, 'code,name\n1,\n', { validFrom: '2026-02-30' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="2026-02-30"')
  const chosen = { 'column-0': 'code', 'column-1': 'name' }
  const empty = await handIn(app.services, secretariat, country, 'Nr,Ort\n1,\n', chosen)
  expect(await empty.text()).toContain('Line \u20682\u2069, column \u2068Ort\u2069. Expected: a name')
  expect(await plans()).toEqual([])
})

test.each([
  ['one column alone', 'one column\n1\n', 'it has one column'],
  ['headings alone', 'code,name\n', 'no row below the headings'],
  ['two headings that are the same', 'code,code\n1,2\n', 'a different heading for each column'],
  ['letters of another encoding', bytes(0x63, 0x2c, 0x6e, 0x0a, 0xfc, 0x2c, 0xe9, 0x0a), 'The letters of this file'],
  ['a workbook of long ago', bytes(0xd0, 0xcf, 0x11, 0xe0, 0), 'old or locked workbook'],
  ['a broken workbook', bytes(0x50, 0x4b, 3, 4, 0), 'This file cannot be read'],
  ['a picture', bytes(1, 0, 2), 'neither a CSV'],
  ['more than anybody needs', new File(['code,name\n', 'x'.repeat(12_000_000)], 'list'), 'at most 12 megabytes'],
  ['nothing', '', 'Choose the file'],
])('%s is refused with what to do', async (_, list, sentence) => {
  const answer = await bring({ list })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
  expect(await plans()).toEqual([])
})

test('a list may have any headings, and what they hold is remembered for the country', async () => {
  const theirs = 'BFS-Nr;Bezeichnung;Region;Wohnbevölkerung\n9;Neudorf;XX1;12\n'
  await bring({ list: theirs, movements: 'alt;neu;wann\n1;5;1.1.2026\n' })
  const first = await secretariat.read(columns)
  const start = await secretariat.read(plan)
  expect([...htmlFaults(first), ...htmlFaults(start)]).toEqual([])
  expect(start).toContain('Go on with this list')
  expect(first).toContain('In its first row: <bdi>Neudorf</bdi>')
  const asked = formTo(first, columns) as Record<string, string>
  expect(asked).toMatchObject({ 'column-0': 'code', 'column-1': '', 'moved-old': 'alt', 'moved-new': 'neu' })

  expect((await secretariat.post(columns, { ...asked, id: newId() })).status).toBe(409)
  // Chosen twice, and no name: what was chosen stays.
  const wrong = await secretariat.post(columns, { ...asked, 'column-1': 'code', source: 'Amt' })
  expect(wrong.status).toBe(422)
  const again = await wrong.text()
  expect(htmlFaults(again)).toEqual([])
  expect(again).toContain('which column holds the name')
  expect(formTo(again, columns)).toMatchObject({ 'column-1': 'code', source: 'Amt' })

  // A region that nobody knows is told now, not when everything is decided.
  const on = validFrom.toString()
  const decided = { ...asked, 'column-1': 'name', 'column-2': 'nuts', 'column-3': 'population', validFrom: on }
  const nowhere = await (await decideColumns(app.services, secretariat, country, { ...decided, source: 'Amt' })).text()
  expect(nowhere).toContain('column \u2068Region\u2069. Expected: codes')
  const { turn = '' } = formTo(nowhere, columns) as Record<string, string>
  const wrongDay = { ...decided, turn, source: 'Amt', 'moved-date': 'alt' }
  const dated = await decideColumns(app.services, secretariat, country, wrongDay)
  expect(await dated.text()).toContain('Line \u20682\u2069, column \u2068alt\u2069. Expected: a day')

  await bring({ list: theirs.replace('Neudorf', 'Anders') })
  expect(await waiting()).toHaveLength(1)
  expect(formTo(await secretariat.read(columns), columns)).toMatchObject({
    ...{ 'column-0': 'code', 'column-1': 'name', 'column-2': 'nuts', 'column-3': 'population', source: 'Amt' },
  })
  expect(await plans()).toEqual([])
})

test('whoever waits sees where the list stands, and a comparison that broke off is done again', async () => {
  const { services } = app
  await bring({ list: 'code,name\n1,Dorf 1\n2,Dorf 2\n3,Dorf 3\n4,Dorf 4\n5,Dorf am See\n' })
  const asked = formTo(await secretariat.read(columns), columns) as Record<string, string>
  const fields = { ...asked, validFrom: validFrom.toString() }
  for (const _ of [1, 2]) expect((await secretariat.post(columns, fields)).headers.get('location')).toBe(columns)
  const jobs = () => sql`select from jobs.job where name = 'mergers.compare' and data ->> 'id' = ${asked['id']}`
  expect((await jobs().execute(db())).rows).toHaveLength(1)
  const [waits, start] = [await secretariat.read(columns), await secretariat.read(plan)]
  expect([...htmlFaults(waits), ...htmlFaults(start)]).toEqual([])
  expect(waits).toContain('It waits for its turn.')
  expect(start).toContain('is being compared')

  // The file is away: again and again, then it is said.
  const piece = await db().deleteFrom('office.list_piece').returningAll().execute()
  const [handler] = mergersHandlers(services.mergers)
  const turn = { id: asked['id'], turn: 1 }
  await expect(handler?.run(turn, { last: false })).rejects.toThrow('gone')
  expect(await secretariat.read(columns)).toContain('Nothing is read yet.')
  await expect(handler?.run(turn, { last: true })).rejects.toThrow('gone')
  const failed = await secretariat.read(columns)
  expect(failed).toContain('by a fault of this service')
  expect(await secretariat.read(plan)).toContain('could not become a plan')
  await db().insertInto('office.list_piece').values(piece).execute()
  const again = { ...fields, ...(formTo(failed, columns) as Record<string, string>) }

  const compared = await decideColumns(services, secretariat, country, again)
  expect(compared.headers.get('location')).toBe(`${plan}?done=planned`)
  await handler?.run({ id: asked['id'], turn: 2 }, { last: false })
  expect(await plannedItems(db(), country)).toEqual([['renamed', '5', 'Dorf 5', null, null]])
  expect([await waiting(), await db().selectFrom('office.list_piece').select('file').execute()]).toEqual([[], []])
  await secretariat.post(urls.officePlanAct(country, 'discard'))
})

test('a workbook is a list like any other, and a cell that lost something is refused', async () => {
  const cells = (...each: string[]) => `<row>${each.join('')}</row>`
  const word = (text: string) => `<c t="str"><v>${text}</v></c>`
  const number = (value: string) => `<c><v>${value}</v></c>`
  const rows = (people: string) =>
    textRow('Nr', 'Name', 'Einwohner', 'kind') +
    [1, 2, 3, 4]
      .map((code) => cells(number(`${code}`), word(`Dorf ${code}`), number(`${code}00`), word('Dorf')))
      .join('') +
    cells(number('5'), word('Dorf am See'), people)
  const file = (people: string) => new File([testWorkbook({ rows: rows(people) })], 'list.xlsx')
  // A heading of ours whose cells are not: it is left out.
  const without = { 'column-3': '' }
  const refused = await handIn(app.services, secretariat, country, file('<c t="e"><v>#N/A</v></c>'), without)
  expect(await refused.text()).toContain('Line \u20686\u2069, column \u2068Einwohner\u2069. Expected: a whole number')
  const planned = await handIn(app.services, secretariat, country, file(number('500')), without)
  expect(planned.headers.get('location')).toBe(`${plan}?done=planned`)
  expect(await plannedItems(db(), country)).toEqual([['renamed', '5', 'Dorf 5', null, null]])
  await secretariat.post(urls.officePlanAct(country, 'discard'))
})

/** The list of Eurostat stands beside the repository where it is developed; it is not part of it. */
const places = join(import.meta.dirname, '../../../../shared/data/places/lau-2020.csv.gz')

describe('the real list of a country, and a next year that is derived from it', () => {
  test.for(['AL', 'DK', 'EE'])('%s: exactly what differs is planned, and then done', async (where, { skip }) => {
    if (!existsSync(places)) return skip('the list of local administrative units is not on this machine')
    const known = await placesOf(places, where)
    await importReal(app.services, where, known)
    const { list, movements, chosen, items, after } = nextYear(known)
    const answer = await handIn(app.services, secretariat, where, list, chosen, movements)
    expect(answer.headers.get('location')).toBe(`${urls.officePlan(where)}?done=planned`)
    expect(await plannedItems(db(), where)).toEqual(items)
    await decideAll(secretariat, where, items)
    const done = await secretariat.post(urls.officePlanAct(where, 'apply'))
    expect(done.headers.get('location')).toBe(`${urls.officePlan(where)}?done=applied`)
    expect(await activeNames(db(), where)).toEqual(after)
    const { rows } = await sql`select from office.list_plan where country = ${where} and ended_at is null`.execute(db())
    expect(rows).toEqual([])
  })
})
