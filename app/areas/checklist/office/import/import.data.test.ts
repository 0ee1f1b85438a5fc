import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../../tests/database.ts'
import { formOf } from '../../../../../tests/page-form.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/ids.ts'
import { urls } from '../../../../urls.ts'
import { testWorkbook, textRow } from '../../import-services/xlsx/test-workbook.ts'
import { readDraft, saveService } from '../../service.ts'
import { actAs, at, facts, text } from '../../test-town.ts'
import {
  addService,
  fieldValue,
  openTestOffice,
  openTestTown,
  type TestOffice,
  testOfficeDeps,
} from '../test-office.ts'

const town = { country: 'NL', slug: 'example-town' }

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

let given: Awaited<ReturnType<typeof openTestTown>>
beforeEach(async () => {
  given = await openTestTown(database)
})

const rows = (...lines: string[]) => ['Nr;Naam;Soort;Telefoon;Straat;Plaats;Geheim', ...lines].join('\r\n')
const list = rows('1;Oor;3;0800 1111;Markt 1;Example Town;', '2;Huis;3;;Zonnehof 7;Example Town;yes', '3;Fout;99;;;;')

const choice = {
  ...{ source: '', listName: 'list', language: 'nl', defaultKind: '', idHeading: 'Nr', revision: '0' },
  ...{ 'column-0': 'source_id', 'column-1': 'name', 'column-2': 'kinds', 'column-3': 'phones' },
  ...{ 'column-4': 'street', 'column-5': 'town', 'column-6': 'confidential' },
}

const read = async (who: TestOffice, path: string) => (await who.get(path)).text()
/** Brings a file, and takes what is proposed for its columns. @returns where it would be taken over. */
async function bringFile(who: TestOffice, content: Uint8Array<ArrayBuffer>, listName: string): Promise<string> {
  const form = new FormData()
  form.set('id', newId())
  form.set('file', new File([content], 'services'))
  const path = (await who.send(urls.officeImport(town), form)).headers.get('location') ?? ''
  const proposed = Object.entries(formOf(await read(who, path))).filter(([name]) => name !== 'source')
  await who.post(path, { ...Object.fromEntries(proposed), listName })
  return path.replace('/columns', '')
}

const drafted = async () => (await readDraft(database.db, given.id)).services
const names = async () => (await drafted()).map(({ facts: { name } }) => name['nl']?.text).toSorted()
const kept = () =>
  database.db.selectFrom('office.service_upload').select('id').where('authority', '=', given.id).execute()

/** Brings a list and decides about its columns. @returns its id. */
async function bring(who: TestOffice, pasted: string, decided: Readonly<Record<string, string>> = choice) {
  const id = newId()
  expect((await who.post(urls.officeImport(town), { id, rows: pasted })).status).toBe(303)
  const chosen = await who.post(urls.officeUploadColumns(town, id), decided)
  expect(chosen.headers.get('location')).toBe(urls.officeUpload(town, id))
  return id
}

async function takeOver(who: TestOffice, id: string) {
  const seen = fieldValue(await read(who, urls.officeUpload(town, id)), 'seen')
  return who.post(urls.officeUpload(town, id), { seen })
}

test('a list is brought, its columns are proposed, and what it would change is shown before it does', async () => {
  const { anna } = given
  const id = newId()
  await anna.post(urls.officeImport(town), { id, rows: list })
  const proposed = await read(anna, urls.officeUploadColumns(town, id))
  for (const [index, column] of ['source_id', 'name', 'kinds', 'phones', 'street', 'town', 'confidential'].entries()) {
    const select = proposed.split(`name="column-${index}"`)[1]?.split('</select>')[0]
    expect(/value="([^"]*)" selected/.exec(select ?? '')?.[1]).toBe(column)
  }
  await anna.post(urls.officeUploadColumns(town, id), choice)
  const preview = await read(anna, urls.officeUpload(town, id))
  expect(preview).toContain('Take 2 services over into the draft')
  expect(preview).toMatch(/Row 4.*?Soort.*?99.*?not on the checklist/s)
  expect(preview).toMatch(/Row 3.*?Straat.*?confidential/s)
  expect(preview).not.toContain('Zonnehof')
  expect(await drafted()).toEqual([])

  const taken = await takeOver(anna, id)
  expect(taken.headers.get('location')).toBe(`${urls.officePublish(town)}?saved=imported`)
  expect(await names()).toEqual(['Huis', 'Oor'])
  expect((await drafted()).find(({ facts: { name } }) => name['nl']?.text === 'Huis')?.facts.place).toEqual({
    type: 'confidential',
  })
  expect(await kept()).toEqual([])
})

