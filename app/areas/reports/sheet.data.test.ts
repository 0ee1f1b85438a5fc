/** A report as a spreadsheet: out, filled in elsewhere, a look at what it changes, and back in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetDemonstration } from '../../../tests/forget-plans.ts'
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { openSheet, workbookOfSheets } from '../checklist/index.ts'
import { readMeasures } from '../plans/index.ts'
import { readReport } from './report-store.ts'
import { indicator, measure, openCycle, publishedPlan } from './test-reports.ts'

let app: PeopleApp
let officer: Visitor
let id = ''
let plan = ''
const trained = indicator('Coaches trained', 12)
const helped = { ...indicator('Enfants aidés', 8), common: 'children-helped' }
const first = measure({ title: 'Training for coaches', indicators: [trained, helped] })
const second = measure({ title: 'A box for worries' })
beforeAll(async () => {
  app = await openPeopleApp()
  const authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  officer = await signIn(app, 'Olga', [{ role: 'officer', scope: app.townScope }], 'fr')
  await forgetDemonstration(app.db)
  await openCycle(app.services.reports, 1)
  plan = await publishedPlan(app.services.reports, { authority, person: officer.id, measures: [first, second] })
  const begun = await officer.post(urls.townProgress(town), { id: newId(), form: 'light' })
  id = /[0-9a-f-]{36}/.exec(begun.headers.get('location') ?? '')?.[0] ?? ''
})
afterAll(() => app.close())

async function downloaded(): Promise<string[][][]> {
  const answer = await officer.get(urls.townReportSheetFile(town, id))
  const content = new Uint8Array(await answer.arrayBuffer())
  return Promise.all(
    [0, 1, 2].map(async (place) => {
      const rows: string[][] = []
      for await (const { record } of (await openSheet(content, 20_000_000, place)).lines) rows.push([...record])
      return rows
    }),
  )
}

/** As somebody fills it in: the cell in the row that names something. */
function filled(sheets: string[][][], sheet: number, name: string, place: number, text: string): void {
  const row = sheets[sheet]?.find((cells) => cells.includes(name))
  if (!row) throw new Error(`no row of ${name}`)
  while (row.length <= place) row.push('')
  row[place] = text
}

async function brought(sheets: string[][][]): Promise<Response> {
  const content = workbookOfSheets(
    sheets.map((rows, place) => ({ name: `${place}`, rows })),
    false,
  )
  return officer.postForm(urls.townReportSheet(town, id), { sheet: new File([content], 'report.xlsx') })
}
const decide = (choice: string) => officer.post(urls.townReportSheetDecide(town, id), { do: choice })

