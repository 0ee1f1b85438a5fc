/** A report's measures: what has changed about them goes into the plan's draft. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { typedDay } from '../../ui/dates.ts'
import { patterns, urls } from '../../urls.ts'
import { type ReportsOfficeDeps, tagOf } from './deps.ts'
import { type OfficeContext, type OpenReport, openReport, page, pageOfAddress } from './office-request.ts'
import { MeasuresPage } from './pages/measures-page.tsx'
import type { ToldFault } from './pages/report-frame.tsx'
import { lastValue } from './present-report.ts'
import { updatesFrom } from './update-form.ts'
import { measuresPerPage, pagesOf } from './update-rules.ts'
import { saveMeasures } from './write-report.ts'

export function measuresRoutes(deps: ReportsOfficeDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/progress${patterns.id}/measures/:page{[1-9][0-9]{0,3}}`
  const permission = 'progress.write'
  return [
    { method: 'GET', path, permission, audit: 'progress.measures', handle: (c) => show(c, deps, {}) },
    { method: 'POST', path, permission, audit: 'progress.save-measures', handle: (c) => submit(c, deps) },
  ]
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly ToldFault[]
  /** Ids of measures that somebody has changed since. */
  readonly changed?: readonly string[]
}

interface Here {
  readonly number: number
  readonly pages: number
  readonly measures: OpenReport['measures']
}

function hereOf(c: OfficeContext, { asked }: OpenReport): Here {
  const pages = pagesOf(asked.length)
  const number = pageOfAddress(c, pages)
  return { number, pages, measures: asked.slice((number - 1) * measuresPerPage, number * measuresPerPage) }
}

async function show(
  c: OfficeContext,
  deps: ReportsOfficeDeps,
  { fields = new Map(), faults = [], changed = [] }: Shown,
): Promise<Response> {
  const opened = await openReport(c, deps)
  const { town, report, frame, lang, today } = opened
  const { number, pages, measures } = hereOf(c, opened)
  const translator = c.get('translator')
  const langOf = (language: string | null) => tagOf(deps.i18n.languages, language) ?? lang
  const props = {
    ...{ frame, lang, fields, faults, pages, page: number },
    today: typedDay(today),
    closed: opened.closed.map(({ id, title, state, language }) => ({
      ...{ id, title, lang: langOf(language), state, href: urls.townMeasure(town, report.plan, id) },
    })),
    action: urls.townReportMeasures(town, report.id, number),
    measures: measures.map((one) => ({
      ...{
        id: one.id,
        title: one.title,
        lang: langOf(one.language),
        state: one.state,
        reason: one.reason,
        revision: one.revision,
      },
      section: translator.t(`progress.section.${one.section}`),
      indicators: one.indicators.map((indicator) => ({
        ...{ id: indicator.id, name: indicator.name, unit: indicator.unit },
        last: lastValue(translator, indicator),
      })),
      changed: changed.includes(one.id),
    })),
  }
  return page(c, <MeasuresPage {...props} />, changed.length > 0 ? 409 : faults.length > 0 ? 422 : 200)
}

async function submit(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const opened = await openReport(c, deps)
  const { town, report, today } = opened
  const { number, pages, measures } = hereOf(c, opened)
  const fields = await readForm(c.req.raw)
  const read = updatesFrom(fields, measures, { translator: c.get('translator'), today, deps })
  if ('faults' in read) return show(c, deps, { fields, faults: read.faults })
  const outcome = await saveMeasures(deps, c.get('act'), report.id, read.updates)
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'conflict') return show(c, deps, { fields, changed: outcome.measures })
  const next = number < pages ? urls.townReportMeasures(town, report.id, number + 1) : urls.townReport(town, report.id)
  return c.redirect(number < pages ? next : `${next}?done=kept`, 303)
}
