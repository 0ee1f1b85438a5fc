/** A report as everybody sees it, on the page and in the documents. */
import type { Languages } from '../../../platform/i18n/languages.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { countryName } from '../../authorities/index.ts'
import { countStates, inOrder, type MeasureState, measureStates, planDifference } from '../../plans/index.ts'
import { tagOf } from '../deps.ts'
import { feedbackFields } from '../feedback/feedback-form.ts'
import { type MeasureChangeView, measureChangeView } from '../present-changes.ts'
import { answerDifference } from '../question-rules.ts'
import { type Question, questions } from '../schema.ts'
import type { ReportFacts } from './read-facts.ts'

export interface AnswerView {
  readonly question: string
  readonly text: string
  /** As in the last report. */
  readonly same: boolean
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
  /** In the last report; undefined where there is none, or none about this plan. */
  readonly before: number | undefined
}

/** A measure as it was on the day of the report. */
export interface ReportedMeasure {
  readonly id: string
  readonly title: string
  /** BCP 47, where it is written in a language of its own. */
  readonly lang: string | undefined
  readonly state: string
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

/** How many measures are in each state, beside the last report; those of which there was never one are left out. */
export function stateLines({ t }: Translator, { plan, before }: ReportFacts): StateLine[] {
  const counts = countStates(plan.measures)
  const last = before?.plan && countStates(before.plan.measures)
  return measureStates.flatMap((state) =>
    counts[state] === 0 && !last?.[state]
      ? []
      : [{ state, count: counts[state], before: last?.[state], text: t(`progress.state.${state}`) }],
  )
}

/** Beside the last report, in every form of it: a town's own past, never other towns. */
export function stateCount({ t, tag }: Translator, { count, before }: StateLine): string {
  const figure = new Intl.NumberFormat(tag)
  const now = figure.format(count)
  return before === undefined ? now : t('progress.public.stateThen', { now, before: figure.format(before) })
}

/** All of the plan that the report is about, in their order. */
export function reportedMeasures({ t }: Translator, { plan }: ReportFacts, languages: Languages): ReportedMeasure[] {
  return inOrder(plan.measures).map(({ id, title, language, state }) => ({
    ...{ id, title, lang: tagOf(languages, language), state: t(`progress.state.${state}`) },
  }))
}

/** Undefined for the first report of a town. */
export function changesView(
  translator: Translator,
  facts: ReportFacts,
  languages: Languages,
): ReportChangesView | undefined {
  const { before, plan, shown } = facts
  if (!before) return undefined
  const reasons = new Map(plan.measures.map(({ id, reason }) => [id, reason]))
  const changed = before.plan ? planDifference(before.plan, plan).measures : []
  return {
    measures: changed.map((one) => ({
      ...measureChangeView(translator, one, reasons.get(one.id) ?? ''),
      lang: tagOf(languages, one.language.after),
    })),
    otherPlan: before.plan === undefined,
    answers: answerDifference(before.document.answers, shown.document.answers).map((one) => ({
      question: asked(translator, one.question),
      before: one.before,
    })),
  }
}
