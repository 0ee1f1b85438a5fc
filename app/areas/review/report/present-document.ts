/** The review as a report or slides, for the meeting of signatories. */
import type { PdfDocument } from '../../../platform/pdf/pdf.ts'
import { longDate } from '../../../ui/dates.ts'
import type { ReviewDocument } from '../../../urls/review-urls.ts'
import { absolute, urls } from '../../../urls.ts'
import type { Reader } from '../../help-pages/index.ts'
import type { ReviewDeps } from '../deps.ts'
import { type Presenting, presentReview } from '../present-review.ts'
import type { Review } from '../read-review.ts'

const templates: Readonly<Record<ReviewDocument, string>> = {
  report: 'review-report.typ',
  slides: 'review-slides.typ',
}

/** @param month whose first day it tells of; undefined: now. */
export function reviewDocument(
  deps: Presenting & { readonly site: Pick<ReviewDeps['site'], 'baseUrl' | 'instanceName'> },
  reader: Reader,
  form: ReviewDocument,
  review: Review,
  month: Temporal.PlainYearMonth | undefined,
): PdfDocument {
  const { t, tag, dir, language } = reader.translator
  const { sentences, figures } = presentReview(deps, reader, review)
  const address = absolute(deps.site.baseUrl, urls.review(language, month?.toString()))
  const day = longDate(reader.translator, review.day)
  return {
    ...{ template: templates[form], tag, dir, title: t('review.title') },
    data: {
      heading: t('review.title'),
      lead: month ? t('review.lead.then', { day }) : t('review.lead.now', { day }),
      demonstration: review.demonstration ? t('review.demonstration') : '',
      sentences: sentences.map(({ text }) => text),
      noRanking: t('review.noRanking'),
      figures: figures.map(({ title, text, bars, head, rows }) => ({
        ...{ title, text, head },
        bars: bars.map(({ label, count, whole, part }) => ({ label, count, whole, part })),
        rows: rows.map(({ name, cells }) => [name, ...cells]),
      })),
      nothing: t('review.figure.nothing'),
      pageTitle: t('review.documents.page'),
      more: t('review.document.more'),
      address,
      footer: t('review.document.footer', { instance: deps.site.instanceName }),
    },
  }
}
