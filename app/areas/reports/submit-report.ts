/** Handing a report in: with the report of the town that leads a plan its draft is published, too. */
import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../platform/db/tables.ts'
import { officePeople } from '../checklist/index.ts'
import { readMeasures, readPlan } from '../plans/index.ts'
import { type ReportCheck, reportMusts } from './check-rules.ts'
import { type PersonsAct, type ReportsDeps, todayAt } from './deps.ts'
import { leads, planWithReport, tellLead } from './publish-with.ts'
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
  /** Of the plan, as of `planStamp`. */
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
  const plan = report && (await readPlan(tx, report.plan))
  if (!report || !town || !plan) return { outcome: 'gone' }
  const given = await reportGiven(tx, report.authority, report.cycle)
  const before = given && (await readReportVersion(tx, given.id))
  const today = todayAt(act.at, town.timeZone)
  // What a partner does not publish keeps nobody from handing in.
  const measures = leads(report, plan) ? await readMeasures(tx, plan.id) : []
  const faults = reportMusts(report, measures, { ...deps, today })
  if (faults.length > 0) return { outcome: 'faults', faults }
  const shown = await planWithReport(deps, tx, act, { report, plan, seen: stamp })
  if ('refused' in shown) throw new Refused({ outcome: shown.refused })
  const document = await documentOf(deps, tx, report, shown.version, before?.document)
  // The second click, or a second officer: what they want to give stands there.
  if (before && isDeepStrictEqual(before.document, document)) return { outcome: 'given', version: before.version }
  if (!leads(report, plan) && shown.version !== stamp) throw new Refused({ outcome: 'changed' })
  if (report.revision !== revision) throw new Refused({ outcome: 'changed' })
  if (await needsSecond(deps, tx, act, report)) throw new Refused({ outcome: 'second' })
  const version = (before?.version ?? 0) + 1
  await writeReportVersion(tx, { report: id, country: town.country, version, document, at: act.at })
  await markSubmitted(tx, id, act.at)
  await recordReport(tx, act, report, { cycle: report.cycle, version })
  await tellLead(deps, tx, plan, { report, version, partner: town })
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
