/** The office of a town: its reports, beginning one, what belongs to it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { longDate } from '../../ui/dates.ts'
import { patterns, urls } from '../../urls.ts'
import { currentPlan, publishedPlansOf, readNewest } from '../plans/index.ts'
import { cycleOn } from './cycle-rules.ts'
import { readCycles } from './cycle-store.ts'
import { type ReportsOfficeDeps, todayAt } from './deps.ts'
import { givenTo } from './feedback/review-store.ts'
import {
  doneOf,
  idIn,
  knownEvents,
  type OfficeContext,
  type OpenReport,
  type OpenTown,
  openReport,
  openTown,
  page,
} from './office-request.ts'
import { ProgressPage } from './pages/progress-page.tsx'
import { ReportOverviewPage, type ReportPageViewProps } from './pages/report-page.tsx'
import { checklistSentence, cycleView, eventLines } from './present-report.ts'
import { givenBy } from './published-store.ts'
import { isEnough, questionPages } from './question-rules.ts'
import { isSilent, reportsOf } from './report-store.ts'
import { reportForms } from './schema.ts'
import { measuresPerPage, pagesOf } from './update-rules.ts'
import { beginReport, changeForm, switchReminders } from './write-report.ts'

export function progressRoutes(deps: ReportsOfficeDeps): Route<AppEnv>[] {
  const list = `/office${patterns.cc}${patterns.slug}/progress`
  const one = `${list}${patterns.id}`
  const permission = 'progress.write'
  const get = { method: 'GET', permission } as const
  const post = { method: 'POST', permission } as const
  return [
    { ...get, path: list, audit: 'progress.list', handle: (c) => showList(c, deps, false) },
    { ...post, path: list, audit: 'progress.begin', handle: (c) => submitBegin(c, deps) },
    { ...post, path: `${list}/reminders`, audit: 'progress.remind', handle: (c) => submitReminders(c, deps) },
    { ...get, path: one, audit: 'progress.show', handle: (c) => showReport(c, deps) },
    { ...post, path: one, audit: 'progress.change-form', handle: (c) => submitForm(c, deps) },
  ]
}

function doneIn(c: OfficeContext): string | undefined {
  const done = doneOf(c)
  return done && c.get('translator').t(`progress.done.${done}`)
}

/** The plan that a town reports about: the one that counts today. */
async function planOf(deps: ReportsOfficeDeps, { town, today }: OpenTown) {
  return currentPlan(await publishedPlansOf(deps.database.db, town.id), today)
}

async function showList(c: OfficeContext, deps: ReportsOfficeDeps, refused: boolean): Promise<Response> {
  const opened = await openTown(c, deps)
  const { town, today, frame } = opened
  const { db } = deps.database
  const translator = c.get('translator')
  const cycle = cycleOn(await readCycles(db), today)
  const [written, given] = [await reportsOf(db, town.id), await givenBy(db, town.id)]
  const day = (at: Temporal.Instant) => longDate(translator, todayAt(at, town.timeZone))
  const current = cycle && written.find((one) => one.cycle === cycle.number)
  const props = {
    ...{ frame: { ...frame, done: doneIn(c) }, town, id: newId() },
    feedback: (await givenTo(db, [town.id])).map((one) => ({
      href: urls.townFeedback(town, one.id),
      text: translator.t(one.answeredAt ? 'progress.feedback.lineAnswered' : 'progress.feedback.line', {
        number: `${one.cycle}`,
        country: deps.countryName(one.countries[0] ?? '', translator.tag),
      }),
    })),
    cycle: cycle && cycleView(translator, cycle),
    plan: (await planOf(deps, opened)) ? ('published' as const) : ('none' as const),
    report: current && {
      href: urls.townReport(town, current.id),
      given: current.submittedAt ? day(current.submittedAt) : '',
      publicHref: urls.planReport(translator.language, town, current.cycle),
    },
    given: given.map((one) => ({
      cycle: one.cycle,
      when: day(one.givenAt),
      href: urls.planReport(translator.language, town, one.cycle),
      open: urls.townReport(town, one.id),
    })),
    reminders: !(await isSilent(db, town.id)),
    faults: refused ? [{ field: 'form', text: translator.t('progress.error.form') }] : [],
  }
  return page(c, <ProgressPage {...props} />, refused ? 422 : 200)
}

