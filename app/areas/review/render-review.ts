/** The pages of the review: now or on an earlier day, a day that there is none of, and how everything is counted. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import { reviewDocuments } from '../../urls/review-urls.ts'
import { urls } from '../../urls.ts'
import { anyTown, chromeFor, readerFor } from '../help-pages/index.ts'
import type { ReviewDeps } from './deps.ts'
import type { DayChoice } from './pages/day-form.tsx'
import { dayPage } from './pages/day-page.tsx'
import { definitionsPage } from './pages/definitions-page.tsx'
import { type ReviewPageProps, reviewPage } from './pages/review-page.tsx'
import { presentReview } from './present-review.ts'
import { beginningOf, type DaysThere, daysThere, fewest, firstsOfMonths, nameOfDay } from './review-rules.ts'

/** So many days have a link on a page; each of them leads to those before it. */
const mostDays = 12

/** @param earlier one of the days there are; undefined: now. */
export async function renderReview(
  deps: ReviewDeps,
  translator: Translator,
  earlier?: Temporal.PlainDate,
): Promise<RenderedPage> {
  const { site, clock } = deps
  const { t, language } = translator
  const now = clock.now()
  const { value: review, until } = await deps.review.read(earlier)
  const reader = readerFor(site, translator, now, { country: undefined })
  const day = longDate(translator, review.day)
  const named = earlier && nameOfDay(earlier)
  const html = reviewPage({
    chrome: chromeFor(site, reader, undefined, (lang) => urls.review(lang, named)),
    lead: earlier ? t('review.lead.then', { day }) : t('review.lead.now', { day }),
    demonstration: review.demonstration,
    view: presentReview(deps, reader, review, named),
    documents: reviewDocuments.map((document) => ({
      href: urls.reviewDocument(language, document, named),
      text: t(`review.document.${document}`),
    })),
    days: daysOf(translator, daysThere(review.plans.first, now), earlier),
    earlier: earlier !== undefined,
  })
  const tomorrow = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 })
  const ends = [beginningOf(tomorrow), ...(until ? [until] : [])].toSorted(Temporal.Instant.compare)
  return { html, status: 200, dependsOn: earlier ? [] : [anyTown], validUntil: ends[0] }
}

function daysOf(
  translator: Translator,
  days: DaysThere | undefined,
  shown: Temporal.PlainDate | undefined,
): ReviewPageProps['days'] {
  if (!days) return undefined
  const { t, language } = translator
  const before = firstsOfMonths(days).filter((one) => !shown || Temporal.PlainDate.compare(one, shown) < 0)
  return {
    choice: choiceOf(translator, days, shown?.toString() ?? ''),
    links: [
      ...(shown ? [{ href: urls.review(language), text: t('review.days.now') }] : []),
      ...before.slice(0, mostDays).map((one) => ({
        href: urls.review(language, nameOfDay(one)),
        text: longDate(translator, one),
      })),
    ],
  }
}

function choiceOf(translator: Translator, { from, to }: DaysThere, value: string): DayChoice {
  const { t, language } = translator
  return {
    ...{ action: urls.reviewDay(language), value, from: from.toString(), to: to.toString() },
    hint: t('review.day.hint', {
      from: longDate(translator, from),
      to: longDate(translator, to),
      example: apart(to.toString()),
    }),
  }
}

/** What was typed is no day of which there is a review: a sentence says which there are. */
export function renderChoice(
  deps: ReviewDeps,
  translator: Translator,
  days: DaysThere | undefined,
  typed: string,
): string {
  const { t, language } = translator
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country: undefined })
  const between = days && { from: longDate(translator, days.from), to: longDate(translator, days.to) }
  return dayPage({
    chrome: chromeFor(deps.site, reader, undefined, (lang) => urls.review(lang)),
    error: between ? t('review.day.error', between) : t('review.day.none'),
    choice: days && choiceOf(translator, days, typed),
    nowHref: urls.review(language),
  })
}

const definitions = [
  ...(['day', 'towns', 'plans', 'measures', 'articles', 'indicators', 'checklist', 'needs', 'countries'] as const),
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
