/** The secretariat asks a peer to answer a report, the peer answers, the town answers back. Nothing is scored. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { readNewest } from '../../plans/index.ts'
import { lockCycles } from '../cycle-store.ts'
import type { PlanTown, ReportsDeps } from '../deps.ts'
import { type GivenReport, readGiven, readReportVersion } from '../published-store.ts'
import { assignedNotice, feedbackNotice, townAnswerNotice } from './notices.ts'
import {
  deleteReview,
  type Feedback,
  insertReview,
  lockReview,
  type Review,
  reviewsIn,
  type TownAnswer,
  writeAnswer,
  writeFeedback,
  writePublic,
} from './review-store.ts'
import { type Assigned, conflictOf, type ReviewConflict, type Reviewer } from './reviewer-rules.ts'

const madeBy = ({ person, at }: Act) => ({ by: person?.id ?? null, at })

const record = (tx: Tx, act: Act, review: string, { authority }: Pick<GivenReport, 'authority'>) =>
  recordAudit(tx, act, { authority, subject: `report review ${review}` })

export type AssignOutcome =
  | { readonly outcome: 'assigned' | 'gone' }
  | { readonly outcome: 'conflict'; readonly conflict: ReviewConflict }

/** One who assigns at a time: two towns must not come to answer each other. */
export async function assignReviewer(
  deps: ReportsDeps,
  act: Act,
  given: { readonly id: string; readonly report: string; readonly reviewer: string },
): Promise<AssignOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<AssignOutcome> => {
    await lockCycles(tx)
    const report = await readGiven(tx, given.report)
    const reviewer = await deps.readReviewer(tx, given.reviewer)
    const [town] = report ? await deps.readTowns(tx, [report.authority]) : []
    if (!report || !reviewer || !town) return { outcome: 'gone' }
    const all = await reviewsIn(tx, report.cycle)
    // The second click.
    if (all.some((one) => one.report === report.id && one.reviewer === reviewer.person)) return { outcome: 'assigned' }
    const conflict = await conflictNow(deps, tx, reviewer, { report, town, others: all })
    if (conflict) return { outcome: 'conflict', conflict }
    await insertReview(tx, { ...given, countries: reviewer.countries }, madeBy(act))
    await record(tx, act, given.id, report)
    await deps.notify(tx, {
      ...{ person: reviewer.person, kind: 'progress', key: `report-review ${given.id}` },
      compose: (translator) => assignedNotice(translator, town, given.id),
    })
    return { outcome: 'assigned' }
  })
}

/** By the roles of today, of everybody who answers a report of the cycle. */
async function conflictNow(
  deps: ReportsDeps,
  tx: Tx,
  reviewer: Reviewer,
  of: { readonly report: GivenReport; readonly town: PlanTown; readonly others: Awaited<ReturnType<typeof reviewsIn>> },
): Promise<ReviewConflict | undefined> {
  const { report, town, others } = of
  const assigned: Assigned[] = []
  for (const one of others) {
    const by = await deps.readReviewer(tx, one.reviewer)
    assigned.push({ town: one.town, reviewer: by ?? { person: one.reviewer, towns: [] } })
  }
  const shown = (await readReportVersion(tx, report.id))?.document
  const plan = shown && (await readNewest(tx, shown.plan))
  const { id, country } = town
  return conflictOf(reviewer, { id, country, carriers: plan?.document.authorities ?? [] }, assigned)
}

/** What was written stays. */
export async function unassignReviewer(
  { database }: Pick<ReportsDeps, 'database'>,
  act: Act,
  id: string,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    const review = await lockReview(tx, id)
    const report = review && (await readGiven(tx, review.report))
    if (!review || !report || review.givenAt) return
    await deleteReview(tx, id)
    await record(tx, act, id, report)
  })
}

