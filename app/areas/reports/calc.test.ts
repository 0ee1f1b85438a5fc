/** The spreadsheet of a report, opened and saved again by the program that most offices have beside Excel. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { newId } from '../../platform/ids.ts'
import { measureFacts, measureStates } from '../plans/index.ts'
import { sheetChanges } from './present-sheet.ts'
import { rowsOfFile } from './read-sheet-file.ts'
import { type SheetRows, sheetSays } from './sheet-rules.ts'
import { indicator } from './test-reports.ts'
import { saysWhy } from './update-rules.ts'
import { reportSheet } from './write-sheet.ts'

/** LibreOffice, where it is on this machine: it is not part of the product. */
const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path))

/** With a profile of its own: one that somebody works in at the moment would be locked. */
async function savedAgain(program: string, content: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'calc-'))
  try {
    const file = join(folder, 'report.xlsx')
    await writeFile(file, content)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const saved = ['--convert-to', 'xlsx', '--outdir', join(folder, 'saved'), file]
    await promisify(execFile)(program, [profile, '--headless', '--norestore', ...saved], { timeout: 50_000 })
    return await readFile(join(folder, 'saved', 'report.xlsx'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const translator = createI18n(loadLanguages()).translator('fr')
const { t } = translator ?? expect.unreachable('there is no French catalogue')
/** What programs that calculate are tempted to make something else of. */
const reasons = ['L’école attend « l’accord »', '=1+1', '+32 et 007', '1er mars 2026', 'Deux\nlignes', '  <b>&amp;</b>']
const measures = Array.from({ length: 60 }, (_, index) => {
  const state = measureStates[index % measureStates.length] ?? 'done'
  return {
    ...{ id: newId(), revision: index + 1, changedBy: null },
    ...measureFacts.parse({
      ...{ section: 'prevention', state, title: `ბავშვების უსაფრთხოება ყველა სკოლაში, ${index + 1}` },
      reason: saysWhy(state) ? (reasons[index % reasons.length] ?? '').trim() : '',
      indicators: index % 2 === 0 ? [indicator('გადამზადებული მწვრთნელები', index + 0.5)] : [],
    }),
  }
})
const said = (text: string) => ({ text, same: false })
const report = {
  ...({ id: newId(), authority: newId(), plan: newId(), cycle: 2, form: 'full', language: 'fr' } as const),
  answers: { steering: said('La table ronde s’est réunie :\n– en mars,\n– en juin.'), budget: said('12 000 €') },
  ...{ looked: [], revision: 3, openedAt: Temporal.Now.instant(), submittedAt: undefined, changedBy: null },
}
const last = { next: said('Une formation de plus') }

function changesIn(rows: SheetRows) {
  const read = sheetSays(rows, {
    ...{ report, measures, last, today: '2026-11-29' },
    states: new Map(measureStates.map((state) => [t(`progress.state.${state}`).toLowerCase(), state])),
    stillTrue: new Set([t('progress.question.same').toLowerCase()]),
    parseDate: () => null,
    isFew: () => false,
    namesContact: () => false,
    givesPlaceAway: () => false,
  })
  if ('faults' in read || !translator) return read
  return sheetChanges(translator, read.sheet, { measures, answers: report.answers })
}

test('saved again by LibreOffice it changes nothing, and with one cell changed just that', async (ctx) => {
  if (!soffice || !translator) return ctx.skip('LibreOffice is not on this machine')
  const saved = await savedAgain(soffice, reportSheet(translator, report, measures, last))
  const rows = await rowsOfFile(saved, report.id)
  if (typeof rows === 'string') return expect.unreachable(`the file came back ${rows}`)
  expect(rows.measures).toHaveLength(60)
  expect(changesIn(rows)).toEqual([])
  const changed = rows.measures.map((one, index) =>
    index === 1 ? { ...one, cells: one.cells.with(3, t('progress.state.done')) } : one,
  )
  expect(changesIn({ ...rows, measures: changed })).toEqual([
    { title: measures[1]?.title, lines: [{ text: 'État : en cours, maintenant réalisée', own: false }] },
  ])
})
