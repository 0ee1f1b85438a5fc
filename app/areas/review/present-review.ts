/** Counts as a page and a document show them: for each figure a picture, a table, where it is defined and where its data are. */
import type { MessageKey } from '../../platform/i18n/messages.gen.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { byName } from '../../ui/lists.ts'
import type { ReviewFigure, ReviewFile } from '../../urls/review-urls.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { answerStatuses } from '../checklist/index.ts'
import type { Reader } from '../help-pages/index.ts'
import type { ReviewDeps, SaidIn } from './deps.ts'
import type { Review } from './read-review.ts'
import { type ByState, byArticle, byKind, bySection, byState, fewest, reviewStates } from './review-rules.ts'

type KindKey = Extract<MessageKey, `kind.${string}`>

export interface BarView {
  readonly label: string
  readonly count: string
  /** Of the longest bar: the whole, and its dark part. */
  readonly whole: number
  readonly part: number
}

export interface RowView {
  readonly name: string
  readonly said?: SaidIn
  readonly href?: string
  readonly cells: readonly string[]
}

export interface FigureView {
  readonly figure: ReviewFigure
  readonly title: string
  readonly text: string
  /** Empty: no picture. */
  readonly bars: readonly BarView[]
  readonly head: readonly string[]
  /** Empty: there is nothing to count. */
  readonly rows: readonly RowView[]
  readonly definition: string
  readonly dataHref: string
}

export interface ReviewView {
  /** Everything in short, a sentence each, with what it is defined under and where its figures are. */
  readonly sentences: readonly { readonly text: string; readonly definition: string; readonly dataHref: string }[]
  readonly figures: readonly FigureView[]
}

export type Presenting = Pick<ReviewDeps, 'checklist' | 'indicatorWords' | 'articleTitle'>
type Words = Pick<Translator, 't' | 'tag' | 'language'>

/** What the towns that publish a page count under. */
const pages = { kind: '', status: 'page' }

const pagesIn = ({ checklist }: Pick<Review, 'checklist'>): number =>
  checklist.find(({ kind, status }) => kind === pages.kind && status === pages.status)?.towns ?? 0

/** @param day of the data as addresses name it; undefined: those of now. */
export function presentReview(deps: Presenting, reader: Reader, review: Review, day?: string): ReviewView {
  const { translator } = reader
  const { t } = translator
  const shown: readonly (Omit<FigureView, 'title' | 'text' | 'dataHref'> & { readonly text?: string })[] = [
    measuresFigure(translator, review),
    articlesFigure(deps, reader, review),
    indicatorsFigure(deps, reader, review),
    checklistFigure(deps, translator, review),
    needsFigure(translator, review),
    countriesFigure(translator, review),
  ]
  return {
    sentences: sentencesOf(translator, review).map(({ data, ...one }) => ({
      ...one,
      dataHref: urls.reviewFile(data, day),
    })),
    figures: shown.map((one) => ({
      ...one,
      title: t(`review.figure.${one.figure}`),
      text: one.figure === 'needs' ? t('review.figure.needs.text', { fewest }) : t(`review.figure.${one.figure}.text`),
      dataHref: urls.reviewFile(one.figure, day),
    })),
  }
}

interface Sentence {
  readonly text: string
  readonly definition: string
  /** The file that its figures stand in. */
  readonly data: ReviewFile
}

function sentencesOf({ t }: Words, review: Review): readonly Sentence[] {
  const { plans, countries } = review
  const all = byState(review.measures)
  const towns = countries.reduce((sum, one) => sum + one.towns, 0)
  const places = { count: towns, countries: countries.filter((one) => one.towns > 0).length }
  const { plans: count, underWay } = plans
  return [
    ...(count === 0
      ? [{ text: t('review.none'), definition: 'towns', data: 'plans' as const }]
      : ([
          { text: t('review.key.towns', places), definition: 'towns', data: 'countries' },
          { text: t('review.key.plans', { count, underWay }), definition: 'plans', data: 'plans' },
          {
            text: t('review.key.measures', { count: all.all, done: all.done }),
            definition: 'measures',
            data: 'measures',
          },
        ] as const)),
    { text: t('review.key.pages', { count: pagesIn(review) }), definition: 'checklist', data: 'checklist' },
  ]
}

/** Bars of one picture, the longest of which is as wide as there is room. */
function barsOf(
  { t }: Words,
  rows: readonly { readonly label: string; readonly whole: number; readonly part: number }[],
): BarView[] {
  const most = Math.max(1, ...rows.map(({ whole }) => whole))
  return rows.map(({ label, whole, part }) => ({
    ...{ label, count: t('review.count', { count: whole }) },
    ...{ whole: whole / most, part: part / most },
  }))
}

