/** What every handler of progress reports starts with: whose office it is, and which report. */
import type { Context } from 'hono'
import { z } from 'zod'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { newId } from '../../platform/ids.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { urls } from '../../urls.ts'
import { type DraftMeasure, inOrder, type Plan, readMeasures, readPlan, readVersion } from '../plans/index.ts'
import { periodOf } from './cycle-rules.ts'
import { readCycles } from './cycle-store.ts'
import { type DoneEvent, nameOf, type PersonsAct, type PlanTown, type ReportsOfficeDeps, todayAt } from './deps.ts'
import type { ReportFrameProps } from './pages/report-frame.tsx'
import { readReportVersion, reportBefore } from './published-store.ts'
import { type Report, readReport } from './report-store.ts'
import type { Answers } from './schema.ts'
import { closedBefore } from './update-rules.ts'

export type OfficeContext = Context<AppEnv>

export interface OpenTown {
  readonly town: PlanTown
  /** `YYYY-MM-DD`, in the town. */
  readonly today: string
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
}

/** @throws RequestFault not-found when the town is gone. */
export async function openTown(c: OfficeContext, deps: ReportsOfficeDeps): Promise<OpenTown> {
  const [town] = await deps.readTowns(deps.database.db, [authorityOf(c).id])
  if (!town) throw notFound()
  const of = c.get('frame')
  return {
    town,
    today: todayAt(deps.clock.now(), town.timeZone),
    frame: {
      of,
      workplace: { name: nameOf(town, of.translator), items: townSections(of, town, 'progress') },
      back: { href: urls.townProgress(town), text: of.translator.t('progress.back') },
    },
  }
}

export interface OpenReport extends OpenTown {
  readonly report: Report
  readonly plan: Plan
  /** In their order. */
  readonly measures: readonly DraftMeasure[]
  /** Those that the report asks about, and those that it takes as they were reported: together all of them. */
  readonly asked: readonly DraftMeasure[]
  readonly closed: readonly DraftMeasure[]
  /** BCP 47 of the language in which plan and report are written. */
  readonly lang: string
}

/** The report of the address. @throws RequestFault not-found where it is none of this office. */
export async function openReport(c: OfficeContext, deps: ReportsOfficeDeps): Promise<OpenReport> {
  const opened = await openTown(c, deps)
  const { db } = deps.database
  const report = await readReport(db, c.req.param('id') ?? '')
  const plan = report && (await readPlan(db, report.plan))
  if (!report || !plan || report.authority !== opened.town.id) throw notFound()
  const { of } = opened.frame
  const measures = inOrder(await readMeasures(db, plan.id))
  const closed = closedBefore(measures, await lastMeasures(deps, report))
  return {
    ...opened,
    ...{ report, plan, measures, closed, asked: measures.filter((one) => !closed.includes(one)) },
    lang: deps.i18n.languages.byCode(report.language)?.tag ?? report.language,
    frame: {
      ...opened.frame,
      caption: of.translator.t('progress.report.caption', { number: `${report.cycle}` }),
      back: { href: urls.townReport(opened.town, report.id), text: of.translator.t('progress.report.back') },
    },
  }
}

/** As they were when the last report was given; none where it was about another plan. */
async function lastMeasures({ database: { db } }: ReportsOfficeDeps, { authority, cycle, plan }: Report) {
  const before = await reportBefore(db, authority, cycle)
  const document = before && (await readReportVersion(db, before.id))?.document
  if (document?.plan !== plan) return []
  return (await readVersion(db, plan, document.planVersion))?.document.measures ?? []
}

/** What the last report said. */
export async function lastAnswers(deps: ReportsOfficeDeps, { authority, cycle }: Report): Promise<Answers> {
  const { db } = deps.database
  const before = await reportBefore(db, authority, cycle)
  return (before && (await readReportVersion(db, before.id))?.document.answers) ?? {}
}

/** What the town has done around 18 November in the cycle of the report, as it has said itself. */
export async function knownEvents(
  deps: ReportsOfficeDeps,
  { report, today }: OpenReport,
): Promise<readonly DoneEvent[]> {
  const { db } = deps.database
  const cycles = await readCycles(db)
  const cycle = cycles.find(({ number }) => number === report.cycle)
  if (!cycle) return []
  const { from, to } = periodOf(cycle, cycles, today)
  return deps.readEvents(db, report.authority, from, to)
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

/** A number that a form carries: of a revision, of a cycle. */
export const numberIn = (fields: FormFields, name: string): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, name))?.[0] ?? 0)

/** From 1. @throws RequestFault not-found behind the last page. */
export function pageOfAddress(c: OfficeContext, last: number): number {
  const number = Number(c.req.param('page') ?? 1)
  if (number > last) throw notFound()
  return number
}

export const idIn = (fields: FormFields): string => {
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  return given.success ? given.data : newId()
}

/** A person does it: the guard has let somebody in. */
export function personsAct(c: OfficeContext): PersonsAct {
  const act = c.get('act')
  if (!act.person) throw notFound()
  return { ...act, person: act.person }
}

export const doneNotices = ['begun', 'kept', 'form', 'given', 'reminders', 'sheet', 'answered'] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))
