/** A measure in the words of a reader; what the town wrote stays in its own language. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { fileWords } from '../../../ui/file-words.ts'
import type { PlanView } from '../../../urls/plan-urls.ts'
import type { Town } from '../../../urls/town-paths.ts'
import { urls } from '../../../urls.ts'
import { kindName } from '../../checklist/index.ts'
import { isFew } from '../few-rules.ts'
import { endedOn } from '../plan-rules.ts'
import type { Indicator, Measure, MeasureState } from '../schema.ts'
import { type Chart, chartOf } from './chart-rules.ts'
import type { PlanPagesDeps } from './deps.ts'
import { byArticle, bySection, byYear } from './view-rules.ts'

interface Link {
  readonly text: string
  readonly href: string
}

export interface FigureView {
  readonly name: string
  readonly unit: string
  /** In the words of the town, and so in the language of the measure. */
  readonly own: boolean
  readonly rows: readonly {
    /** What the figure is: where it began, counted, the target. */
    readonly kind: 'baseline' | 'value' | 'target'
    readonly on: string
    readonly value: string
    /** In the language of the measure. */
    readonly note: string
  }[]
  readonly chart:
    | (Omit<Chart, 'points' | 'target'> & {
        readonly points: readonly FigurePoint[]
        readonly target: FigurePoint | undefined
      })
    | undefined
}

export interface FigurePoint {
  readonly x: number
  readonly y: number
  readonly value: string
  readonly on: string
}

export interface MeasureView {
  readonly id: string
  readonly section: Measure['section']
  readonly title: string
  readonly what: string
  /** The language in which it is written. */
  readonly words: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly state: MeasureState
  readonly reason: string
  readonly responsible: string
  readonly partner: string
  readonly budget: string
  readonly period: string
  /** The day on which its period ended, where nobody has said what became of it; empty: nothing to say. */
  readonly ended: string
  readonly articles: readonly Link[]
  readonly kinds: readonly Link[]
  readonly figures: readonly FigureView[]
  readonly evidence: readonly Link[]
  /** What towns tell of it as good practice. */
  readonly practices: readonly Link[]
}

export interface GroupView {
  /** Of the heading. */
  readonly name: string
  readonly href: string | undefined
  readonly measures: readonly string[]
}

function periodOf(translator: Translator, { starts, ends }: Measure): string {
  const { t } = translator
  if (starts !== null && ends !== null) {
    return t('plans.period', { from: longDate(translator, starts), to: longDate(translator, ends) })
  }
  if (starts !== null) return t('plans.public.from', { from: longDate(translator, starts) })
  return ends === null ? '' : t('plans.public.until', { to: longDate(translator, ends) })
}

/** What is counted alike everywhere is called so in the reader's language. */
function nameOf({ catalogue }: Pick<PlanPagesDeps, 'catalogue'>, { language, t }: Translator, one: Indicator) {
  const counted = one.common === null ? undefined : catalogue.indicator(one.common)
  if (!counted) return { name: one.name, unit: one.unit, own: true }
  const words = catalogue.indicatorWords(language, counted.id)
  return { name: words?.name ?? one.name, unit: t(`plans.unit.${counted.unit}`), own: words === undefined }
}

function figureView(deps: Pick<PlanPagesDeps, 'catalogue'>, translator: Translator, one: Indicator): FigureView {
  const figure = new Intl.NumberFormat(translator.tag)
  const { baseline, values, target } = one
  const chart = chartOf(one)
  const said = ({ x, y, on, value }: Chart['points'][number]): FigurePoint => ({
    ...{ x, y, value: figure.format(value), on: longDate(translator, on) },
  })
  const row = (kind: FigureView['rows'][number]['kind'], on: string, value: number, note: string) => {
    const when = { kind, on: longDate(translator, on) }
    // What stands beside so small a figure could say it, too.
    const few = kind !== 'target' && isFew(one.common, value)
    return few
      ? { ...when, value: translator.t('plans.few'), note: '' }
      : { ...when, value: figure.format(value), note }
  }
  return {
    ...nameOf(deps, translator, one),
    rows: [
      ...(baseline ? [row('baseline', baseline.on, baseline.value, baseline.source)] : []),
      ...values.map(({ on, value, note }) => row('value', on, value, note)),
      ...(target ? [row('target', target.on, target.value, '')] : []),
    ],
    chart: chart && { ...chart, points: chart.points.map(said), target: chart.target && said(chart.target) },
  }
}

export function presentMeasure(
  deps: Pick<PlanPagesDeps, 'checklist' | 'articleTitle' | 'catalogue'>,
  translator: Translator,
  { town, today, plan }: { readonly town: Town; readonly today: string; readonly plan: string },
  one: Measure,
): Omit<MeasureView, 'practices' | 'words'> {
  const { checklist, articleTitle } = deps
  const { language, t } = translator
  const { id, section, title, what, state, reason, responsible, partner, budget } = one
  const ended = endedOn(one, today)
  return {
    ...{ id, section, title, what, state, reason, responsible, partner, budget },
    period: periodOf(translator, one),
    ended: ended === undefined ? '' : longDate(translator, ended),
    articles: one.articles.map((number) => ({
      text: t('plans.measure.article', { number, title: articleTitle(translator, number) }),
      href: urls.lanzaroteArticle(language, number),
    })),
    kinds: one.kinds
      .filter((kind) => checklist.byId(kind))
      .map((kind) => ({ text: kindName(translator, checklist, kind), href: urls.town(language, town) })),
    figures: one.indicators.map((each) => figureView(deps, translator, each)).filter(({ rows }) => rows.length > 0),
    evidence: one.evidence.map(({ title: called, url, file }) =>
      file
        ? {
            text: `${called || t('plans.evidence.add')} (${fileWords(translator, file)})`,
            href: urls.planDocument(language, town, plan, file),
          }
        : { text: called === '' ? url : called, href: url },
    ),
  }
}

/** Under which headings the measures stand. */
export function groupsOf(
  { articleTitle }: Pick<PlanPagesDeps, 'articleTitle'>,
  translator: Translator,
  measures: readonly Measure[],
  view: PlanView,
): GroupView[] {
  const { t, language } = translator
  const ids = (group: readonly Measure[]) => group.map(({ id }) => id)
  if (view === 'article') {
    return byArticle(measures).map(({ article, measures: group }) => ({
      name:
        article === undefined
          ? t('plans.public.noArticle')
          : t('plans.measure.article', { number: article, title: articleTitle(translator, article) }),
      href: article === undefined ? undefined : urls.lanzaroteArticle(language, article),
      measures: ids(group),
    }))
  }
  if (view === 'year') {
    return byYear(measures).map(({ year, measures: group }) => ({
      ...{ name: year === undefined ? t('plans.public.noYear') : `${year}`, href: undefined, measures: ids(group) },
    }))
  }
  return bySection(measures).map(({ section, measures: group }) => ({
    ...{ name: t(`plans.section.${section}`), href: undefined, measures: ids(group) },
  }))
}
