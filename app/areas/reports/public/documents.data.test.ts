/** A plan of sixty measures in French, with the words of a town in Georgian script, on the page and on paper. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../../tests/pdf.ts'
import { signIn } from '../../../../tests/sign-in.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../../accounts/people/test-people.ts'
import { indicator, measure, publishedPlan } from '../test-reports.ts'

let app: PeopleApp
let plan = ''
const georgian = (number: number) => `ბავშვთა უსაფრთხოება ${number}`
/** The fourth counts three children. */
const commonOf = (index: number) => (index === 3 ? 'children-helped' : null)
const measures = Array.from({ length: 60 }, (_, index) =>
  measure({
    title: `Mesure ${index + 1} : ${georgian(index + 1)}`,
    section: (['prevention', 'protection', 'prosecution', 'participation'] as const)[index % 4] ?? 'prevention',
    state: index === 59 ? 'delayed' : 'under-way',
    reason: index === 59 ? 'დარბაზი არ არის' : '',
    // Copied from a town that writes German.
    language: index === 58 ? 'de' : null,
    indicators: index % 3 === 0 ? [{ ...indicator(`ინდიკატორი ${index + 1}`, index), common: commonOf(index) }] : [],
  }),
)
beforeAll(async () => {
  app = await openPeopleApp()
  const authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const officer = await signIn(app, 'Fatou', [{ role: 'officer', scope: app.townScope }], 'fr')
  plan = await publishedPlan(app.services.reports, { authority, person: officer.id, language: 'fr', measures })
  const begun = await officer.post(urls.townProgress(town), { id: newId(), form: 'light' })
  const id = /[0-9a-f-]{36}/.exec(begun.headers.get('location') ?? '')?.[0] ?? ''
  for (const page of [1, 2, 3]) {
    const path = urls.townReportQuestions(town, id, page)
    const html = await officer.read(path)
    const names = [...html.matchAll(/name="(answer-[a-z]+)"/g)].map(([, name = '']) => name)
    const [, revision = ''] = /name="revision"[^>]*value="(\d+)"/.exec(html) ?? []
    await officer.post(path, { revision, ...Object.fromEntries(names.map((name) => [name, `პასუხი ${page}`])) })
  }
  const check = urls.townReportCheck(town, id)
  const html = await officer.read(check)
  const value = (name: string) => new RegExp(`name="${name}"[^>]*value="(\\d+)"`).exec(html)?.[1] ?? ''
  const given = await officer.post(check, { revision: value('revision'), stand: value('stand') })
  expect(given.headers.get('location')).toContain('done=given')
})
afterAll(() => app.close())

/** Of the demonstration: the second is open. */
const cycle = 2
const letters = (text: string) => text.replaceAll(/\s/g, '')

test('the page of the plan shows all of it, in three orders', async () => {
  for (const view of ['', '?by=article', '?by=year']) {
    const html = await (await app.nobody.get(`${urls.planOne('fr', town, plan)}${view}`)).text()
    expect([view, htmlFaults(html)]).toEqual([view, []])
    for (const { facts } of measures) expect(html).toContain(facts.title)
  }
})

test('the PDF is tagged and says everything, in the language of the town', async () => {
  const page = await (await app.nobody.get(urls.planReport('en', town, cycle))).text()
  expect(htmlFaults(page)).toEqual([])
  const href = urls.planReportFile('fr', town, cycle, 'pdf')
  expect(page).toContain(`href="${href}"`)
  expect(page).toContain(`<bdi lang="de">${measures[58]?.facts.title}`)
  const answer = await app.nobody.get(href)
  const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  expect(pdf).toMatchObject({ language: 'fr', marked: true, claimsUa: true, everyFontEmbedded: true })
  expect(pdf.title).toContain('Rapport d’avancement 2')
  for (const tag of ['Table', 'TH', 'H1', 'H2', 'L']) expect(pdf.tags).toContain(tag)
  const text = letters(pdf.text)
  for (const number of [1, 30, 60]) expect(text).toContain(letters(georgian(number)))
  for (const words of [
    'დარბაზი არ არის',
    'ინდიკატორი 58',
    'პასუხი 3',
    'retardée',
    'Poursuites',
    'ინდიკატორი 4 (people): moins de cinq',
  ]) {
    expect(text).toContain(letters(words))
  }
})

test('the file for a word processor says the same', async () => {
  const answer = await app.nobody.get(urls.planReportFile('fr', town, cycle, 'docx'))
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const text = new TextDecoder().decode(files['word/document.xml'])
  for (const words of [georgian(60), 'დარბაზი არ არის', 'პასუხი 1', 'retardée', 'w:tblHeader', 'moins de cinq'])
    expect(text).toContain(words)
  expect(text).toMatch(new RegExp(`<w:lang w:val="de"/></w:rPr><w:t[^>]*>${measures[58]?.facts.title}`))
})

test('right to left, too; and nothing where there is no report', async () => {
  const arabic = await app.nobody.get(urls.planReportFile('ar', town, cycle, 'pdf'))
  const pdf = await readPdf(new Uint8Array(await arabic.arrayBuffer()))
  expect(pdf).toMatchObject({ language: 'ar', marked: true })
  expect((await app.nobody.get(urls.planReportFile('fr', town, 99, 'pdf'))).status).toBe(404)
})
