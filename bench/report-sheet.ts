/**
 * The spreadsheet of a progress report with five hundred measures, each with two indicators: written, and read back as
 * somebody has filled it in (every state, a reason for each delay, two values of each measure with their day, every answer)
 * by the functions of an upload with every check, as often as it takes for a steady figure. In memory: what the database does
 * is a row read and written.
 */

import { givesPlaceAway, openSheet, parseDate, workbookOfSheets } from '../app/areas/checklist/index.ts'
import { measureFacts, measureStates } from '../app/areas/plans/index.ts'
import { rowsOfFile } from '../app/areas/reports/read-sheet-file.ts'
import { readSheet, type SheetReader } from '../app/areas/reports/sheet-reading.ts'
import { saysWhy } from '../app/areas/reports/update-rules.ts'
import { reportSheet } from '../app/areas/reports/write-sheet.ts'
import { namesContact } from '../app/areas/standards/index.ts'
import { createI18n } from '../app/platform/i18n/i18n.ts'
import { loadLanguages } from '../app/platform/i18n/languages.ts'
import type { Translator } from '../app/platform/i18n/messages.ts'
import { newId } from '../app/platform/ids.ts'
import { percentile } from './_percentile.ts'

const wanted = Number(process.argv[3] ?? 500)
const turns = 20

const indicator = (name: string) => ({
  ...{ id: newId(), common: null, name, unit: 'people', target: null },
  baseline: { on: '2026-01-01', value: 1, source: '' },
  values: [{ on: '2026-06-01', value: 12, note: '' }],
})

const measuresOf = () =>
  Array.from({ length: wanted }, (_, index) => ({
    ...{ id: newId(), revision: 1, changedBy: null },
    ...measureFacts.parse({
      section: 'prevention',
      title: `Measure ${index} with a title as long as towns give them`,
      indicators: [indicator(`First ${index}`), indicator(`Second ${index}`)],
    }),
  }))

const report = {
  ...({ id: newId(), authority: newId(), plan: newId(), cycle: 1, form: 'full', language: 'en' } as const),
  ...{ answers: {}, looked: [], revision: 3, openedAt: Temporal.Now.instant() },
  ...{ submittedAt: undefined, changedBy: null },
}

const sentence = 'The round table met in March and in June, and the schools asked for more time to prepare. '

/** What stands in a row below the headings, by sheet. */
function filledRow({ t }: Translator, sheet: number, given: readonly string[], at: number): readonly string[] {
  // Empty cells at the end of a row are not in a file.
  const cells = [...given, ...Array.from({ length: 7 - given.length }, () => '')]
  if (sheet === 0) {
    const state = measureStates[at % measureStates.length] ?? 'done'
    return cells.with(3, t(`progress.state.${state}`)).with(4, saysWhy(state) ? sentence.trim() : '')
  }
  if (sheet === 1) return cells.with(5, `${at},5`).with(6, '28.11.2026')
  return cells.with(3, sentence.repeat(20).trim())
}

/** The file as a person brings it back. */
async function filled(translator: Translator, content: Uint8Array): Promise<Uint8Array> {
  const sheets = await Promise.all(
    [0, 1, 2].map(async (sheet) => {
      const rows: (readonly string[])[] = []
      for await (const { record } of (await openSheet(content, 20_000_000, sheet)).lines) {
        rows.push(rows.length === 0 ? [...record] : filledRow(translator, sheet, [...record], rows.length))
      }
      return { name: `${sheet}`, rows: rows.map((cells) => [...cells]) }
    }),
  )
  return workbookOfSheets(sheets, false)
}

async function readBack(reader: SheetReader, content: Uint8Array, measures: ReturnType<typeof measuresOf>) {
  const rows = await rowsOfFile(content, report.id)
  if (typeof rows === 'string') throw new Error(`the file came back ${rows}`)
  const read = readSheet(reader, rows, { report, measures, last: {}, known: {}, today: '2026-11-29' })
  if ('faults' in read) throw new Error(`the file came back with faults: ${JSON.stringify(read.faults[0])}`)
  return read.sheet
}

export async function run(): Promise<Record<string, unknown>> {
  const languages = loadLanguages()
  const i18n = createI18n(languages)
  const translator = i18n.translator('en')
  if (!translator) throw new Error('there is no English catalogue')
  const measures = measuresOf()
  const write = () => reportSheet(translator, report, { asked: measures, closed: [], languages }, {})
  const content = await filled(translator, write())
  const reader = { i18n, parseDate, namesContact, givesPlaceAway }
  const { updates, answers } = await readBack(reader, content, measures)
  const [out, back]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn += 1) {
    const begin = performance.now()
    write()
    const between = performance.now()
    await readBack(reader, content, measures)
    out.push(between - begin)
    back.push(performance.now() - between)
  }
  const ms = (all: number[]) => Math.round(percentile(all, 0.5))
  return {
    ...{ measures: wanted, outMs: ms(out), inMs: ms(back), reachMs: 1_000 },
    read: {
      ...{ updates: updates.length, answers: Object.keys(answers).length },
      reasons: updates.filter(({ reason }) => reason !== '').length,
      values: updates.reduce((sum, { values }) => sum + values.length, 0),
    },
  }
}
