/** The pages of the review: now or on the first day of a month, and how everything is counted. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { longDate } from '../../ui/dates.ts'
import { reviewDocuments } from '../../urls/review-urls.ts'
import { urls } from '../../urls.ts'
import { anyTown, chromeFor, readerFor } from '../help-pages/index.ts'
import type { ReviewDeps } from './deps.ts'
import { definitionsPage } from './pages/definitions-page.tsx'
import { reviewPage } from './pages/review-page.tsx'
import { presentReview } from './present-review.ts'
import { beginningOf, fewest, monthsThere } from './review-rules.ts'

/** So many days have a link on a page; each of them leads to those before it. */
const mostDays = 12

/** @param month one of those there are; undefined: now. */
export async function renderReview(
  deps: ReviewDeps,
  translator: Translator,
  month?: Temporal.PlainYearMonth,
): Promise<RenderedPage> {
  const { site, clock } = deps
  const { t, language } = translator
  const now = clock.now()
  const { value: review, until } = await deps.review.read(month)
  const reader = readerFor(site, translator, now, { country: undefined })
  const day = longDate(translator, review.day)
  const named = month?.toString()
  const html = reviewPage({
    chrome: chromeFor(site, reader, undefined, (lang) => urls.review(lang, named)),
    lead: month ? t('review.lead.then', { day }) : t('review.lead.now', { day }),
    demonstration: review.demonstration,
    view: presentReview(deps, reader, review, named),
    documents: reviewDocuments.map((document) => ({
      href: urls.reviewDocument(language, document, named),
      text: t(`review.document.${document}`),
    })),
    days: daysOf(translator, review.plans.first, now, month),
    earlier: month !== undefined,
  })
  const nextMonth = now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().add({ months: 1 })
  const ends = [beginningOf(nextMonth), ...(until ? [until] : [])].toSorted(Temporal.Instant.compare)
  return { html, status: 200, dependsOn: month ? [] : [anyTown], validUntil: ends[0] }
}

function daysOf(
  translator: Translator,
  first: Temporal.Instant | undefined,
  now: Temporal.Instant,
  shown: Temporal.PlainYearMonth | undefined,
) {
  const { t, language } = translator
  const months = monthsThere(first, now)
  const before = months.filter((one) => !shown || Temporal.PlainYearMonth.compare(one, shown) < 0)
  return [
    ...(shown ? [{ href: urls.review(language), text: t('review.days.now') }] : []),
    ...before.slice(0, mostDays).map((one) => ({
      href: urls.review(language, one.toString()),
      text: longDate(translator, one.toPlainDate({ day: 1 })),
    })),
  ]
}

const definitions = [
  ...(['day', 'towns', 'measures', 'articles', 'indicators', 'checklist', 'needs', 'countries'] as const),
  'small',
] as const

export function renderDefinitions(deps: ReviewDeps, translator: Translator): RenderedPage {
  const { t } = translator
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country: undefined })
  const html = definitionsPage({
    chrome: chromeFor(deps.site, reader, undefined, (lang) => urls.reviewDefinitions(lang)),
    definitions: definitions.map((id) => ({
      ...{ id, title: t(`review.define.${id}`) },
      text: id === 'small' ? t('review.define.small.text', { fewest }) : t(`review.define.${id}.text`),
    })),
    indicators: deps.indicators.flatMap(({ id, sum }) => {
      const words = sum ? deps.indicatorWords(reader, id) : undefined
      return words ? [{ id, words }] : []
    }),
  })
  return { html, status: 200, dependsOn: [], validUntil: undefined }
}
