/** The spreadsheet of a report, opened and saved again by the program that most offices have beside Excel. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { newId } from '../../platform/ids.ts'
import { givesPlaceAway, parseDate } from '../checklist/index.ts'
import { measureFacts, measureStates } from '../plans/index.ts'
import { namesContact } from '../standards/index.ts'
import { sheetChanges } from './present-sheet.ts'
import { withAnswers } from './question-rules.ts'
import { rowsOfFile } from './read-sheet-file.ts'
import { readSheet } from './sheet-reading.ts'
import type { SheetRows } from './sheet-rules.ts'
import { indicator } from './test-reports.ts'
import { saysWhy, updated } from './update-rules.ts'
import { reportSheet } from './write-sheet.ts'

/** LibreOffice, where it is on this machine: it is not part of the product. */
const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path))

/** A macro that fills cells in, as the program keeps those of a person. */
const libraryFiles: Readonly<Record<string, string>> = {
  'script.xlc': `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>`,
  'Standard/script.xlb': `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Fill"/>
</library:library>`,
  // `FormulaLocal` is a cell as somebody types it: a number becomes a number.
  'Standard/Fill.xba': `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">
Sub Fill(source As String, target As String, cells As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  Dim book As Object, typed As Variant, parts As Variant, place As Integer
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  If Len(cells) > 0 Then
    typed = Split(cells, "|")
    For place = 0 To UBound(typed)
      parts = Split(typed(place), "~")
      book.Sheets.getByIndex(CInt(parts(0))).getCellByPosition(CInt(parts(1)), CInt(parts(2))).FormulaLocal = parts(3)
    Next place
  End If
  book.storeToURL(target, saving())
  book.close(True)
  StarDesktop.terminate()
End Sub
</script:module>`,
}

/** A cell of a sheet, all counted from 0, and what is typed into it. */
type Typed = readonly [sheet: number, column: number, row: number, text: string]

/** Milliseconds: on a machine with other work LibreOffice takes a minute to start. */
const longest = 170_000

/** A profile of its own: one that somebody works in at the moment would be locked. */
const folder = mkdtempSync(join(tmpdir(), 'calc-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function start(...given: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  await promisify(execFile)(soffice ?? '', [profile, '--headless', '--norestore', ...given], { timeout: longest })
}

beforeAll(async () => {
  if (!soffice) return
  // The first start makes the profile and would write over what stands there.
  await start('--terminate_after_init')
  for (const [name, text] of Object.entries(libraryFiles)) {
    await writeFile(join(folder, 'profile', 'user', 'basic', name), text)
  }
}, longest)

/** Opened, filled in, saved. */
async function filledIn(content: Uint8Array, cells: readonly Typed[]): Promise<Uint8Array> {
  const [file, saved] = [join(folder, 'report.xlsx'), join(folder, 'saved.xlsx')]
  await writeFile(file, content)
  const given = [pathToFileURL(file), pathToFileURL(saved), cells.map((one) => one.join('~')).join('|')]
  await start(`macro:///Standard.Fill.Fill(${given.map((one) => `"${one}"`).join(',')})`)
  return readFile(saved)
}

const languages = loadLanguages()
const i18n = createI18n(languages)
const translator = i18n.translator('fr')
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
const isClosed = ({ state }: (typeof measures)[number]) => state === 'done' || state === 'dropped'
const closed = measures.filter(isClosed)
const asked = measures.filter((one) => !isClosed(one))
const said = (text: string) => ({ text, same: false })
const report = {
  ...({ id: newId(), authority: newId(), plan: newId(), cycle: 2, form: 'full', language: 'fr' } as const),
  answers: { steering: said('La table ronde s’est réunie :\n– en mars,\n– en juin.'), budget: said('12 000 €') },
  ...{ looked: [], revision: 3, openedAt: Temporal.Now.instant(), submittedAt: undefined, changedBy: null },
}
const last = { next: said('Une formation de plus') }

/** As an upload is read, shown before it is taken over, and taken over: by the functions that do it, with every check. */
function broughtIn(rows: SheetRows) {
  const reader = { i18n, parseDate, namesContact, givesPlaceAway }
  const read = readSheet(reader, rows, { report, measures, last, known: last, today: '2026-11-29' })
  if ('faults' in read || !translator) return expect.unreachable(JSON.stringify(read))
  const { sheet } = read
  const updates = new Map(sheet.updates.map((one) => [one.id, one]))
  return {
    changes: sheetChanges(translator, sheet, { measures, answers: report.answers }, languages),
    measures: measures.map((one) => {
      const update = updates.get(one.id)
      return update ? updated(one, update) : expect.unreachable('a measure has no row')
    }),
    answers: withAnswers(report.answers, sheet.asked, sheet.answers),
  }
}

/** Below the headings; what was closed stands below all others, behind a line of its own. */
const rowOf = (id: string): number =>
  asked.some((one) => one.id === id)
    ? 1 + asked.findIndex((one) => one.id === id)
    : 2 + asked.length + closed.findIndex((one) => one.id === id)

async function broughtBack(cells: readonly Typed[]) {
  if (!translator) return expect.unreachable('there is no French catalogue')
  const content = reportSheet(translator, report, { asked, closed, languages }, last)
  const rows = await rowsOfFile(await filledIn(content, cells), report.id)
  if (typeof rows === 'string') return expect.unreachable(`the file came back ${rows}`)
  return broughtIn(rows)
}

test(
  'what somebody types in LibreOffice comes back: a state, a value, an answer, and nothing else',
  async (ctx) => {
    if (!soffice) return ctx.skip('LibreOffice is not on this machine')
    const [underWay] = asked.filter(({ state }) => state === 'under-way')
    const [done] = closed
    const [counted] = asked.filter(({ indicators }) => indicators.length > 0)
    if (!underWay || !done || !counted) return expect.unreachable('there is one of each')
    const { changes, ...kept } = await broughtBack([
      [0, 3, rowOf(underWay.id), t('progress.state.done')],
      // It goes on after all.
      [0, 3, rowOf(done.id), t('progress.state.under-way')],
      [1, 5, 1, '1234.5'],
      [1, 6, 1, '28.11.2026'],
      [2, 3, 1, 'La table ronde continue'],
    ])
    expect(changes).toHaveLength(4)
    expect(changes).toEqual(
      expect.arrayContaining([
        {
          title: underWay.title,
          lang: undefined,
          lines: [{ text: 'État : en cours, maintenant réalisée', own: false }],
        },
        { title: done.title, lang: undefined, lines: [{ text: 'État : réalisée, maintenant en cours', own: false }] },
      ]),
    )
    const value = changes.find(({ title }) => title === counted.title)
    expect(value?.lines[0]?.text).toMatch(/1.234,5 le 28 novembre 2026/)
    // Nothing else has changed on the way, by a cell that a program made something else of.
    const others = ({ title }: { readonly title: string }) =>
      ![underWay, done, counted].some((one) => one.title === title)
    expect(kept.measures.filter(others)).toEqual(measures.filter(others))
    expect(kept.measures.find(({ title }) => title === counted.title)?.indicators[0]?.values).toEqual([
      { on: '2026-11-28', value: 1234.5, note: '' },
    ])
    expect(kept.answers).toEqual({ ...report.answers, steering: said('La table ronde continue') })
  },
  longest,
)
