/** Beginning a report and filling it in. Two officers at once: the second is told what the first did. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { applyUpdates } from './apply-updates.ts'
import type { ReportsDeps } from './deps.ts'
import { withAnswers } from './question-rules.ts'
import { type FreshReport, insertReport, lockReport, type Report, updateReport, writeSilent } from './report-store.ts'
import type { Answers, Question, ReportForm } from './schema.ts'
import type { MeasureUpdate } from './update-rules.ts'

type Deps = Pick<ReportsDeps, 'database'>

export const writtenBy = ({ person, at }: Act) => ({ by: person?.id ?? null, at })

export const recordReport = (
  tx: Tx,
  act: Act,
  { id, authority }: Pick<Report, 'id' | 'authority'>,
  detail: Record<string, string | number> = {},
) => recordAudit(tx, act, { authority, subject: `progress report ${id}`, detail })

/** One report a town and cycle: whoever comes second goes on with the first. */
export async function beginReport({ database }: Deps, act: Act, given: Omit<FreshReport, 'by' | 'at'>): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (await insertReport(tx, { ...given, ...writtenBy(act) })) {
      await recordReport(tx, act, given, { cycle: given.cycle, form: given.form })
    }
  })
}

export type SaveOutcome =
  | { readonly outcome: 'saved' | 'gone' }
  /** Somebody else was first. */
  | { readonly outcome: 'conflict' }

interface GivenAnswers {
  readonly report: string
  /** Those of the page. */
  readonly asked: readonly Question[]
  readonly answers: Answers
  /** The revision that the form was made from. */
  readonly seen: number
}

export async function saveAnswers({ database }: Deps, act: Act, given: GivenAnswers): Promise<SaveOutcome> {
  return database.db.transaction().execute((tx) => saveAnswersIn(tx, act, given))
}

async function saveAnswersIn(
  tx: Tx,
  act: Act,
  { report: id, asked, answers, seen }: GivenAnswers,
): Promise<SaveOutcome> {
  const report = await lockReport(tx, id)
  if (!report) return { outcome: 'gone' }
  const all = withAnswers(report.answers, asked, answers)
  // The same click a second time, or nothing to change.
  if (isDeepStrictEqual(all, report.answers)) return { outcome: 'saved' }
  if (report.revision !== seen) return { outcome: 'conflict' }
  await updateReport(tx, id, { answers: all }, writtenBy(act))
  await recordReport(tx, act, report, { answers: asked.length })
  return { outcome: 'saved' }
}

/** The form may grow or shrink at any time: what was answered stays. */
export async function changeForm({ database }: Deps, act: Act, id: string, form: ReportForm): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    const report = await lockReport(tx, id)
    if (!report || report.form === form) return
    await updateReport(tx, id, { form }, writtenBy(act))
    await recordReport(tx, act, report, { form })
  })
}

class Conflict extends Error {
  readonly measures: readonly string[]
  constructor(measures: readonly string[]) {
    super('somebody was faster')
    this.measures = measures
  }
}

export type MeasuresOutcome =
  | { readonly outcome: 'saved' | 'gone' }
  /** Ids of measures that somebody has changed in the meantime. */
  | { readonly outcome: 'conflict'; readonly measures: readonly string[] }

/** What is new about the measures of a page goes into the plan's draft; all of them count as looked at. */
export async function saveMeasures(
  { database }: Deps,
  act: Act,
  report: string,
  updates: readonly MeasureUpdate[],
): Promise<MeasuresOutcome> {
  try {
    return await database.db.transaction().execute((tx) => saveMeasuresIn(tx, act, report, updates))
  } catch (error) {
    if (error instanceof Conflict) return { outcome: 'conflict', measures: error.measures }
    throw error
  }
}

async function saveMeasuresIn(
  tx: Tx,
  act: Act,
  id: string,
  updates: readonly MeasureUpdate[],
): Promise<MeasuresOutcome> {
  const report = await lockReport(tx, id)
  if (!report) return { outcome: 'gone' }
  const conflicts = await applyUpdates(tx, act, report.plan, updates)
  if (conflicts.length > 0) throw new Conflict(conflicts)
  const looked = [...new Set([...report.looked, ...updates.map((one) => one.id)])]
  if (looked.length > report.looked.length) {
    await updateReport(tx, id, { looked }, writtenBy(act))
    await recordReport(tx, act, report, { measures: updates.length })
  }
  return { outcome: 'saved' }
}

/** Reminders help, and can be switched off. */
export async function switchReminders({ database }: Deps, act: Act, authority: string, on: boolean): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await writeSilent(tx, authority, !on, act.at))) return
    await recordAudit(tx, act, { authority, subject: 'progress reminders', detail: { on } })
  })
}
