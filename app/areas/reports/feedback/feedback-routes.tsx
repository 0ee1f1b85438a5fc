/** Reviewers answer reports, towns answer reviewers. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import { nameOf, type PlanTown, type ReportsOfficeDeps } from '../deps.ts'
import { numberIn, type OfficeContext, openTown, page } from '../office-request.ts'
import { type GivenReport, readGiven } from '../published-store.ts'
import { type FeedbackFault, feedbackFields, feedbackFrom, townAnswerFrom } from './feedback-form.ts'
import { FeedbackPage, ReviewsPage, type WrittenView } from './pages/feedback-pages.tsx'
import { type Review, readReview, reviewsBy } from './review-store.ts'
import type { ReviewConflict } from './reviewer-rules.ts'
import { answerFeedback, giveFeedback } from './write-review.ts'

export function feedbackRoutes(deps: ReportsOfficeDeps): Route<AppEnv>[] {
  const list = urls.reportReviews()
  const [one, town] = [
    `${list}${patterns.id}`,
    `/office${patterns.cc}${patterns.slug}/progress/feedback/:review{[0-9a-f-]{36}}`,
  ]
  const reviewer = { permission: 'progress.review' } as const
  const office = { permission: 'progress.write' } as const
  return [
    { ...reviewer, method: 'GET', path: list, audit: 'progress.reviews', handle: (c) => showReviews(c, deps) },
    { ...reviewer, method: 'GET', path: one, audit: 'progress.review', handle: (c) => showReview(c, deps, {}) },
    { ...reviewer, method: 'POST', path: one, audit: 'progress.feedback', handle: (c) => submitReview(c, deps) },
    { ...office, method: 'GET', path: town, audit: 'progress.read-feedback', handle: (c) => showAnswer(c, deps, {}) },
    { ...office, method: 'POST', path: town, audit: 'progress.answer', handle: (c) => submitAnswer(c, deps) },
  ]
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly FeedbackFault[]
  readonly changed?: boolean
  /** Why this person may no longer answer this report. */
  readonly refused?: ReviewConflict
}

interface Opened {
  readonly review: Review
  readonly report: GivenReport
  readonly town: PlanTown
}

/** @throws RequestFault not-found where there is no such review. */
async function openReview(deps: ReportsOfficeDeps, id: string): Promise<Opened> {
  const { db } = deps.database
  const review = await readReview(db, id)
  const report = review && (await readGiven(db, review.report))
  const [town] = report ? await deps.readTowns(db, [report.authority]) : []
  if (!review || !report || !town) throw notFound()
  return { review, report, town }
}

