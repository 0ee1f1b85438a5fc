/** Handing a report in: the plan's draft is published with it, and both stand there as versions. */
import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../platform/db/tables.ts'
import { officePeople } from '../checklist/index.ts'
import { publishPlanIn, readMeasures, readNewest } from '../plans/index.ts'
import { type ReportCheck, reportMusts } from './check-rules.ts'
import { type PersonsAct, type ReportsDeps, todayAt } from './deps.ts'
import { readReportVersion, reportGiven, writeReportVersion } from './published-store.ts'
import { questionsOf } from './question-rules.ts'
import { lockReport, markSubmitted, type Report } from './report-store.ts'
import type { ReportDocument } from './schema.ts'
import { recordReport } from './write-report.ts'

export type SubmitOutcome =
  | { readonly outcome: 'given'; readonly version: number }
  | { readonly outcome: 'gone' | 'changed' }
  /** Something of the plan has to be settled where plans are published: a second person, a fault. */
  | { readonly outcome: 'plan' }
  /** A second person has to hand it in: an approver who was not the last to write in it. */
  | { readonly outcome: 'second' }
  | { readonly outcome: 'faults'; readonly faults: readonly ReportCheck[] }

/** What the page showed: what nobody has seen is not handed in. */
interface Seen {
  readonly revision: number
  /** Of the plan. */
  readonly stamp: number
}

/** Two at once hand in one report: the second finds that everything stands there already. */
export async function submitReport(deps: ReportsDeps, act: PersonsAct, id: string, seen: Seen): Promise<SubmitOutcome> {
  await deps.readyToNotify()
  try {
    return await deps.database.db.transaction().execute((tx) => submitIn(deps, tx, act, id, seen))
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    throw error
  }
}

/** Nothing of what was begun stays: a plan is not published where its report is refused. */
class Refused extends Error {
  readonly outcome: SubmitOutcome
  constructor(outcome: SubmitOutcome) {
    super(outcome.outcome)
    this.outcome = outcome
  }
}

async function submitIn(
  deps: ReportsDeps,
  tx: Tx,
  act: PersonsAct,
  id: string,
  { revision, stamp }: Seen,
): Promise<SubmitOutcome> {
  const report = await lockReport(tx, id)
  const [town] = report ? await deps.readTowns(tx, [report.authority]) : []
  if (!report || !town) return { outcome: 'gone' }
  const given = await reportGiven(tx, report.authority, report.cycle)
  const before = given && (await readReportVersion(tx, given.id))
  const today = todayAt(act.at, town.timeZone)
  const faults = reportMusts(report, await readMeasures(tx, report.plan), today)
  if (faults.length > 0) return { outcome: 'faults', faults }
  const published = await publishPlanIn(deps, tx, act, report.plan, stamp)
  if (published.outcome === 'gone' || published.outcome === 'changed') throw new Refused({ outcome: published.outcome })
  if (published.outcome !== 'published' && published.outcome !== 'unchanged') throw new Refused({ outcome: 'plan' })
  const plan = await readNewest(tx, report.plan)
  if (!plan) throw new Refused({ outcome: 'plan' })
  const document = await documentOf(deps, tx, report, plan.version, before?.document)
  // The second click, or a second officer: what they want to give stands there.
  if (before && isDeepStrictEqual(before.document, document)) return { outcome: 'given', version: before.version }
  if (report.revision !== revision) throw new Refused({ outcome: 'changed' })
  if (await needsSecond(deps, tx, act, report)) throw new Refused({ outcome: 'second' })
  const version = (before?.version ?? 0) + 1
  await writeReportVersion(tx, { report: id, country: town.country, version, document, at: act.at })
  await markSubmitted(tx, id, act.at)
  await recordReport(tx, act, report, { cycle: report.cycle, version })
  await deps.announceChange(tx, [report.authority])
  return { outcome: 'given', version }
}

/** @param before a correction keeps what the checklist said on the day of the report. */
async function documentOf(
  deps: ReportsDeps,
  tx: Tx,
  report: Report,
  planVersion: number,
  before: ReportDocument | undefined,
): Promise<ReportDocument> {
  const { authority, cycle, form, language, plan, answers } = report
  const asked = questionsOf(form)
  const said = asked.flatMap((one) => (answers[one] ? [[one, answers[one]] as const] : []))
  return {
    format: 'safe-towns-report/1',
    ...{ authority, cycle, form, language, plan, planVersion },
    answers: Object.fromEntries(said),
    checklist: before ? before.checklist : await deps.countChecklist(tx, authority),
  }
}

async function needsSecond(deps: ReportsDeps, tx: Tx, act: PersonsAct, report: Report): Promise<boolean> {
  if (!(await deps.wantsTwoPairs(tx, report.authority))) return false
  const by = (await officePeople(tx, report.authority)).find(({ id }) => id === act.person.id)
  return !by?.approver || report.changedBy === act.person.id
}