test('the next time what was decided is proposed again, and a change is shown fact by fact', async () => {
  const { anna } = given
  await takeOver(anna, await bring(anna, list))
  const again = list.replace('0800 1111', '0800 2222')
  const formFor = async (rows: string) => {
    const id = newId()
    await anna.post(urls.officeImport(town), { id, rows })
    return read(anna, urls.officeUploadColumns(town, id))
  }
  expect(await formFor(again)).toMatch(/value="list" selected/)
  expect(await formFor(again.replace('Naam', 'Titel van hulp'))).not.toMatch(/value="list" selected/)
  const known = await bring(anna, again, { ...choice, source: 'list' })
  const preview = await read(anna, urls.officeUpload(town, known))
  expect(preview).toContain('Take 1 service over into the draft')
  expect(preview).toMatch(/Phone.*?0800.*?1111.*?Afterwards:.*?0800.*?2222/s)
  await takeOver(anna, known)
  expect(await names()).toEqual(['Huis', 'Oor'])
})

test('a workbook of one’s own is a list like any other, and a cell that lost something is refused', async () => {
  const { anna } = given
  const cells = (...each: string[]) => `<row>${each.join('')}</row>`
  const word = (text: string) => `<c t="str"><v>${text}</v></c>`
  const number = (value: string) => `<c><v>${value}</v></c>`
  const rows =
    textRow('Nr', 'Naam', 'Soort', 'Telefoon') +
    cells(number('1'), word('Oor'), number('3'), word('0800 1111')) +
    cells(number('2'), word('Huis'), number('3'), number('201234567'))
  const path = await bringFile(anna, testWorkbook({ rows }), 'sheet')
  const preview = await read(anna, path)
  expect(preview).toContain('Take 1 service over into the draft')
  expect(preview).toMatch(/Row 3.*?Telefoon.*?201234567.*?first zero/s)
  await anna.post(path, { seen: fieldValue(preview, 'seen') })
  expect(await names()).toEqual(['Oor'])
})

test('two officers: what has changed since one looked is shown anew, and the same list is taken over once', async () => {
  const { anna, bert, deps } = given
  await takeOver(anna, await bring(anna, list))
  const id = await bring(anna, list.replace('0800 1111', '0800 2222'), { ...choice, source: 'list' })
  const seen = fieldValue(await read(anna, urls.officeUpload(town, id)), 'seen')
  const [oor] = (await drafted()).filter(({ facts: { name } }) => name['nl']?.text === 'Oor')
  if (!oor) throw new Error('a service was taken over')
  await saveService(deps, actAs('bert'), given.id, oor.id, { ...oor.facts, fee: 'paid' }, oor.revision)
  // The list is in memory; what was edited is looked at all the same.
  const again = await read(anna, urls.officeUpload(town, id))
  expect(again).not.toContain('over into the draft')
  expect(again).toMatch(/Row 2.*?An officer has changed this service since the last import/s)
  const refused = await anna.post(urls.officeUpload(town, id), { seen })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('Something has changed since you looked')
  expect((await drafted()).find(({ id: one }) => one === oor.id)?.facts.fee).toBe('paid')

  const fresh = await bring(bert, rows('9;Nieuw;3;;;;'))
  const looked = fieldValue(await read(bert, urls.officeUpload(town, fresh)), 'seen')
  const both = await Promise.all([anna, bert].map((who) => who.post(urls.officeUpload(town, fresh), { seen: looked })))
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect((await names()).filter((name) => name === 'Nieuw')).toHaveLength(1)
})

