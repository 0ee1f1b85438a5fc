/** Everything that a report says in public, read at once. */
import type { ReadDb } from '../../../platform/db/tables.ts'
import type { PlanDocument } from '../../plans/index.ts'
import { publishedPlansOf, readVersion } from '../../plans/index.ts'
import { type PublicFeedback, publicFeedback } from '../feedback/review-store.ts'
import {
  type GivenReport,
  type ReportVersion,
  readReportVersion,
  reportBefore,
  reportGiven,
  versionsOfReport,
} from '../published-store.ts'
import type { ReportDocument } from '../schema.ts'

export interface ReportFacts {
  readonly given: GivenReport
  readonly shown: ReportVersion
  /** Newest first. */
  readonly versions: readonly Omit<ReportVersion, 'document'>[]
  readonly plan: PlanDocument
  /** Whether the town still carries the plan: otherwise it has no page of its own there. */
  readonly carried: boolean
  /** What reviewers and the town say of it, where both want it to be public. */
  readonly feedback: readonly PublicFeedback[]
  /** The last report, with the plan as it was then: undefined where that was another plan. */
  readonly before:
    | { readonly given: GivenReport; readonly document: ReportDocument; readonly plan: PlanDocument | undefined }
    | undefined
}

async function readBefore(db: ReadDb, authority: string, cycle: number, plan: string): Promise<ReportFacts['before']> {
  const given = await reportBefore(db, authority, cycle)
  const document = given && (await readReportVersion(db, given.id))?.document
  if (!given || !document) return undefined
  const version = document.plan === plan ? await readVersion(db, plan, document.planVersion) : undefined
  return { given, document, plan: version?.document }
}

/** Undefined where there is no such report, or no such version of it. */
export async function readReportFacts(
  db: ReadDb,
  authority: string,
  cycle: number,
  version: number | undefined,
): Promise<ReportFacts | undefined> {
  const given = await reportGiven(db, authority, cycle)
  const shown = given && (await readReportVersion(db, given.id, version))
  const plan = shown && (await readVersion(db, shown.document.plan, shown.document.planVersion))
  if (!given || !shown || !plan) return undefined
  const versions = await versionsOfReport(db, given.id)
  const before = await readBefore(db, authority, cycle, shown.document.plan)
  const feedback = await publicFeedback(db, given.id)
  const carried = (await publishedPlansOf(db, authority)).some(({ id }) => id === shown.document.plan)
  return { given, shown, versions, plan: plan.document, carried, feedback, before }
}