async function submitBegin(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const opened = await openTown(c, deps)
  const { town, today } = opened
  const { db } = deps.database
  const fields = await readForm(c.req.raw)
  const form = reportForms.find((one) => one === fieldText(fields, 'form'))
  const cycle = cycleOn(await readCycles(db), today)
  const plan = await planOf(deps, opened)
  const newest = plan && (await readNewest(db, plan.id))
  if (!cycle || !newest) throw notFound()
  if (!form) return showList(c, deps, true)
  const { language } = newest.document.plan
  const id = idIn(fields)
  await beginReport(deps, c.get('act'), {
    ...{ id, form, language, authority: town.id, cycle: cycle.number },
    plan: plan.id,
  })
  // A colleague may have begun it a moment earlier: there is one report a cycle.
  const report = (await reportsOf(db, town.id)).find((one) => one.cycle === cycle.number)
  if (!report) throw notFound()
  return c.redirect(`${urls.townReport(town, report.id)}?done=begun`, 303)
}

async function submitReminders(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const { town } = await openTown(c, deps)
  const fields = await readForm(c.req.raw)
  await switchReminders(deps, c.get('act'), town.id, fieldText(fields, 'do') === 'on')
  return c.redirect(`${urls.townProgress(town)}?done=reminders`, 303)
}

/** Pages of the report, each with how far it is. */
function partsOf(opened: OpenReport): ReportPageViewProps['parts'] {
  const { report, town, asked: measures, frame } = opened
  const { t } = frame.of.translator
  const looked = new Set(report.looked)
  const pages = pagesOf(measures.length)
  const ofMeasures = Array.from({ length: pages }, (_, index) => {
    const here = measures.slice(index * measuresPerPage, (index + 1) * measuresPerPage)
    const done = here.filter(({ id }) => looked.has(id)).length
    return {
      name: t('progress.measures.title', { page: `${index + 1}`, pages: `${pages}` }),
      state: t('progress.measures.state', { done: `${done}`, count: here.length }),
      href: urls.townReportMeasures(town, report.id, index + 1),
    }
  })
  const asked = questionPages(report.form)
  const ofQuestions = asked.map((here, index) => {
    const done = here.filter((one) => report.answers[one]).length
    const enough = done > 0 && done < here.length && isEnough(here, report.answers)
    return {
      name: t('progress.questions.title', { page: `${index + 1}`, pages: `${asked.length}` }),
      state: t(enough ? 'progress.questions.stateEnough' : 'progress.questions.state', {
        done: `${done}`,
        count: here.length,
      }),
      href: urls.townReportQuestions(town, report.id, index + 1),
    }
  })
  return [...ofMeasures, ...ofQuestions]
}

async function showReport(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const opened = await openReport(c, deps)
  const { report, town, frame } = opened
  const translator = c.get('translator')
  const counts = await deps.countChecklist(deps.database.db, town.id)
  const props: ReportPageViewProps = {
    ...{ town, report, parts: partsOf(opened) },
    frame: { ...frame, done: doneIn(c), back: { href: urls.townProgress(town), text: translator.t('progress.back') } },
    known: [
      ...(counts ? [{ text: checklistSentence(translator, counts) }] : []),
      ...eventLines(translator, await knownEvents(deps, opened), deps.i18n.languages, 'progress.known.event'),
    ],
    publicHref: report.submittedAt && urls.planReport(translator.language, town, report.cycle),
  }
  return page(c, <ReportOverviewPage {...props} />)
}

async function submitForm(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const { town, report } = await openReport(c, deps)
  const fields = await readForm(c.req.raw)
  const form = reportForms.find((one) => one === fieldText(fields, 'form'))
  if (form) await changeForm(deps, c.get('act'), report.id, form)
  return c.redirect(`${urls.townReport(town, report.id)}?done=form`, 303)
}
