import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { readPdf } from '../../../../tests/pdf.ts'
import type { Database } from '../../../platform/db/database.ts'
import { createI18n } from '../../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../../platform/i18n/languages.ts'
import { createPdf } from '../../../platform/pdf/pdf.ts'
import { urls } from '../../../urls.ts'
import { loadCompleteness } from '../completeness-data.ts'
import { loadChecklist } from '../kinds.ts'
import { missingItems } from '../missing-rules.ts'
import { standingOf } from '../month-rules.ts'
import { at, facts, text } from '../test-town.ts'
import { summaryDocument } from './present-summary.ts'
import { addService, openTestOffice, openTestTown, publishFrom, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const pdf = createPdf()
let database: Database
let anna: TestOffice
let draw: (name: string, given?: Parameters<typeof facts>[0]) => Promise<string>

beforeAll(async () => {
  database = await testDatabase()
  const opened = await openTestTown(database)
  const deps = { ...opened.deps, pdf }
  anna = openTestOffice(deps, opened.id, 'anna@example.org')
  draw = (name, more) => addService(deps, opened.id, { name: text(name), ...more })
})
afterAll(async () => {
  await pdf.close()
  await database.close()
})

const summary = async (language: string) => {
  const answer = await anna.get(urls.officeSummary(town, language))
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

test('on the first day it is about the draft, says that nothing is published, and names no service and no place', async () => {
  const empty = await summary('en')
  expect(empty).toMatchObject({ pages: 1, language: 'en', marked: true })
  expect(empty.title).toContain('nothing published yet')
  await draw('Shelter of the draft', { place: { type: 'confidential' } })
  await draw('Centre of the draft', { place: at('Marktstraat 4') })
  expect(await (await anna.get(urls.officeMissing(town))).text()).toContain(urls.officeSummary(town, 'en'))
  for (const [language, words] of Object.entries({ en: 'Nothing is published yet', de: 'Noch ist nichts' })) {
    const read = await summary(language)
    expect(read).toMatchObject({ pages: 1, language })
    expect(read.text).toContain(words)
    expect(read.text).toContain('2')
    for (const hidden of ['Shelter', 'Centre', 'Marktstraat']) expect(read.text).not.toContain(hidden)
  }
  const arabic = await summary('ar')
  expect(arabic).toMatchObject({ pages: 1, language: 'ar', everyFontEmbedded: true })
})

test('one page in each language of the interface, from what is published and not from the draft', async () => {
  for (let count = 0; count < 60; count += 1) await draw(`Service ${count}`)
  await publishFrom(anna)
  await draw('A draft only')
  const page = await (await anna.get(urls.officeMissing(town))).text()
  for (const [language, words] of Object.entries({
    en: 'What is missing first',
    fr: 'Ce qui manque',
    de: 'Was zuerst',
  })) {
    expect(page).toContain(urls.officeSummary(town, language))
    const read = await summary(language)
    expect(read).toMatchObject({ pages: 1, language, marked: true, everyFontEmbedded: true })
    expect(read.title).toContain('Example Town')
    expect(read.text).toContain(words)
    expect(read.text).toContain('62')
    expect(read.text).not.toContain('63')
    expect(read.links).toEqual([`https://towns.example/${language}/nl/example-town`])
    expect(read.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'Link']))
  }
  const arabic = await summary('ar')
  expect(arabic).toMatchObject({ pages: 1, language: 'ar', everyFontEmbedded: true })
  expect(arabic.title).toContain('بلدة المثال')
  expect((await anna.get(urls.officeSummary(town, 'xx'))).status).toBe(404)
})

test('a town that has everything still to do, with long names, stays on one page, and reads whom it may ask', async () => {
  const checklist = loadChecklist()
  const completeness = loadCompleteness()
  const i18n = createI18n(loadLanguages())
  const today = Temporal.PlainDate.from('2026-03-10')
  const services = Array.from({ length: 2000 }, (_, index) => ({ id: `${index}`, facts: facts() }))
  const looked = { today, clocks: checklist, servedByOthers: new Set<string>() }
  const answers = checklist.kinds.slice(0, 9).map(({ id: kind }) => ({
    kind,
    status: 'available' as const,
    plannedFor: null,
    note: {},
    answeredOn: '2026-03-01',
  }))
  const draft = { answers: answers.map((answer) => ({ answer })), services }
  const page = { answers, services: services.map(({ id, facts: said }) => ({ ...said, id })) }
  const office = { of: 'Association of Towns, Districts and Regions', office: 'Office for the safety of children' }
  const reached = { email: 'children@association.example', phone: { number: '020 7946 0123', dial: null } }
  for (const { code } of i18n.offered) {
    const translator = i18n.translator(code)
    if (!translator) throw new Error(code)
    const document = summaryDocument(translator, checklist, {
      townName: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch am Rhein',
      ...{ today, published: { version: 4321, on: today }, answers, oldestCheck: '2020-12-31', since: undefined },
      standing: standingOf({ checklist, completeness }, page, looked),
      missing: missingItems({ checklist, completeness }, draft, looked),
      ask: Array.from({ length: 9 }, () => ({ ...office, ...reached, hours: '', languages: '' })),
      publicPage: `https://towns.example/${code}/gb/${'long-'.repeat(12)}`,
    })
    const read = await readPdf(await pdf.render(document))
    expect([code, read.pages]).toEqual([code, 1])
    expect(read.text).toContain(reached.email)
  }
})
