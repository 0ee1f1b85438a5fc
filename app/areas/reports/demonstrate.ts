/** Cycles and a report of the demonstration, written as if an office had handed it in. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { currentPlan, publishedPlansOf, readNewest } from '../plans/index.ts'
import type { CycleFacts } from './cycle-rules.ts'
import { insertCycle, lockCycles } from './cycle-store.ts'
import { insertReview } from './feedback/review-store.ts'
import { readGiven, writeReportVersion } from './published-store.ts'
import { insertReport, markSubmitted, updateReport } from './report-store.ts'
import { type Answers, reportDocument } from './schema.ts'
import { recordReport, writtenBy } from './write-report.ts'

interface Deps {
  readonly database: Pick<Database, 'db'>
}

/** Where nobody has kept any. @param cycles the first of them number 1. */
export async function demonstrateCycles({ database }: Deps, cycles: readonly CycleFacts[]): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if ((await lockCycles(tx)).length > 0) return
    for (const [index, facts] of cycles.entries()) {
      await insertCycle(tx, { number: index + 1, demonstration: true, ...facts })
    }
  })
}

/** Nothing where the town has no published plan, or where there is the report already. */
export async function demonstrateReport(
  { database }: Deps,
  act: Act,
  given: {
    readonly id: string
    readonly authority: string
    readonly country: string
    readonly cycle: number
    /** By code of the language; the plan's is taken, or English. */
    readonly answers: Readonly<Record<string, Answers>>
  },
): Promise<void> {
  const { id, authority, country, cycle } = given
  const { db } = database
  const plan = currentPlan(await publishedPlansOf(db, authority), act.at.toString().slice(0, 10))
  const newest = plan && (await readNewest(db, plan.id))
  if (!newest || (await readGiven(db, id))) return
  const language = newest.document.plan.language in given.answers ? newest.document.plan.language : 'en'
  const answers = given.answers[language] ?? {}
  await db.transaction().execute(async (tx) => {
    const report = { id, authority, cycle, language, plan: plan.id, form: 'light' } as const
    const opened = { by: null, at: act.at.subtract({ minutes: 18 }) }
    if (!(await insertReport(tx, { ...report, ...opened }))) return
    const looked = newest.document.measures.map((one) => one.id)
    await updateReport(tx, id, { answers, looked }, writtenBy(act))
    const document = reportDocument.parse({
      ...{ format: 'safe-towns-report/1', authority, cycle, language, answers },
      ...{ form: report.form, plan: plan.id, planVersion: newest.version, checklist: null },
    })
    await writeReportVersion(tx, { report: id, country, version: 1, document, at: act.at })
    await markSubmitted(tx, id, act.at)
    await recordReport(tx, act, report, { cycle, version: 1, measures: looked.length })
  })
}

/** Somebody is asked to answer a report of the demonstration; nothing where there is no such report. */
export async function demonstrateReview(
  { database }: Deps,
  act: Act,
  given: { readonly id: string; readonly report: string; readonly reviewer: string; readonly countries: string[] },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    const report = await readGiven(tx, given.report)
    if (!report || !(await insertReview(tx, given, { by: null, at: act.at }))) return
    await recordAudit(tx, act, { authority: report.authority, subject: `report review ${given.id}` })
  })
}