describe('a spreadsheet in the language of the office', () => {
  test('comes back, is looked at, and only then taken over; twice is once', async () => {
    const sheets = await downloaded()
    expect(sheets[0]?.[1]).toContain('en cours')
    filled(sheets, 0, second.facts.title, 3, 'Retardée')
    filled(sheets, 0, second.facts.title, 4, 'Les écoles veulent plus de temps')
    filled(sheets, 1, trained.name, 5, '37,5')
    filled(sheets, 1, trained.name, 6, '1.11.2026')
    filled(sheets, 2, 'Quel est le plus grand progrès ?', 3, 'La formation')
    expect(sheets[2]?.find((cells) => cells.includes('Comment des enfants ont-ils participé ?'))?.[2]).toBe(
      'Two school parliaments',
    )
    filled(sheets, 2, 'Comment des enfants ont-ils participé ?', 3, 'Toujours vrai')
    expect((await brought(sheets)).status).toBe(303)
    const preview = await officer.read(urls.townReportSheet(town, id))
    expect(htmlFaults(preview)).toEqual([])
    expect(preview).toContain('État : en cours, maintenant retardée')
    expect(preview).toContain('Coaches trained : 12 le 1er janvier 2026, maintenant 37,5 le 1er novembre 2026')
    expect((await readMeasures(app.db, plan)).every(({ state }) => state === 'under-way')).toBe(true)
    await Promise.all([decide('keep'), decide('keep')])
    const measures = new Map((await readMeasures(app.db, plan)).map((one) => [one.id, one]))
    expect(measures.get(second.id)).toMatchObject({ state: 'delayed', reason: 'Les écoles veulent plus de temps' })
    expect(measures.get(first.id)?.indicators[0]?.values).toEqual([{ on: '2026-11-01', value: 37.5, note: '' }])
    const report = await readReport(app.db, id)
    expect(report?.answers).toEqual({
      children: { text: 'Two school parliaments', same: false },
      progress: { text: 'La formation', same: false },
    })
    expect(report?.looked).toHaveLength(2)
    expect(await app.audited('progress.keep-sheet')).toHaveLength(2)
  })

  test('every cell that is not right is named with its sheet and row, and nothing is taken over', async () => {
    const sheets = await downloaded()
    expect((await brought(sheets)).status).toBe(303)
    filled(sheets, 0, first.facts.title, 3, 'presque')
    filled(sheets, 0, second.facts.title, 4, '')
    filled(sheets, 1, trained.name, 5, '1.234')
    filled(sheets, 1, trained.name, 6, '1.1.2999')
    filled(sheets, 1, helped.name, 5, '3')
    filled(sheets, 2, 'Quel est le plus grand progrès ?', 0, 'something')
    filled(sheets, 2, 'Qu’a-t-on dépensé ?', 3, '« Toujours vrai »')
    filled(sheets, 2, 'Quelles sont les prochaines étapes ?', 3, 'Le refuge, Kerkstraat 12')
    const answer = await brought(sheets)
    const html = await answer.text()
    expect([answer.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toMatch(/Mesures, ligne \d : Choisissez un des états.*pas commencée, en cours/)
    expect(html).toMatch(/Mesures, ligne \d : Dites pourquoi/)
    expect(html).toContain('Indicateurs, ligne 2 : Écrivez la valeur')
    expect(html).toContain('Indicateurs, ligne 3 : Un chiffre de 1 à 4')
    expect(html).toMatch(/Questions, ligne \d+ : Inconnu/)
    expect(html).toMatch(/Questions, ligne \d+ : Votre dernier rapport n’en disait rien/)
    expect(html).toMatch(/Questions, ligne \d+ : Retirez ce qui ressemble à une adresse/)
    // The file before it does not wait in its place.
    expect(html).not.toContain('value="keep"')
    expect(await officer.read(urls.townReportSheet(town, id))).not.toContain('value="keep"')
  })

  test('a reason that belongs to no delay is said to be one, on the page and in the spreadsheet', async () => {
    const mend = 'Choisissez-le pour'
    const sheets = await downloaded()
    filled(sheets, 0, first.facts.title, 4, 'On attend')
    const brings = await brought(sheets)
    expect([brings.status, (await brings.text()).includes(mend)]).toEqual([422, true])
    const typed = { [`state-${first.id}`]: 'under-way', [`reason-${first.id}`]: 'On attend' }
    const page = await officer.post(urls.townReportMeasures(town, id, 1), typed)
    const html = await page.text()
    expect([page.status, html.includes(mend), html.includes('>On attend</textarea>')]).toEqual([422, true, true])
  })

  test('what a colleague has changed meanwhile is not overwritten', async () => {
    const sheets = await downloaded()
    filled(sheets, 0, first.facts.title, 3, 'réalisée')
    filled(sheets, 2, 'Quelles sont les prochaines étapes ?', 3, 'La piscine')
    const [current] = (await readMeasures(app.db, plan)).filter((one) => one.id === first.id)
    await officer.post(urls.townReportMeasures(town, id, 1), {
      [`state-${first.id}`]: 'not-started',
      [`seen-${first.id}`]: `${current?.revision}`,
      [`state-${second.id}`]: 'done',
      [`seen-${second.id}`]: `${(await readMeasures(app.db, plan)).find((one) => one.id === second.id)?.revision}`,
    })
    const late = await (await brought(sheets)).text()
    expect(late).toContain('Quelqu’un a modifié « Training for coaches »')
    const fresh = await downloaded()
    filled(fresh, 0, first.facts.title, 3, 'done')
    expect((await brought(fresh)).status).toBe(303)
    await officer.post(urls.townReportMeasures(town, id, 1), {
      [`state-${first.id}`]: 'under-way',
      [`seen-${first.id}`]: `${(current?.revision ?? 0) + 1}`,
    })
    const refused = await decide('keep')
    expect([refused.status, htmlFaults(await refused.text())]).toEqual([409, []])
    await decide('drop')
    expect(await officer.read(urls.townReportSheet(town, id))).not.toContain('value="keep"')
    expect((await officer.postForm(urls.townReportSheet(town, id), { sheet: new File(['x'], 'x.xlsx') })).status).toBe(
      422,
    )
  })
})
