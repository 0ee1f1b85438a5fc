/** What is still to do, and handing the report in. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { apart } from '../../ui/lists.ts'
import { patterns, urls } from '../../urls.ts'
import { reportMusts, reportShoulds } from './check-rules.ts'
import { nameOf, type ReportsOfficeDeps, tagOf } from './deps.ts'
import { numberIn, type OfficeContext, type OpenReport, openReport, page, personsAct } from './office-request.ts'
import { CheckPage, type CheckPageProps } from './pages/check-page.tsx'
import { measureChangeView } from './present-changes.ts'
import { checkView, questionHref } from './present-report.ts'
import { draftDifference, leads, planStamp } from './publish-with.ts'
import { questionsOf } from './question-rules.ts'
import { type SubmitOutcome, submitReport } from './submit-report.ts'

export function checkRoutes(deps: ReportsOfficeDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/progress${patterns.id}/check`
  const permission = 'progress.write'
  return [
    { method: 'GET', path, permission, audit: 'progress.check', handle: (c) => show(c, deps, undefined) },
    { method: 'POST', path, permission, audit: 'progress.submit', handle: (c) => submit(c, deps) },
  ]
}

type Draft = Awaited<ReturnType<typeof draftDifference>>

/** What is published of the plan with the report, or waits for those who lead it; undefined: it stands there as it is. */
async function planChanges(
  deps: ReportsOfficeDeps,
  { report, plan, measures, frame }: OpenReport,
  { same, difference }: Draft,
): Promise<CheckPageProps['plan']> {
  if (same) return undefined
  const { translator } = frame.of
  const [lead] = leads(report, plan) ? [] : await deps.readTowns(deps.database.db, [plan.authority])
  const count = difference.measures.length
  const reasons = new Map(measures.map(({ id, reason }) => [id, reason]))
  return {
    text: lead
      ? translator.t('progress.check.planOfLead', { count, town: apart(nameOf(lead, translator)) })
      : translator.t('progress.check.plan', { count }),
    measures: difference.measures.map((one) => ({
      ...measureChangeView(translator, one, reasons.get(one.id) ?? ''),
      lang: tagOf(deps.i18n.languages, one.language.after),
    })),
  }
}

/** Everything that the town says in it, with where each answer is changed. */
function answersOf({ town, report, measures, frame }: OpenReport): CheckPageProps['answers'] {
  const { t } = frame.of.translator
  return questionsOf(report.form).flatMap((question) => {
    const said = report.answers[question]
    const href = questionHref({ town, report, measures }, question)
    return said ? [{ ...said, href, question: t(`progress.question.${question}`) }] : []
  })
}

function refusalOf(
  c: OfficeContext,
  { town, plan }: OpenReport,
  outcome: SubmitOutcome | undefined,
): CheckPageProps['refusal'] {
  const { t } = c.get('translator')
  if (!outcome || outcome.outcome === 'given' || outcome.outcome === 'gone') return undefined
  const toPlan = outcome.outcome === 'plan'
  return {
    text: t(`progress.refused.${outcome.outcome}`),
    href: toPlan ? urls.townPlanPage(town, plan.id, 'publish') : undefined,
    link: toPlan ? t('progress.refused.toPlan') : '',
  }
}

async function show(c: OfficeContext, deps: ReportsOfficeDeps, outcome: SubmitOutcome | undefined): Promise<Response> {
  const opened = await openReport(c, deps)
  const { town, report, plan, measures, asked, closed, frame, today, lang } = opened
  const translator = c.get('translator')
  const place = { town, report, measures: asked }
  const looked = [...report.looked, ...closed.map(({ id }) => id)]
  const refusal = refusalOf(c, opened, outcome)
  const draft = await draftDifference(deps.database.db, plan)
  const checked = leads(report, plan) ? measures : []
  const props = {
    ...{ frame, lang, refusal, answers: answersOf(opened), revision: report.revision },
    stamp: planStamp(report, plan, draft.version),
    action: urls.townReportCheck(town, report.id),
    musts: reportMusts(report, checked, { ...deps, today }).map((one) => checkView(translator, place, one)),
    shoulds: reportShoulds({ ...report, looked }, measures, today).map((one) => checkView(translator, place, one)),
    plan: await planChanges(deps, opened, draft),
    given: report.submittedAt !== undefined,
  }
  const status = refusal ? (outcome?.outcome === 'changed' ? 409 : 422) : 200
  return page(c, <CheckPage {...props} />, status)
}

async function submit(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const { town, report } = await openReport(c, deps)
  const fields = await readForm(c.req.raw)
  const seen = { revision: numberIn(fields, 'revision'), stamp: numberIn(fields, 'stand') }
  const outcome = await submitReport(deps, personsAct(c), report.id, seen)
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome !== 'given') return show(c, deps, outcome)
  return c.redirect(`${urls.townProgress(town)}?done=given`, 303)
}