test('a file is what its content says it is, and what cannot be read is refused with what to do', async () => {
  const { anna } = given
  const send = async (content: Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData()
    form.set('id', newId())
    form.set('file', new File([content], name))
    return anna.send(urls.officeImport(town), form)
  }
  const hsds = zipSync({
    'a/services.csv': strToU8('id,name\ns1,Counselling'),
    'a/attributes.csv': strToU8('id,link_id,link_entity,taxonomy_term_id\na1,s1,service,t1'),
    'a/taxonomy_terms.csv': strToU8('id,code\nt1,child-helpline'),
  })
  const zip = await send(new Uint8Array(hsds), 'list.xls')
  expect(zip.status).toBe(303)
  const columns = zip.headers.get('location') ?? ''
  expect(await read(anna, columns)).not.toContain('name="column-0"')
  await anna.post(columns, choice)
  expect(await read(anna, columns.replace('/columns', ''))).toContain('Take 1 service over')
  const json = strToU8(JSON.stringify([{ id: 'x', name: 'Y' }]))
  expect((await send(new Uint8Array(json), 'list.csv')).status).toBe(303)
  const refused = [
    [strToU8(''), 'Choose a file'],
    [Uint8Array.of(0x89, 0x50, 0, 1), 'Excel workbook'],
    [strToU8('only words\nand more'), 'Excel workbook'],
    [zipSync({ 'word/document.xml': strToU8('<x/>') }), 'with the file services.csv'],
    [zipSync({ 'services.csv': new Uint8Array(51_000_000) }), 'too large'],
    [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'password'],
    [testWorkbook({ rows: textRow('only headings', 'here') }), 'holds no list'],
    [testWorkbook({ rows: textRow('a', 'b').repeat(2), target: 'none.xml' }), 'holds no list'],
    [testWorkbook({ rows: '<row></c></row>' }), 'damaged'],
    [testWorkbook({ sheet: ' '.repeat(51_000_000) }), 'too large'],
  ] as const
  for (const [content, sentence] of refused) {
    const answer = await send(new Uint8Array(content), 'list.csv')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  }
})

test('a list is its own town’s, waits for few others, and goes when a place becomes confidential', async () => {
  const { anna, deps } = given
  const id = await bring(anna, list)
  const other = await openTestTown(database)
  const stranger = openTestOffice(testOfficeDeps(database, other.id, other.region), other.id, 'carl@example.org')
  for (const path of [urls.officeUpload(town, id), urls.officeUploadColumns(town, id)]) {
    expect((await stranger.get(path)).status).toBe(404)
  }
  await stranger.post(urls.officeUpload(town, id), { seen: '' })
  await stranger.post(urls.officeUploadDiscard(town, id), {})
  expect(await kept()).toHaveLength(1)
  for (let more = 0; more < 6; more += 1) await anna.post(urls.officeImport(town), { id: newId(), rows: list })
  expect(await kept()).toHaveLength(5)

  const service = await addService(deps, given.id, { name: text('Shelter'), place: at('Zonnehof 7') })
  const hidden = facts({ name: text('Shelter'), place: { type: 'confidential' } })
  await saveService(deps, actAs('anna'), given.id, service, hidden, 1)
  expect(await kept()).toEqual([])
})

test('many changes and faults stand on several pages', async () => {
  const { anna } = given
  const many = Array.from({ length: 60 }, (_, index) => `n${index};Dienst ${index};${index < 30 ? 3 : 99};;;;`)
  const id = await bring(anna, rows(...many))
  const [first, second] = [
    await read(anna, urls.officeUpload(town, id)),
    await read(anna, urls.officeUpload(town, id, 2)),
  ]
  expect(first).toContain('Page 1 of 2')
  expect(first).toContain('Row 32')
  expect(second).toContain('Row 61')
  expect(second).toContain('Dienst 29')
  expect(second).not.toContain('Dienst 24')
})

