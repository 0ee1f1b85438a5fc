import type { MessageKey } from '../../platform/i18n/messages.gen.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Counted as CountedOf } from '../../platform/page-cache/counted-seldom.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { urls } from '../../urls.ts'
import type { Article, ServiceKind } from '../checklist/index.ts'
import { anyTown, chromeFor, type Reader, readerFor } from '../help-pages/index.ts'
import { kindsUnder, neighboursOf } from './article-rules.ts'
import type { ArticlePractice, LanzaroteDeps } from './deps.ts'
import type { ArticleMeasure } from './done-store.ts'
import { articlePage, type DoneView } from './pages/article-page.tsx'
import { presentReadings } from './present-reading.ts'

type Counted = CountedOf<ReadonlyMap<string, number>>
type KindKey = Extract<MessageKey, `kind.${string}`>

/** One article: what it says, what that means in a town, what towns do about it. */
export async function renderArticle(
  deps: LanzaroteDeps,
  translator: Translator,
  { number, ps }: Article,
): Promise<RenderedPage> {
  const { site, lanzarote, plain, checklist } = deps
  const { language } = translator
  const reader = readerFor(site, translator, deps.clock.now(), { country: undefined })
  const readings = presentReadings(plain, reader)
  const kinds = kindsUnder(checklist.kinds, number)
  const publishers = kinds.length > 0 ? await deps.publishers.read() : undefined
  const plans = await deps.plans.read()
  const practices = await deps.practicesOf(number, language)
  const measures = await deps.measuresOf(number)
  const { before, after } = neighboursOf(number, lanzarote.articles.length)
  const linked = (one: number | undefined) =>
    one === undefined
      ? undefined
      : { number: one, title: readings.of(one).title, href: urls.lanzaroteArticle(language, one) }
  const html = articlePage({
    chrome: chromeFor(site, reader, undefined, (lang) => urls.lanzaroteArticle(lang, number)),
    convention: lanzarote.convention,
    number,
    ps,
    readings,
    done: [
      ...(publishers ? [servicesDone(translator, kinds, publishers)] : []),
      ...measuresDone(translator, number, plans),
      ...(measures.length > 0 ? [sharedDone(reader, measures)] : []),
      ...(practices.length > 0 ? [practicesDone(reader, number, practices)] : []),
    ],
    before: linked(before),
    after: linked(after),
    conventionHref: urls.lanzarote(language),
  })
  const towns = [...new Set([...practices, ...measures].map(({ town }) => town.id))]
  const dependsOn = [deps.practicesTag, ...towns, anyTown]
  return { html, status: 200, dependsOn, validUntil: earlier(publishers?.until, plans.until) }
}

/** What towns have done, in the reader's language where it is translated; the newest, and the way to all of them. */
function practicesDone(
  { translator: { t, language }, languageOf }: Reader,
  article: number,
  practices: readonly ArticlePractice[],
): DoneView {
  return {
    about: t('lanzarote.done.practices'),
    items: practices.map((practice) => {
      const { tag, dir } = languageOf(practice.language)
      return {
        ...{ name: practice.title, href: urls.practice(language, practice.id), words: { lang: tag, dir } },
        facts: [
          practice.town.names[language] ?? practice.town.name,
          ...(practice.machine ? [t('library.translation.machine')] : []),
        ],
      }
    }),
    note: t('lanzarote.done.practices.note'),
    find: { href: urls.practices(language, { article }), text: t('lanzarote.done.practices.find') },
  }
}

/** Measures by name, each where it stands in its town's plan. */
function sharedDone(
  { translator: { t, language }, languageOf }: Reader,
  measures: readonly ArticleMeasure[],
): DoneView {
  return {
    about: t('lanzarote.done.shared'),
    items: measures.map(({ id, plan, title, town, ...measure }) => {
      const { tag, dir } = languageOf(measure.language)
      return {
        ...{ name: title, href: `${urls.planOne(language, town, plan)}#m-${id}`, words: { lang: tag, dir } },
        facts: [town.names[language] ?? town.name],
      }
    }),
    note: t('lanzarote.done.sharedNote'),
    find: { href: urls.register(language), text: t('lanzarote.done.findPlan') },
  }
}

/** The first of what towns do about an article: kinds of service, each with how many publish some. */
function servicesDone(
  { t, language }: Translator,
  kinds: readonly ServiceKind[],
  { value: counts }: Counted,
): DoneView {
  return {
    about: t('lanzarote.done.services'),
    items: kinds.map(({ id, duty }) => {
      const count = counts.get(id) ?? 0
      return {
        name: t(`kind.${id}` as KindKey),
        facts: [
          ...(duty ? [t('lanzarote.done.duty')] : []),
          ...(count > 0 ? [t('lanzarote.done.publishers', { count })] : []),
        ],
      }
    }),
    note: t('lanzarote.done.note'),
    // A search for a kind without a place finds nothing; the page of a town has them all.
    find: { href: urls.home(language), text: t('lanzarote.done.find') },
  }
}

/** In how many plans there are measures for it; nothing where there are none. */
function measuresDone({ t, language }: Translator, number: number, { value: counts }: Counted): DoneView[] {
  const count = counts.get(`${number}`) ?? 0
  if (count === 0) return []
  return [
    {
      about: t('lanzarote.done.measures'),
      items: [{ name: t('lanzarote.done.plans', { count }), facts: [] }],
      note: t('lanzarote.done.measuresNote'),
      find: { href: `${urls.review(language)}#articles`, text: t('review.figure.articles') },
    },
  ]
}

function earlier(one: Temporal.Instant | undefined, other: Temporal.Instant | undefined): Temporal.Instant | undefined {
  if (!one || !other) return one ?? other
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}
