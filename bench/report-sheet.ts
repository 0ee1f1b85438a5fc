/**
 * The spreadsheet of a progress report with five hundred measures, each with two indicators: written, and read back with
 * every check, as often as it takes for a steady figure. In memory: what the database does is a row read and written.
 */

import { type MeasureState, measureFacts, measureStates } from '../app/areas/plans/index.ts'
import { rowsOfFile } from '../app/areas/reports/read-sheet-file.ts'
import { sheetSays } from '../app/areas/reports/sheet-rules.ts'
import { reportSheet } from '../app/areas/reports/write-sheet.ts'
import { createI18n } from '../app/platform/i18n/i18n.ts'
import { loadLanguages } from '../app/platform/i18n/languages.ts'
import { newId } from '../app/platform/ids.ts'
import { percentile } from './_percentile.ts'

const wanted = Number(process.argv[3] ?? 500)
const turns = 20

const indicator = (name: string) => ({
  ...{ id: newId(), common: null, name, unit: 'people', target: null },
  baseline: { on: '2026-01-01', value: 1, source: '' },
  values: [{ on: '2026-06-01', value: 12, note: '' }],
})

export async function run(): Promise<Record<string, unknown>> {
  const languages = loadLanguages()
  const translator = createI18n(languages).translator('en')
  if (!translator) throw new Error('there is no English catalogue')
  const measures = Array.from({ length: wanted }, (_, index) => ({
    id: newId(),
    revision: 1,
    changedBy: null,
    ...measureFacts.parse({
      section: 'prevention',
      title: `Measure ${index} with a title as long as towns give them`,
      indicators: [indicator(`First ${index}`), indicator(`Second ${index}`)],
    }),
  }))
  const report = {
    ...({ id: newId(), authority: newId(), plan: newId(), cycle: 1, form: 'full', language: 'en' } as const),
    ...{
      answers: {},
      looked: [],
      revision: 1,
      openedAt: Temporal.Now.instant(),
      submittedAt: undefined,
      changedBy: null,
    },
  }
  const states = new Map<string, MeasureState>(
    measureStates.map((state) => [translator.t(`progress.state.${state}`).toLowerCase(), state]),
  )
  const [out, back]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn += 1) {
    const begin = performance.now()
    const content = reportSheet(translator, report, { asked: measures, closed: [], languages }, {})
    const between = performance.now()
    const rows = await rowsOfFile(content, report.id)
    if (rows === 'broken' || rows === 'other') throw new Error(`the file came back ${rows}`)
    const said = sheetSays(rows, {
      ...{ report, measures, states, last: {}, today: '2026-11-29', stillTrue: new Set<string>() },
      parseDate: () => null,
      isFew: () => false,
      ...{ namesContact: () => false, givesPlaceAway: () => false },
    })
    if ('faults' in said) throw new Error('the file came back with faults')
    out.push(between - begin)
    back.push(performance.now() - between)
  }
  const ms = (all: number[]) => Math.round(percentile(all, 0.5))
  return { measures: wanted, outMs: ms(out), inMs: ms(back) }
}
