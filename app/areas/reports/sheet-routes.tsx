/** The report as a spreadsheet: out, back in, a look at what it changes, and only then taken over. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm, readFormWithFile } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { patterns, urls } from '../../urls.ts'
import type { ReportsOfficeDeps } from './deps.ts'
import { keepSheet, putAside } from './keep-sheet.ts'
import { lastAnswers, type OfficeContext, type OpenReport, openReport, page } from './office-request.ts'
import { SheetPage } from './pages/sheet-page.tsx'
import { knownAnswers, lastOrKnown } from './present-known.ts'
import { sheetChanges, sheetFaults } from './present-sheet.ts'
import { rowsOfFile } from './read-sheet-file.ts'
import { readSheetOf } from './report-store.ts'
import { readSheet } from './sheet-reading.ts'
import type { SheetFault, SheetRows } from './sheet-rules.ts'
import { reportSheet } from './write-sheet.ts'

export function sheetRoutes(deps: ReportsOfficeDeps): Route<AppEnv>[] {
  const one = `/office${patterns.cc}${patterns.slug}/progress${patterns.id}`
  const permission = 'progress.write'
  const get = { method: 'GET', permission } as const
  const post = { method: 'POST', permission } as const
  return [
    { ...get, path: `${one}/sheet`, audit: 'progress.sheet', handle: (c) => show(c, deps, {}) },
    { ...get, path: `${one}/sheet.xlsx`, audit: 'progress.sheet-file', handle: (c) => download(c, deps) },
    { ...post, path: `${one}/sheet`, audit: 'progress.bring-sheet', handle: (c) => submitFile(c, deps) },
    { ...post, path: `${one}/sheet/decide`, audit: 'progress.keep-sheet', handle: (c) => submitDecision(c, deps) },
  ]
}

interface Shown {
  /** Why no file was read. */
  readonly refused?: 'missing' | 'broken' | 'other'
  readonly wrong?: readonly SheetFault[]
  readonly changed?: boolean
}

async function show(
  c: OfficeContext,
  deps: ReportsOfficeDeps,
  { refused, wrong = [], changed = false }: Shown,
): Promise<Response> {
  const { town, report, measures, lang, frame } = await openReport(c, deps)
  const translator = c.get('translator')
  const waiting = await readSheetOf(deps.database.db, report.id)
  const { t } = translator
  const faults = [
    ...(refused ? [{ field: 'sheet', text: t(`progress.error.sheet.${refused}`) }] : []),
    ...(wrong.length > 0 ? [{ field: 'wrong', text: t('progress.sheet.wrong') }] : []),
  ]
  const props = {
    ...{ frame, town, lang, changed, faults, report: report.id, ...sheetFaults(translator, wrong) },
    changes: waiting && sheetChanges(translator, waiting, { measures, answers: report.answers }, deps.i18n.languages),
  }
  return page(c, <SheetPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

async function download(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const opened = await openReport(c, deps)
  const { town, report, asked, closed } = opened
  const translator = c.get('translator')
  const known = lastOrKnown(await lastAnswers(deps, report), await knownAnswers(deps, opened, translator))
  const content = reportSheet(translator, report, { asked, closed, languages: deps.i18n.languages }, known)
  return c.body(content, 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="progress-${town.slug}-${report.cycle}.xlsx"`,
    'cache-control': 'no-store',
  })
}

async function readingOf(deps: ReportsOfficeDeps, opened: OpenReport, rows: SheetRows, reader: Translator) {
  const { report, measures, today } = opened
  const last = await lastAnswers(deps, report)
  const known = lastOrKnown(last, await knownAnswers(deps, opened, reader))
  return readSheet(deps, rows, { report, measures, today, last, known })
}

async function submitFile(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const opened = await openReport(c, deps)
  const { town, report } = opened
  const { file } = await readFormWithFile(c.req.raw, 'sheet')
  if (!file) return show(c, deps, { refused: 'missing' })
  const rows = await rowsOfFile(file.content, report.id)
  const read = typeof rows === 'string' ? undefined : await readingOf(deps, opened, rows, c.get('translator'))
  // Of a file that is refused nothing waits, nor of one before it: what somebody takes over is what they brought last.
  await putAside(deps, report.id, read && 'sheet' in read ? read.sheet : null)
  if (typeof rows === 'string') return show(c, deps, { refused: rows })
  if (read && 'faults' in read) return show(c, deps, { wrong: read.faults })
  return c.redirect(urls.townReportSheet(town, report.id), 303)
}

async function submitDecision(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const { town, report } = await openReport(c, deps)
  const fields = await readForm(c.req.raw)
  if (fieldText(fields, 'do') !== 'keep') {
    await putAside(deps, report.id, null)
    return c.redirect(urls.townReportSheet(town, report.id), 303)
  }
  const outcome = await keepSheet(deps, c.get('act'), report.id)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return show(c, deps, { changed: true })
  return c.redirect(`${urls.townReport(town, report.id)}?done=sheet`, 303)
}