/** Of somebody else nothing is found. */
async function ownReview(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Opened> {
  const opened = await openReview(deps, c.req.param('id') ?? '')
  if (opened.review.reviewer !== c.get('actor').id) throw notFound()
  return opened
}

const told = (c: OfficeContext, faults: readonly FeedbackFault[]) =>
  faults.map(({ field, code }) => ({ field, text: c.get('translator').t(`progress.error.feedback.${code}`) }))

const statusOf = ({ faults = [], changed = false, refused }: Shown) =>
  changed ? 409 : refused || faults.length > 0 ? 422 : 200

const doneIn = (c: OfficeContext) =>
  c.req.query('done') === 'answered' ? c.get('translator').t('progress.done.answered') : undefined

function frameOf(c: OfficeContext, { instanceName }: ReportsOfficeDeps) {
  const of = c.get('frame')
  return { of, workplace: { name: instanceName, items: officeSections(of, undefined, 'reportReviews') } }
}

async function showReviews(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const translator = c.get('translator')
  const all = await reviewsBy(deps.database.db, c.get('actor').id)
  const opened = await Promise.all(all.map(({ id }) => openReview(deps, id)))
  const reviews = opened.map(({ review, town }) => ({
    href: urls.reportReview(review.id),
    town: nameOf(town, translator),
    state: translator.t(
      review.answeredAt
        ? 'progress.reviews.answered'
        : review.givenAt
          ? 'progress.reviews.given'
          : 'progress.reviews.open',
    ),
  }))
  return page(c, <ReviewsPage frame={{ ...frameOf(c, deps), done: doneIn(c) }} reviews={reviews} />)
}

const reportLink = (c: OfficeContext, { town, report }: Opened) => {
  const { language, t } = c.get('translator')
  return { href: urls.planReport(language, town, report.cycle), text: t('progress.report.public') }
}

const writtenBy = (views: readonly WrittenView[]) => views.filter(({ text }) => text !== '')

async function showReview(c: OfficeContext, deps: ReportsOfficeDeps, shown: Shown): Promise<Response> {
  const opened = await ownReview(c, deps)
  const { review, town } = opened
  const translator = c.get('translator')
  const { t } = translator
  const props = {
    frame: { ...frameOf(c, deps), back: { href: urls.reportReviews(), text: t('progress.reviews.title') } },
    title: t('progress.feedback.of', { town: nameOf(town, translator) }),
    about: t('progress.feedback.about'),
    report: reportLink(c, opened),
    written: writtenBy([{ title: t('progress.feedback.townSays'), text: review.answer }]),
    action: urls.reportReview(review.id),
    revision: review.revision,
    asked: feedbackFields.map((name) => ({ name, label: t(`progress.feedback.${name}`), value: review[name] })),
    agrees: { label: t('progress.feedback.agrees'), ticked: review.reviewerAgrees },
    refused: shown.refused && t(`progress.error.give.${shown.refused}`),
    ...{ fields: shown.fields, faults: told(c, shown.faults ?? []), changed: shown.changed ?? false },
  }
  return page(c, <FeedbackPage {...props} />, statusOf(shown))
}

async function submitReview(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const { review } = await ownReview(c, deps)
  const fields = await readForm(c.req.raw)
  const read = feedbackFrom(fields, deps)
  if ('faults' in read) return showReview(c, deps, { fields, faults: read.faults })
  const given = { id: review.id, feedback: read.feedback, seen: numberIn(fields, 'revision') }
  const outcome = await giveFeedback(deps, c.get('act'), given)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return showReview(c, deps, { fields, changed: true })
  if (outcome !== 'kept') return showReview(c, deps, { fields, refused: outcome.refused })
  return c.redirect(`${urls.reportReviews()}?done=answered`, 303)
}

/** @throws RequestFault not-found for what a reviewer has not sent, and for other towns. */
async function feedbackOfTown(c: OfficeContext, deps: ReportsOfficeDeps) {
  const office = await openTown(c, deps)
  const opened = await openReview(deps, c.req.param('review') ?? '')
  if (opened.town.id !== office.town.id || !opened.review.givenAt) throw notFound()
  return { ...opened, frame: office.frame }
}

async function showAnswer(c: OfficeContext, deps: ReportsOfficeDeps, shown: Shown): Promise<Response> {
  const opened = await feedbackOfTown(c, deps)
  const { review, town, frame } = opened
  const { t, tag } = c.get('translator')
  const country = deps.countryName(review.countries[0] ?? '', tag)
  const props = {
    frame,
    title: t('progress.feedback.from', { country }),
    about: t('progress.feedback.aboutTown'),
    report: reportLink(c, opened),
    written: writtenBy(feedbackFields.map((name) => ({ title: t(`progress.feedback.${name}`), text: review[name] }))),
    action: urls.townFeedback(town, review.id),
    revision: review.revision,
    asked: [{ name: 'answer', label: t('progress.feedback.answer'), value: review.answer }],
    agrees: { label: t('progress.feedback.agreesTown'), ticked: review.townAgrees },
    ...{ fields: shown.fields, faults: told(c, shown.faults ?? []), changed: shown.changed ?? false },
  }
  return page(c, <FeedbackPage {...props} />, statusOf(shown))
}

async function submitAnswer(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const { review, town } = await feedbackOfTown(c, deps)
  const fields = await readForm(c.req.raw)
  const read = townAnswerFrom(fields, deps)
  if ('faults' in read) return showAnswer(c, deps, { fields, faults: read.faults })
  const given = { id: review.id, town: town.id, answer: read.answer, seen: numberIn(fields, 'revision') }
  const outcome = await answerFeedback(deps, c.get('act'), given)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return showAnswer(c, deps, { fields, changed: true })
  return c.redirect(`${urls.townProgress(town)}?done=answered`, 303)
}
