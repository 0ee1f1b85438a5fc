/** What readers say is wrong with a town's services: the queue, and deciding about one thing of it. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longDate } from '../../ui/dates.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { kindName } from '../checklist/index.ts'
import type { WatchedTown, WatchingOfficeDeps } from './deps.ts'
import { toldMonths, toldNeeds } from './needs/need-rules.ts'
import { readNeeds } from './needs/need-store.ts'
import { serviceName, townName } from './notices.ts'
import { type DecideFault, DecidePage } from './pages/decide-page.tsx'
import { ReportsPage, type ReportView } from './pages/reports-page.tsx'
import { byService, reportOutcomes } from './report-rules.ts'
import {
  findReport,
  type ReaderReport,
  readReportedService,
  readReportedServices,
  waitingReports,
} from './report-store.ts'
import { decideReport, todayIn } from './reports.ts'

type OfficeContext = Context<AppEnv>

export function watchingRoutes(deps: WatchingOfficeDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/reports`
  const one = `${path}${patterns.id}`
  const read = { method: 'GET', permission: 'watching.read' } as const
  const decide = { permission: 'watching.decide', path: one } as const
  return [
    { ...read, path, audit: 'watching.list-reports', handle: (c) => list(c, deps) },
    { method: 'GET', ...decide, audit: 'watching.show-report', handle: (c) => show(c, deps) },
    { method: 'POST', ...decide, audit: 'watching.decide', handle: (c) => submit(c, deps) },
  ]
}

/** @throws RequestFault not-found when the authority is gone. */
async function townOf(c: OfficeContext, deps: WatchingOfficeDeps): Promise<WatchedTown> {
  const found = await deps.readAuthority(deps.database.db, authorityOf(c).id)
  if (!found) throw notFound()
  return found
}

const workplaceOf = (c: OfficeContext, town: WatchedTown) => ({
  name: townName(c.get('translator'), town),
  items: townSections(c.get('frame'), town, 'reports'),
})

function viewOf(c: OfficeContext, deps: WatchingOfficeDeps, town: WatchedTown, report: ReaderReport): ReportView {
  const translator = c.get('translator')
  return {
    id: report.id,
    reason: translator.t(`watching.reason.${report.reason}`),
    count: report.count,
    since: longDate(translator, report.firstAt.toZonedDateTimeISO(town.timeZone).toPlainDate()),
    due: longDate(translator, report.due),
    overdue: Temporal.PlainDate.compare(report.due, todayIn(deps, town)) < 0,
  }
}

/** What was searched for and found nobody, as far as it is told. */
async function needsOf(c: OfficeContext, deps: WatchingOfficeDeps, town: WatchedTown) {
  const today = todayIn(deps, town)
  const needs = toldNeeds(await readNeeds(deps.database.db, town.id, toldMonths(today)), today)
  return needs.map(({ kind, searches }) => ({
    kind,
    name: kindName(c.get('translator'), deps.checklist, kind),
    searches,
  }))
}

async function list(c: OfficeContext, deps: WatchingOfficeDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const translator = c.get('translator')
  const { db } = deps.database
  const groups = byService(await waitingReports(db, [town.id]))
  const services = await readReportedServices(
    db,
    groups.map(({ service }) => service),
  )
  const done = (['decided', 'before'] as const).find((each) => each === c.req.query('done'))
  const page = (
    <ReportsPage
      of={c.get('frame')}
      workplace={workplaceOf(c, town)}
      town={town}
      services={groups.map(({ service, reports }) => {
        const found = services.get(service)
        return {
          id: service,
          name: found ? serviceName(translator, town, found.name) : translator.t('watching.page.removed'),
          published: found !== undefined,
          reports: reports.map((report) => viewOf(c, deps, town, report)),
        }
      })}
      needs={await needsOf(c, deps, town)}
      done={done}
    />
  )
  return c.html(renderDocument(page))
}

/** The report that the address names. @throws RequestFault not-found where the town has none such. */
async function reportOf(c: OfficeContext, deps: WatchingOfficeDeps, town: WatchedTown): Promise<ReaderReport> {
  const found = await findReport(deps.database.db, town.id, c.req.param('id') ?? '')
  if (!found) throw notFound()
  return found
}

async function show(
  c: OfficeContext,
  deps: WatchingOfficeDeps,
  fields: FormFields = new Map(),
  fault?: DecideFault,
): Promise<Response> {
  const town = await townOf(c, deps)
  const report = await reportOf(c, deps, town)
  if (report.decided) return c.redirect(`${urls.officeReports(town)}?done=before`, 303)
  const service = await readReportedService(deps.database.db, report.service)
  const translator = c.get('translator')
  const page = (
    <DecidePage
      of={c.get('frame')}
      workplace={workplaceOf(c, town)}
      town={town}
      service={{ id: report.service, name: service && serviceName(translator, town, service.name) }}
      report={viewOf(c, deps, town, report)}
      chosen={{ outcome: fieldText(fields, 'outcome'), tellReaders: fieldText(fields, 'tell') === 'yes' }}
      fault={fault}
    />
  )
  return c.html(renderDocument(page), fault ? 422 : 200)
}

async function submit(c: OfficeContext, deps: WatchingOfficeDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const outcome = reportOutcomes.find((each) => each === fieldText(fields, 'outcome'))
  if (!outcome) return show(c, deps, fields, 'outcome')
  const tellReaders = fieldText(fields, 'tell') === 'yes'
  const decided = await decideReport(deps, c.get('act'), town, c.req.param('id') ?? '', { outcome, tellReaders })
  if (decided.outcome === 'gone') throw notFound()
  if (decided.outcome === 'unpublished') return show(c, deps, fields, 'unpublished')
  return c.redirect(`${urls.officeReports(town)}?done=${decided.outcome === 'decided' ? 'decided' : 'before'}`, 303)
}