test.each(['csv', 'xlsx', 'json', 'zip'] as const)(
  'the draft goes out as %s and comes back: only what was edited changes',
  async (format) => {
    const { anna, deps } = given
    const phones = [{ number: '0800 1111', label: {}, channels: ['text' as const], languages: ['ar'], hours: {} }]
    const rest = { cost: 'free' as const, showsOnBill: false, fictional: false }
    const id = await addService(deps, given.id, {
      name: { ...text('Oor', 'nl'), ...text('Ear', 'en') },
      phones: phones.map((each) => ({ ...each, ...rest })),
      place: at('Markt 1'),
      parentNeeded: 'no',
    })
    await addService(deps, given.id, { name: text('=Huis', 'nl'), place: { type: 'confidential' } })
    const file = await anna.get(urls.officeServicesFile(town, format))
    const content = new Uint8Array(await file.arrayBuffer())
    const back = (edited: Uint8Array<ArrayBuffer>) => bringFile(anna, edited, 'mine')
    const unchanged = await read(anna, await back(content))
    expect(unchanged).toMatch(/As they are.*?2 services/s)
    expect(unchanged).not.toContain('over into the draft')

    const edit = (bytes: Uint8Array) => strToU8(strFromU8(bytes).replace('0800 1111', '0800 2222'))
    const edited =
      format === 'zip' || format === 'xlsx'
        ? zipSync(Object.fromEntries(Object.entries(unzipSync(content)).map(([name, bytes]) => [name, edit(bytes)])))
        : edit(content)
    const path = await back(new Uint8Array(edited))
    await anna.post(path, { seen: fieldValue(await read(anna, path), 'seen') })
    const before = (await drafted()).find((one) => one.id === id)
    expect(before).toMatchObject({ revision: 2, facts: { name: { en: { text: 'Ear' } }, parentNeeded: 'no' } })
    expect(before?.facts.phones).toEqual([{ ...phones[0], ...rest, number: '0800 2222' }])
    expect((await drafted()).map(({ revision }) => revision).toSorted()).toEqual([1, 2])
  },
)

test('each list keeps what was decided about its own columns; another file is never taken for it', async () => {
  const { anna } = given
  const bringNamed = async (content: string, name: string) => {
    const form = new FormData()
    form.set('id', newId())
    form.set('file', new File([content], name))
    const path = (await anna.send(urls.officeImport(town), form)).headers.get('location') ?? ''
    return { path, fields: formOf(await read(anna, path)) as Record<string, string> }
  }
  const clubs = 'Key;Club;Tel\r\n1;Oor;0800 1111'
  const schools = 'Key;School;Tel\r\n1;Linde;0800 2222'
  const first = await bringNamed(clubs, 'clubs.csv')
  // The phone number is left out.
  const decided = { ...first.fields, 'column-0': 'source_id', 'column-1': 'name', 'column-2': '', idHeading: 'Key' }
  await anna.post(first.path, { ...decided, defaultKind: 'child-helpline' })
  await takeOver(anna, first.path.split('/').at(-2) ?? '')

  // Another list under the same name of file would change services of the first by its own ids.
  const second = await bringNamed(schools, 'clubs.csv')
  expect(second.fields).toMatchObject({ source: '', listName: '' })
  await anna.post(second.path, {
    ...{ ...second.fields, listName: 'schools', defaultKind: 'school-support', idHeading: 'Key' },
    ...{ 'column-0': 'source_id', 'column-1': 'name', 'column-2': 'phones' },
  })
  await takeOver(anna, second.path.split('/').at(-2) ?? '')
  const hsds = await bringNamed('[{"id":"1","name":"Huis"}]', 'tables.json')
  await anna.post(hsds.path, { ...hsds.fields, listName: 'tables', defaultKind: 'child-helpline' })

  const again = await bringNamed(clubs, 'clubs of May.csv')
  expect(again.fields).toMatchObject({ source: 'clubs', defaultKind: 'child-helpline', idHeading: 'Key' })
  expect([0, 1, 2].map((column) => again.fields[`column-${column}`])).toEqual(['source_id', 'name', ''])
  const other = await bringNamed(schools, 'schools.csv')
  expect(other.fields).toMatchObject({ source: 'schools', 'column-2': 'phones' })
})
