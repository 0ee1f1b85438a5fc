/** The review as a report or slides, for the meeting of signatories. */
import type { PdfDocument } from '../../../platform/pdf/pdf.ts'
import { longDate } from '../../../ui/dates.ts'
import type { ReviewDocument } from '../../../urls/review-urls.ts'
import { absolute, urls } from '../../../urls.ts'
import type { Reader } from '../../help-pages/index.ts'
import type { ReviewDeps } from '../deps.ts'
import { type Presenting, presentReview } from '../present-review.ts'
import type { Review } from '../read-review.ts'
import { nameOfDay } from '../review-rules.ts'

const templates: Readonly<Record<ReviewDocument, string>> = {
  report: 'review-report.typ',
  slides: 'review-slides.typ',
}

/** @param earlier day that it tells of; undefined: now. */
export function reviewDocument(
  deps: Presenting & { readonly site: Pick<ReviewDeps['site'], 'baseUrl' | 'instanceName'> },
  reader: Reader,
  form: ReviewDocument,
  review: Review,
  earlier: Temporal.PlainDate | undefined,
): PdfDocument {
  const { t, tag, dir, language } = reader.translator
  const named = earlier && nameOfDay(earlier)
  const { sentences, figures } = presentReview(deps, reader, review, named)
  const whole = (path: string) => absolute(deps.site.baseUrl, path)
  // Of whatever stands in figures: how it is counted, and the file.
  const linksOf = ({ definition, dataHref }: { readonly definition: string; readonly dataHref: string }) => [
    { text: t('review.definition'), href: whole(urls.reviewDefinitions(language, definition)) },
    { text: t('review.data'), href: whole(dataHref) },
  ]
  const day = longDate(reader.translator, review.day)
  return {
    ...{ template: templates[form], tag, dir, title: t('review.title') },
    data: {
      heading: t('review.title'),
      lead: earlier ? t('review.lead.then', { day }) : t('review.lead.now', { day }),
      demonstration: review.demonstration ? t('review.demonstration') : '',
      sentences: sentences.map((one) => ({ text: one.text, links: linksOf(one) })),
      noRanking: t('review.noRanking'),
      figures: figures.map(({ title, text, bars, head, rows, ...one }) => ({
        ...{ title, text, head, links: linksOf(one) },
        bars: bars.map(({ label, count, whole, part }) => ({ label, count, whole, part })),
        rows: rows.map(({ name, cells }) => [name, ...cells]),
      })),
      nothing: t('review.figure.nothing'),
      pageTitle: t('review.documents.page'),
      more: t('review.document.more'),
      address: whole(urls.review(language, named)),
      footer: t('review.document.footer', { instance: deps.site.instanceName }),
    },
  }
}
