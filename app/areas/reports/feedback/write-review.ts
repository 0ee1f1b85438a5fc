/** The secretariat asks a peer to answer a report, the peer answers, the town answers back. Nothing is scored. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { lockCycles } from '../cycle-store.ts'
import type { ReportsDeps } from '../deps.ts'
import { type GivenReport, readGiven } from '../published-store.ts'
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
import { conflictOf, type ReviewConflict } from './reviewer-rules.ts'

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
    const assigned = await Promise.all(
      all.map(async (one) => ({
        town: one.town,
        reviewer: (await deps.readReviewer(tx, one.reviewer)) ?? { person: one.reviewer, towns: [] },
      })),
    )
    const conflict = conflictOf(reviewer, town, assigned)
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

/** @param given.seen the revision that the form was made from. */
export async function giveFeedback(
  deps: ReportsDeps,
  act: Act,
  given: { readonly id: string; readonly feedback: Feedback; readonly seen: number },
): Promise<WriteOutcome> {
  const { id, feedback, seen } = given
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<WriteOutcome> => {
    const review = await lockReview(tx, id)
    const report = review && (await readGiven(tx, review.report))
    const [town] = report ? await deps.readTowns(tx, [report.authority]) : []
    if (!review || !report || !town || review.reviewer !== act.person?.id) return 'gone'
    const { strong, ask, helped, reviewerAgrees: agrees, givenAt } = review
    if (givenAt && isDeepStrictEqual({ strong, ask, helped, agrees }, feedback)) return 'kept'
    if (review.revision !== seen) return 'conflict'
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
    const review = await lockReview(tx, id)
    const report = review && (await readGiven(tx, review.report))
    const [town] = report ? await deps.readTowns(tx, [report.authority]) : []
    if (!review?.givenAt || report?.authority !== given.town || !town) return 'gone'
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
