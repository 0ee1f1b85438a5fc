/** A report on paper: the same content for a printer and for a word processor. */
import type { Languages } from '../../../platform/i18n/languages.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { PdfDocument } from '../../../platform/pdf/pdf.ts'
import type { Measure } from '../../plans/index.ts'
import { tagOf } from '../deps.ts'
import { checklistSentence, lastValue } from '../present-report.ts'
import { answerViews, changesView, stateCount, stateLines } from './present-public.ts'
import type { ReportFacts } from './read-facts.ts'

export interface ReportPaper {
  readonly title: string
  readonly lead: readonly string[]
  readonly statesTitle: string
  readonly states: readonly string[]
  readonly head: readonly string[]
  /** The measures by part of the plan. */
  readonly parts: readonly {
    readonly name: string
    readonly rows: readonly {
      readonly title: string
      /** BCP 47 of its words. */
      readonly lang: string
      readonly state: string
      readonly reason: string
      readonly indicators: readonly string[]
    }[]
  }[]
  readonly changesTitle: string
  /** With which report it is compared; empty: there is none before. */
  readonly changesSince: readonly string[]
  /** Where there is no change. */
  readonly changesNone: string
  readonly changes: readonly { readonly title: string; readonly lang: string; readonly lines: readonly string[] }[]
  readonly answersTitle: string
  readonly answers: readonly {
    readonly question: string
    readonly paragraphs: readonly string[]
    /** Empty: it was not said before. */
    readonly same: string
  }[]
  readonly footer: string
}

/** BCP 47 of the town's own words; the languages there are. */
interface Written {
  readonly lang: string
  readonly languages: Languages
}

function rowOf(translator: Translator, written: Written, measure: Measure) {
  const { t } = translator
  return {
    ...{ title: measure.title, lang: tagOf(written.languages, measure.language) ?? written.lang },
    state: t(`progress.state.${measure.state}`),
    reason: measure.reason,
    indicators: measure.indicators.map((one) => {
      const last = lastValue(translator, one)
      const name = one.unit === '' ? one.name : `${one.name} (${one.unit})`
      return last === '' ? name : `${name}: ${last}`
    }),
  }
}

function partsOf(translator: Translator, written: Written, measures: readonly Measure[]): ReportPaper['parts'] {
  const bySection = Map.groupBy(measures, ({ section }) => section)
  return [...bySection].map(([section, here]) => ({
    name: translator.t(`progress.section.${section}`),
    rows: here.map((one) => rowOf(translator, written, one)),
  }))
}

function comparedWith({ t }: Translator, { given }: NonNullable<ReportFacts['before']>, otherPlan: boolean): string[] {
  const report = t('progress.public.report', { number: `${given.cycle}` })
  return [`${t('progress.public.compared')} ${report}`, ...(otherPlan ? [t('progress.public.otherPlan')] : [])]
}

/** @param given.lead what the page says at its beginning. @param given.instance name of this instance. */
export function reportPaper(
  translator: Translator,
  facts: ReportFacts,
  given: {
    readonly title: string
    readonly lead: readonly string[]
    readonly instance: string
    readonly written: Written
  },
): ReportPaper {
  const { t } = translator
  const { checklist } = facts.shown.document
  const changes = changesView(translator, facts, given.written.languages)
  return {
    title: given.title,
    lead: [...given.lead, ...(checklist ? [checklistSentence(translator, checklist)] : [])],
    statesTitle: t('progress.public.states'),
    states: stateLines(translator, facts).map((one) => `${one.text}: ${stateCount(translator, one)}`),
    head: [t('progress.sheet.measure'), t('progress.measure.state'), t('progress.sheet.indicators')],
    parts: partsOf(translator, given.written, facts.plan.measures),
    changesTitle: t('progress.public.changes'),
    changesNone: t(changes ? 'progress.public.unchanged' : 'progress.public.first'),
    changesSince: facts.before ? comparedWith(translator, facts.before, changes?.otherPlan ?? false) : [],
    changes: (changes?.measures ?? []).map(({ title, lines, lang = given.written.lang }) => ({ title, lang, lines })),
    answersTitle: t('progress.public.answers'),
    answers: answerViews(translator, facts).map(({ question, text, same }) => ({
      question,
      paragraphs: text.split(/\n{2,}/),
      same: same ? t('progress.public.same') : '',
    })),
    footer: given.instance,
  }
}

/** What Typst knows of a language. */
const primary = (lang: string): string => lang.split('-')[0] ?? lang

/** @param written BCP 47 of the town's own words. */
export function reportPdf({ tag, dir }: Translator, paper: ReportPaper, written: string): PdfDocument {
  const { title, ...shown } = paper
  return {
    template: 'progress-report.typ',
    ...{ tag, dir, title },
    data: {
      ...shown,
      heading: title,
      written: primary(written),
      parts: shown.parts.map(({ name, rows }) => ({
        name,
        rows: rows.map(({ lang, ...one }) => ({ ...one, lang: primary(lang) })),
      })),
      changes: shown.changes.map(({ title: name, lang, lines }) => ({ title: name, lang: primary(lang), lines })),
      answers: shown.answers.map((one) => ({ ...one })),
    },
  }
}