const statesHead = ({ t }: Words) => [t('review.all'), ...reviewStates.map((state) => t(`review.state.${state}`))]
const statesCells = ({ t }: Words, counts: ByState) =>
  [counts.all, ...reviewStates.map((state) => counts[state])].map((count) => t('review.count', { count }))

function measuresFigure(words: Words, { measures }: Review) {
  const { t } = words
  const named = bySection(measures).map((one) => ({
    ...one,
    name: one.section === 'steering' ? t('review.section.steering') : t(`pact.ps.${one.section}`),
  }))
  const whole = { name: t('review.all'), cells: statesCells(words, byState(measures)) }
  return {
    figure: 'measures' as const,
    definition: 'measures',
    bars: barsOf(
      words,
      named.map(({ name, all, done }) => ({ label: name, whole: all, part: done })),
    ),
    head: [t('review.column.section'), ...statesHead(words)],
    rows:
      measures.length === 0 ? [] : [...named.map((one) => ({ name: one.name, cells: statesCells(words, one) })), whole],
  }
}

function articlesFigure({ articleTitle }: Presenting, reader: Reader, { articles }: Review) {
  const { translator } = reader
  const { t, language } = translator
  const counted = byArticle(articles)
  return {
    figure: 'articles' as const,
    definition: 'articles',
    bars: barsOf(
      translator,
      counted.map(({ article, all, done }) => {
        return { label: t('lanzarote.number', { number: article }), whole: all, part: done }
      }),
    ),
    head: [t('review.column.article'), ...statesHead(translator)],
    rows: counted.map((one) => {
      const { title, ...said } = articleTitle(reader, one.article)
      return {
        ...{ name: `${one.article} · ${title}`, said, href: urls.lanzaroteArticle(language, one.article) },
        cells: statesCells(translator, one),
      }
    }),
  }
}

function indicatorsFigure({ indicatorWords }: Presenting, reader: Reader, { indicators }: Review) {
  const { t, language } = reader.translator
  return {
    figure: 'indicators' as const,
    definition: 'indicators',
    bars: [],
    head: [t('review.column.indicator'), t('review.column.sum'), t('review.column.towns')],
    rows: indicators.map(({ indicator, told }) => {
      const words = indicatorWords(reader, indicator)
      const cells = told ? [told.sum, told.towns].map((count) => t('review.count', { count })) : [t('review.fewer'), '']
      const href = urls.reviewDefinitions(language, `indicator-${indicator}`)
      return { name: words?.name ?? indicator, ...(words ? { said: words, href } : {}), cells }
    }),
  }
}

function checklistFigure({ checklist: { kinds } }: Presenting, words: Words, { checklist }: Review) {
  const { t } = words
  const ids = kinds.map(({ id }) => id)
  const counted = checklist.some(({ kind }) => kind !== pages.kind) ? byKind(checklist, ids, answerStatuses) : []
  const named = counted.map(({ kind, towns }) => ({ name: t(`kind.${kind}` as KindKey), towns }))
  return {
    figure: 'checklist' as const,
    definition: 'checklist',
    bars: barsOf(
      words,
      named.map(({ name, towns }) => ({
        ...{ label: name, whole: Object.values(towns).reduce((sum, one) => sum + one, 0), part: towns.available },
      })),
    ),
    head: [t('review.column.kind'), ...answerStatuses.map((status) => t(`answer.${status}`))],
    rows: named.map(({ name, towns }) => ({
      name,
      cells: answerStatuses.map((status) => t('review.count', { count: towns[status] })),
    })),
  }
}

function needsFigure(words: Words, { needs }: Review) {
  const { t } = words
  const named = needs.map(({ kind, searches }) => ({ label: t(`kind.${kind}` as KindKey), whole: searches }))
  return {
    figure: 'needs' as const,
    definition: 'needs',
    bars: barsOf(
      words,
      named.map((one) => ({ ...one, part: one.whole })),
    ),
    head: [t('review.column.kind'), t('review.column.searches')],
    rows: named.map(({ label, whole }) => ({ name: label, cells: [t('review.count', { count: whole })] })),
  }
}

/** Without a picture: bars beside each other would be a ranking. */
function countriesFigure({ t, tag }: Words, { countries }: Review) {
  const named = countries.map((one) => ({ ...one, name: countryName(one.country, tag) })).toSorted(byName(tag))
  return {
    figure: 'countries' as const,
    definition: 'countries',
    bars: [],
    head: [t('review.column.country'), t('review.column.towns'), t('review.column.measures')],
    rows: named.map(({ name, towns, measures }) => ({
      name,
      cells: [towns, measures].map((count) => t('review.count', { count })),
    })),
  }
}