export type WriteOutcome = 'kept' | 'gone' | 'conflict'
/** Since somebody was chosen they have come to work where they may not answer this report. */
export interface RefusedOutcome {
  readonly refused: ReviewConflict
}

interface Locked {
  readonly review: Review
  readonly report: GivenReport
  readonly town: PlanTown
}

async function openLocked(deps: ReportsDeps, tx: Tx, id: string): Promise<Locked | undefined> {
  const review = await lockReview(tx, id)
  const report = review && (await readGiven(tx, review.report))
  const [town] = report ? await deps.readTowns(tx, [report.authority]) : []
  return review && report && town && { review, report, town }
}

async function refusalNow(
  deps: ReportsDeps,
  tx: Tx,
  { review, report, town }: Locked,
): Promise<'gone' | RefusedOutcome | undefined> {
  const reviewer = await deps.readReviewer(tx, review.reviewer)
  if (!reviewer) return 'gone'
  const others = (await reviewsIn(tx, report.cycle)).filter((one) => one.id !== review.id)
  const refused = await conflictNow(deps, tx, reviewer, { report, town, others })
  return refused && { refused }
}

/** @param given.seen the revision that the form was made from. */
export async function giveFeedback(
  deps: ReportsDeps,
  act: Act,
  given: { readonly id: string; readonly feedback: Feedback; readonly seen: number },
): Promise<WriteOutcome | RefusedOutcome> {
  const { id, feedback, seen } = given
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<WriteOutcome | RefusedOutcome> => {
    await lockCycles(tx)
    const opened = await openLocked(deps, tx, id)
    if (!opened || opened.review.reviewer !== act.person?.id) return 'gone'
    const { review, report, town } = opened
    const { strong, ask, helped, reviewerAgrees: agrees, givenAt } = review
    if (givenAt && isDeepStrictEqual({ strong, ask, helped, agrees }, feedback)) return 'kept'
    if (review.revision !== seen) return 'conflict'
    // Taking back what stands there in public is never refused.
    const takesBack = givenAt && isDeepStrictEqual({ strong, ask, helped, agrees: false }, feedback)
    const refused = takesBack ? undefined : await refusalNow(deps, tx, opened)
    if (refused) return refused
    await writeFeedback(tx, review, feedback, act.at)
    await settle(deps, tx, act, review, report)
    for (const person of givenAt ? [] : await deps.officeOf(tx, town.id, false)) {
      await deps.notify(tx, {
        ...{ person, kind: 'progress', key: `report-feedback ${id}` },
        compose: (translator) => feedbackNotice(translator, town, id),
      })
    }
    return 'kept'
  })
}

export async function answerFeedback(
  deps: ReportsDeps,
  act: Act,
  given: { readonly id: string; readonly town: string; readonly answer: TownAnswer; readonly seen: number },
): Promise<WriteOutcome> {
  const { id, answer, seen } = given
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<WriteOutcome> => {
    const opened = await openLocked(deps, tx, id)
    if (!opened?.review.givenAt || opened.town.id !== given.town) return 'gone'
    const { review, report, town } = opened
    const before = { answer: review.answer, agrees: review.townAgrees }
    if (review.answeredAt && isDeepStrictEqual(before, answer)) return 'kept'
    if (review.revision !== seen) return 'conflict'
    await writeAnswer(tx, review, answer, madeBy(act))
    await settle(deps, tx, act, review, report)
    if (!review.answeredAt) {
      await deps.notify(tx, {
        ...{ person: review.reviewer, kind: 'progress', key: `report-answer ${id}` },
        compose: (translator) => townAnswerNotice(translator, town, id),
      })
    }
    return 'kept'
  })
}

/** Public is what both sides want to be public. */
async function settle(deps: ReportsDeps, tx: Tx, act: Act, { id }: Review, report: GivenReport): Promise<void> {
  await writePublic(tx, id, act.at)
  await record(tx, act, id, report)
  await deps.announceChange(tx, [report.authority])
}
