/** How far members have come, for the board of their association: two pages, or slides, in one language. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { PdfDocument } from '../../../platform/pdf/pdf.ts'
import { longDate, monthAndYear } from '../../../ui/dates.ts'
import type { MonthCounts } from '../coverage-rules.ts'
import { type Counts, type Measured, shareIn, steps } from '../coverage-rules.ts'
import type { CoverageOfficeDeps } from '../deps.ts'

export const reportForms = ['pages', 'slides'] as const
export type ReportForm = (typeof reportForms)[number]

export interface ReportFacts {
  readonly association: string
  readonly instance: string
  readonly today: Temporal.PlainDate
  readonly counts: Counts
  /** The newest first. */
  readonly months: readonly MonthCounts[]
  /** By name. */
  readonly parts: readonly { readonly name: string; readonly counts: Counts }[]
  /** Most searched first. */
  readonly needs: readonly { readonly kind: string; readonly searches: number }[]
  /** What towns ask the association. */
  readonly asked: Awaited<ReturnType<CoverageOfficeDeps['readAsked']>>
  /** The first day of the questions that are counted. */
  readonly askedSince: Temporal.PlainDate
  /** SVG; undefined where nobody knows where members are. */
  readonly map: string | undefined
}

/** As many as have room on their page. */
const mostParts: Readonly<Record<ReportForm, number>> = { pages: 24, slides: 10 }
const [mostNeeds, mostAsked, mostMonths] = [6, 6, 13]

export function reportDocument(translator: Translator, form: ReportForm, facts: ReportFacts): PdfDocument {
  const { t, tag, dir } = translator
  const title = t('coverage.report.title', { association: facts.association })
  const number = (count: number) => t('coverage.number', { count })
  const parts = facts.parts.slice(0, mostParts[form])
  const columns: readonly Measured[] = ['members', ...steps]
  return {
    template: form === 'pages' ? 'board-report.typ' : 'board-slides.typ',
    ...{ tag, dir, title },
    data: {
      heading: title,
      lead: t('coverage.report.lead', { day: longDate(translator, facts.today) }),
      tiles: tilesOf(translator, facts.counts),
      about: t('coverage.report.about'),
      growth: growthOf(translator, facts),
      map: facts.map ?? '',
      mapTitle: t('coverage.map.title'),
      mapText: t('coverage.map.text'),
      mapSource: t('coverage.map.source'),
      legend: steps.map((step) => ({ step, words: t(`coverage.what.${step}`) })),
      partsTitle: t('coverage.parts'),
      partsHead: [t('coverage.column.part'), ...columns.map((key) => t(`coverage.short.${key}`))],
      parts: parts.map(({ name, counts }) => [name, ...columns.map((key) => number(counts[key].authorities))]),
      partsMore:
        facts.parts.length > parts.length
          ? t('coverage.report.more', { count: facts.parts.length - parts.length })
          : '',
      ...askedIn(translator, facts),
      needsTitle: t('coverage.report.needs'),
      needsAbout: t(facts.needs.length > 0 ? 'coverage.report.needsAbout' : 'coverage.report.needsNone'),
      needs: facts.needs.slice(0, mostNeeds).map(({ kind, searches }) => ({ kind, searches: number(searches) })),
      footer: t('coverage.report.footer', { instance: facts.instance }),
    },
  }
}

/** Counts of pages, never words of a question: those are between a town and its coordinators. */
function askedIn(translator: Translator, { asked, askedSince }: ReportFacts) {
  const { t } = translator
  return {
    askedTitle: t('coverage.report.asked'),
    askedAbout: [
      t('coverage.report.askedAbout', { count: asked.questions, day: longDate(translator, askedSince) }),
      asked.open > 0 ? t('coverage.report.askedOpen', { open: asked.open }) : '',
    ].join(' '),
    askedWhere: asked.parts.length > 0 ? t('coverage.report.askedWhere') : '',
    asked: asked.parts
      .slice(0, mostAsked)
      .map(({ part, questions }) => ({ part, questions: t('coverage.number', { count: questions }) })),
  }
}

function tilesOf({ t }: Translator, counts: Counts) {
  const whole = counts.members.authorities
  return (['published', 'core', 'fresh', 'embedded', 'signed'] as const).map((key) => {
    const { authorities } = counts[key]
    return {
      number: t('coverage.number', { count: authorities }),
      of: t('coverage.report.of', { whole, ...shareIn(authorities, whole) }),
      words: t(`coverage.short.${key}`),
    }
  })
}

/** Bars of towns where somebody works and of towns with a page: at the beginning of each month, and now. */
function growthOf(translator: Translator, { months, counts, today }: ReportFacts) {
  const { t } = translator
  const then = months
    .slice(0, mostMonths)
    .toReversed()
    .map(({ countedOn, counts: each }) => ({
      when: (countedOn.day === 1 ? monthAndYear : longDate)(translator, countedOn),
      counts: each,
    }))
  const all = [...then, { when: longDate(translator, today), counts }]
  const atWork = (each: Counts) => each.staffed.authorities + each.published.authorities
  const most = Math.max(1, ...all.map((each) => atWork(each.counts)))
  return {
    title: t('coverage.report.growth'),
    head: [t('coverage.column.month'), t('coverage.report.atWork'), t('coverage.short.published')],
    rows: all.map((each) => ({
      when: each.when,
      atWork: t('coverage.number', { count: atWork(each.counts) }),
      atWorkShare: atWork(each.counts) / most,
      published: t('coverage.number', { count: each.counts.published.authorities }),
      publishedShare: each.counts.published.authorities / most,
    })),
  }
}
