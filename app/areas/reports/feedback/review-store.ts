/** What reviewers and towns write to each other about a report. */
import type { Db, ReadDb, Tx } from '../../../platform/db/tables.ts'

export interface Review {
  readonly id: string
  /** Of the report. */
  readonly report: string
  /** Id of the person. */
  readonly reviewer: string
  readonly strong: string
  readonly ask: string
  readonly helped: string
  readonly reviewerAgrees: boolean
  readonly givenAt: Temporal.Instant | undefined
  readonly answer: string
  readonly townAgrees: boolean
  readonly answeredAt: Temporal.Instant | undefined
  readonly revision: number
  /** ISO 3166-1, of the reviewer, when it was assigned. */
  readonly countries: readonly string[]
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const reviews = (db: Db) =>
  db
    .selectFrom('office.report_review as review')
    .select([
      ...(['review.id', 'review.report', 'review.reviewer', 'review.strong', 'review.ask', 'review.helped'] as const),
      ...(['review.reviewer_agrees', 'review.given_at', 'review.answer', 'review.town_agrees'] as const),
      ...(['review.answered_at', 'review.revision', 'review.countries'] as const),
    ])
type Row = Awaited<ReturnType<ReturnType<typeof reviews>['execute']>>[number]

const reviewOf = ({ reviewer_agrees, given_at, town_agrees, answered_at, ...row }: Row): Review => ({
  ...row,
  reviewerAgrees: reviewer_agrees,
  givenAt: given_at ? instant(given_at) : undefined,
  townAgrees: town_agrees,
  answeredAt: answered_at ? instant(answered_at) : undefined,
})

export async function readReview(db: Db, id: string): Promise<Review | undefined> {
  const row = await reviews(db).where('review.id', '=', id).executeTakeFirst()
  return row && reviewOf(row)
}

/** One at a time for a review, until the end of the transaction. */
export async function lockReview(tx: Tx, id: string): Promise<Review | undefined> {
  const row = await reviews(tx).where('review.id', '=', id).forUpdate().executeTakeFirst()
  return row && reviewOf(row)
}

/** What a person is asked to answer, the newest first. */
export async function reviewsBy(db: Db, reviewer: string): Promise<Review[]> {
  const found = reviews(db).where('review.reviewer', '=', reviewer).orderBy('review.assigned_at', 'desc')
  return (await found.execute()).map(reviewOf)
}

/** Of all reports of a cycle, with the town of each. */
export async function reviewsIn(db: Db, cycle: number): Promise<(Review & { readonly town: string })[]> {
  const rows = await reviews(db)
    .innerJoin('published.report as report', 'report.id', 'review.report')
    .select('report.authority as town')
    .where('report.cycle', '=', cycle)
    .orderBy('review.assigned_at')
    .execute()
  return rows.map(({ town, ...row }) => ({ ...reviewOf(row), town }))
}

/** What was written about the reports of some towns, the newest first. */
export async function givenTo(
  db: Db,
  towns: readonly string[],
): Promise<(Review & { readonly town: string; readonly cycle: number })[]> {
  if (towns.length === 0) return []
  const rows = await reviews(db)
    .innerJoin('published.report as report', 'report.id', 'review.report')
    .select(['report.authority as town', 'report.cycle'])
    .where('report.authority', 'in', [...towns])
    .where('review.given_at', 'is not', null)
    .orderBy('review.given_at', 'desc')
    .execute()
  return rows.map(({ town, cycle, ...row }) => ({ ...reviewOf(row), town, cycle }))
}

export async function insertReview(
  tx: Tx,
  given: Pick<Review, 'id' | 'report' | 'reviewer' | 'countries'>,
  made: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { countries, ...row } = given
  const added = await tx
    .insertInto('office.report_review')
    .values({ ...row, countries: [...countries], assigned_at: date(made.at), assigned_by: made.by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export async function deleteReview(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('office.report_review').where('id', '=', id).execute()
}

export interface Feedback {
  readonly strong: string
  readonly ask: string
  readonly helped: string
  readonly agrees: boolean
}

export async function writeFeedback(
  tx: Tx,
  { id, revision }: Pick<Review, 'id' | 'revision'>,
  { strong, ask, helped, agrees }: Feedback,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('office.report_review')
    .set({ strong, ask, helped, reviewer_agrees: agrees, given_at: date(at), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
}

export interface TownAnswer {
  readonly answer: string
  readonly agrees: boolean
}

export async function writeAnswer(
  tx: Tx,
  { id, revision }: Pick<Review, 'id' | 'revision'>,
  { answer, agrees }: TownAnswer,
  made: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('office.report_review')
    .set({
      answer,
      town_agrees: agrees,
      answered_at: date(made.at),
      answered_by: made.by,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .execute()
}

/** What both sides want to be public stands there; nothing else does. */
export async function writePublic(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('published.report_feedback').where('review', '=', id).execute()
  const review = await readReview(tx, id)
  if (!review?.reviewerAgrees || !review.townAgrees || !review.givenAt) return
  const { report, strong, ask, helped, answer, countries } = review
  await tx
    .insertInto('published.report_feedback')
    .values({ review: id, report, strong, ask, helped, answer, country: countries[0] ?? '', published_at: date(at) })
    .execute()
}

export interface PublicFeedback extends Omit<Feedback, 'agrees'> {
  readonly answer: string
  /** ISO 3166-1, of the reviewer. */
  readonly country: string
}

export async function publicFeedback(db: ReadDb, report: string): Promise<PublicFeedback[]> {
  return db
    .selectFrom('published.report_feedback')
    .select(['strong', 'ask', 'helped', 'answer', 'country'])
    .where('report', '=', report)
    .orderBy('published_at')
    .execute()
}
