/** A report as everybody sees it, on the page and in the documents. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { countryName } from '../../authorities/index.ts'
import {
  countStates,
  type MeasureState,
  measureStates,
  type PlanDifference,
  planDifference,
} from '../../plans/index.ts'
import { feedbackFields } from '../feedback/feedback-form.ts'
import { numeral } from '../present-report.ts'
import { answerDifference } from '../question-rules.ts'
import { type Question, questions } from '../schema.ts'
import type { ReportFacts } from './read-facts.ts'

export interface AnswerView {
  readonly question: string
  readonly text: string
  /** As in the last report. */
  readonly same: boolean
}

export interface MeasureChangeView {
  readonly title: string
  /** In the language of the page. */
  readonly lines: readonly string[]
  /** In the town's own words: why it is late, or dropped. */
  readonly reason: string
}

export interface ReportChangesView {
  readonly measures: readonly MeasureChangeView[]
  /** The plan was another one then. */
  readonly otherPlan: boolean
  /** Questions that are answered differently, with what was said before; empty: nothing. */
  readonly answers: readonly { readonly question: string; readonly before: string }[]
}

/** Reviewers by their country, never by their name. */
export function feedbackViews({ t, tag }: Translator, { feedback }: ReportFacts) {
  return feedback.map(({ country, answer, ...said }) => ({
    title: t('progress.feedback.from', { country: countryName(country, tag) }),
    said: [
      ...feedbackFields.map((name) => ({ title: t(`progress.feedback.${name}`), text: said[name] })),
      { title: t('progress.feedback.townSays'), text: answer },
    ].filter(({ text }) => text !== ''),
  }))
}

export interface StateLine {
  readonly state: MeasureState
  readonly text: string
  readonly count: number
}

const asked = ({ t }: Translator, question: Question): string => t(`progress.question.${question}`)

/** In the order in which they are asked; what nobody answered is left out. */
export function answerViews(translator: Translator, { shown }: ReportFacts): AnswerView[] {
  const { answers } = shown.document
  return questions.flatMap((one) => {
    const said = answers[one]
    return said ? [{ question: asked(translator, one), text: said.text, same: said.same }] : []
  })
}

/** How many measures are in each state; those of which there is none are left out. */
export function stateLines({ t }: Translator, { plan }: ReportFacts): StateLine[] {
  const counts = countStates(plan.measures)
  return measureStates.flatMap((state) =>
    counts[state] === 0 ? [] : [{ state, count: counts[state], text: t(`progress.state.${state}`) }],
  )
}

type MeasureChange = PlanDifference['measures'][number]

function indicatorLine(translator: Translator, one: MeasureChange['indicators'][number]): string {
  const { t } = translator
  const said = (value: number | undefined) => (value === undefined ? '–' : numeral(translator, value))
  const name = one.unit === '' ? one.name : `${one.name} (${one.unit})`
  if (one.change !== 'changed') return t(`progress.change.indicator.${one.change}`, { name })
  return one.before === one.after
    ? t('progress.change.indicator.other', { name })
    : t('progress.change.indicator', { name, before: said(one.before), after: said(one.after) })
}

function fieldLine(translator: Translator, one: MeasureChange['fields'][number]): string[] {
  const { t } = translator
  const [before, after] = [`${one.before ?? ''}`, `${one.after ?? ''}`]
  const state = (text: string) => t(`progress.state.${measureStates.find((each) => each === text) ?? 'not-started'}`)
  const day = (text: string) => (text === '' ? '–' : longDate(translator, text))
  if (one.field === 'state') return [t('progress.change.state', { before: state(before), after: state(after) })]
  // Whether others may begin with it says nothing of how far it is.
  if (one.field === 'reason' || one.field === 'shared') return []
  if (one.field === 'starts' || one.field === 'ends') {
    return [t(`progress.change.${one.field}`, { before: day(before), after: day(after) })]
  }
  return [t('progress.change.field', { field: t(`progress.field.${one.field}`) })]
}

function measureView(translator: Translator, change: MeasureChange, reason: string): MeasureChangeView {
  const { t } = translator
  const { title } = change
  if (change.change !== 'changed') return { title, lines: [t(`progress.change.${change.change}`)], reason }
  const lines = [
    ...change.fields.flatMap((one) => fieldLine(translator, one)),
    ...change.indicators.map((one) => indicatorLine(translator, one)),
    ...(change.evidence ? [t('progress.change.evidence')] : []),
  ]
  return { title, lines: lines.length > 0 ? lines : [t('progress.change.reason')], reason }
}

/** Undefined for the first report of a town. */
export function changesView(translator: Translator, facts: ReportFacts): ReportChangesView | undefined {
  const { before, plan, shown } = facts
  if (!before) return undefined
  const reasons = new Map(plan.measures.map(({ id, reason }) => [id, reason]))
  const changed = before.plan ? planDifference(before.plan, plan).measures : []
  return {
    measures: changed.map((one) => measureView(translator, one, reasons.get(one.id) ?? '')),
    otherPlan: before.plan === undefined,
    answers: answerDifference(before.document.answers, shown.document.answers).map((one) => ({
      question: asked(translator, one.question),
      before: one.before,
    })),
  }
}
